import assert from 'node:assert/strict';
import { showAccount } from '../../src/commands/account';
import { demoUser, documentedTenantId, documentedToken, type Fault } from '../server/index';
import { startRawServer } from '../unit/rawServer';
import { begun, press } from './accountsDialogs';
import { describeInNewest } from './newest';
import { FIRST, SignInParts } from './signInParts';

const ENDPOINT = 'Endpoint of the Image or Compute API';

describeInNewest('Signing in with what leads to no images', () => {
  const given = new SignInParts();

  /** Pastes a token of which nothing else is known, and waits for the box for its address. */
  const pasteToken = async (): Promise<void> => {
    await given.dialogs.paste(FIRST, `x-subject-token: ${documentedToken}`);
    await given.dialogs.enter(FIRST);
    await given.dialogs.asking(ENDPOINT);
  };
  const nothingStored = async (done: Promise<void>): Promise<void> => {
    await press('closeQuickOpen');
    await done;
    assert.deepEqual(given.context.accounts.all, []);
  };

  const CASES: readonly (readonly [what: string, path: string, words: RegExp, fault?: Fault])[] = [
    ['an address of the wrong service', `/volume/v2/${documentedTenantId}`, /is of another service, such as/],
    ['an address of Identity', '/v3/auth/tokens', /is an Identity URL/],
    ['an endpoint of v1 of Compute', `/v1/${documentedTenantId}`, /have no such version/],
    [
      'an endpoint of v1 of the image service, which has no other',
      '/image/v1',
      /lists no images \(404\)/,
      { do: 'status', status: 404, on: 'any' },
    ],
    ['the page of a proxy', '/image/v2', /did not return an image list/, { do: 'notJson', on: 'any' }],
  ];
  for (const [what, path, words, fault] of CASES) {
    it(`is told so, and nothing is stored: ${what}`, async () => {
      const done = given.begin();
      await pasteToken();
      if (fault !== undefined) given.api.faults.add(fault);
      await given.dialogs.answer(ENDPOINT, `${given.api.origin}${path}`);
      await given.dialogs.objection(words);
      await nothingStored(done);
    });
  }

  it('is told so, and nothing is stored: an answer of Identity without a project, as issued', async () => {
    const { imageEndpoint } = given.api;
    const endpoint = { interface: 'public', region: 'tyo1', url: imageEndpoint(documentedTenantId) };
    const token = { methods: ['password'], catalog: [{ type: 'image', endpoints: [endpoint] }] };
    const identity = await startRawServer((request, response) =>
      request.url === '/v3'
        ? response.end('{"version": {"id": "v3.14"}}')
        : response.writeHead(201, { 'X-Subject-Token': documentedToken }).end(JSON.stringify({ token })),
    );
    try {
      const done = given.begin();
      await given.dialogs.pick(FIRST, 'OpenStack user and password…');
      await given.dialogs.answer('URL of the Identity API', `${identity.origin}/v3`);
      await given.dialogs.answer('User, by name', demoUser.name);
      await given.dialogs.answer('User domain', 'default');
      await given.dialogs.answer('Tenant (project)', documentedTenantId);
      await given.dialogs.answer('Sent only to', demoUser.password);
      await given.dialogs.objection(/issued a token without a project\. Enter a project/);
      await nothingStored(done);
      assert.equal(given.api.requests.length, 0);
    } finally {
      await identity.close();
    }
  });

  it('is told so, and nothing is stored: an answer of Identity without a project, as pasted', async () => {
    const done = given.begin();
    const body = JSON.stringify({ token: { methods: ['password'], user: { id: demoUser.id } } });
    const answer = `HTTP/1.1 201 Created X-Subject-Token: ${documentedToken} ${body}`;
    const row = await given.dialogs.type(FIRST, answer);
    assert.match(row?.label ?? '', /This token is for no project \(tenant\)/);
    await nothingStored(done);
    assert.equal(given.api.requests.length, 0);
  });

  for (const [service, path, words] of [
    ['the image service', '/image', /^unknown, so shared images/],
    ['Compute', '/v2.1', /^unknown$/],
  ] as const) {
    it(`stores a token whose project is not known, and Show Account says so: ${service}`, async () => {
      const done = given.begin();
      await pasteToken();
      await given.dialogs.answer(ENDPOINT, `${given.api.origin}${path}`);
      await done;
      assert.equal(given.account().tenant, '');
      const shown = begun(showAccount(given.context, given.account().id));
      const box = await given.dialogs.asking('About this account');
      assert.ok('items' in box);
      const tenant = box.items.find(({ label }) => label === 'Tenant ID');
      assert.match(tenant?.description ?? '', words);
      await press('closeQuickOpen');
      await shown;
    });
  }
});
