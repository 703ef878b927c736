import assert from 'node:assert/strict';
import type { QuickPickItem } from 'vscode';
import { createServer, type Server as NetServer } from 'node:net';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken } from '../server/index';
import { press } from './accountsDialogs';
import { FIRST, SignInParts } from './signInParts';
import { describeInNewest } from './newest';

/** All that a person can read on a list. */
function wordsOn(items: readonly QuickPickItem[]): string {
  return items.map(({ label, description, detail }) => [label, description, detail].join(' ')).join('\n');
}

describeInNewest('Signing in with a pasted command', () => {
  const given = new SignInParts();

  let proxy: NetServer;
  let connections: number;
  let proxyAddress: string;
  beforeEach(async () => {
    connections = 0;
    proxy = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    const bound = proxy.address();
    assert.ok(bound !== null && typeof bound === 'object');
    proxyAddress = `http://127.0.0.1:${bound.port}`;
  });
  afterEach(() => new Promise((closed) => proxy.close(closed)));

  for (const option of ['-x', '--proxy', '-e', '--preproxy', '--referer']) {
    it(`sends the token to its address, and nothing to that of ${option}`, async () => {
      const done = given.begin();
      const header = `-H "X-Auth-Token: ${documentedToken}"`;
      const dialog = await given.dialogs.paste(
        FIRST,
        `curl ${option} ${proxyAddress} -i ${header} ${given.address()}`,
      );
      await until(() => dialog.value === given.address(), 'the address in the place of the command');
      await given.dialogs.enter(FIRST);
      await done;
      assert.equal(given.account().base, given.api.endpoint(documentedTenantId));
      assert.equal(connections, 0);
      assert.ok(given.api.requests.length > 0);
      assert.ok(given.api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
    });
  }

  it('asks for a token that is not read, and says why', async () => {
    const done = given.begin();
    await given.dialogs.paste(FIRST, `curl -H "X-Auth-Token: $OS_TOKEN" ${given.address()}`);
    await until(async () => (await given.dialogs.asking(FIRST)).value === given.address(), 'the address');
    await given.dialogs.enter(FIRST);
    const dialog = await given.dialogs.asking('$OS_TOKEN is not expanded here');
    assert.equal(dialog.value, '');
    await given.dialogs.answer('Token', documentedToken);
    await done;
    assert.equal(given.account().tenant, documentedTenantId);
  });

  it('guesses none of several URLs, says so, and shows no token', async () => {
    const done = given.begin();
    const command = `curl -H "X-Auth-Token: ${documentedToken}" ${given.address()} ${proxyAddress}/v2/x`;
    const dialog = await given.dialogs.paste(FIRST, command);
    await until(() => !dialog.value.includes(documentedToken), 'no token in the box');
    assert.ok('items' in dialog);
    await until(() => dialog.items.at(-1)?.label.includes('several URLs'), 'words about the addresses');
    assert.ok(!wordsOn(dialog.items).includes(documentedToken));
    await given.dialogs.enter(FIRST);
    await given.dialogs.asking('This curl command has several URLs');
    await press('closeQuickOpen');
    await done;
    assert.equal(connections + given.api.requests.length, 0);
  });

  it('keeps the token while the rest of the command is mended', async () => {
    const done = given.begin();
    const header = `-H "X-Auth-Token: ${documentedToken}"`;
    const dialog = await given.dialogs.paste(FIRST, `curl ${header} -u me:secret --bogus ${given.address()}`);
    const shown = `curl -H "X-Auth-Token: •token•" -u •secret• --bogus ${given.address()}`;
    await until(() => dialog.value === shown, 'marks for the secrets');
    for (const mended of [shown.replace(' --bogus', ''), shown.replace(' -u •secret• --bogus', '')]) {
      await given.dialogs.type(FIRST, mended);
      assert.equal(dialog.value, mended);
    }
    await given.dialogs.enter(FIRST);
    await done;
    assert.equal(given.account().base, given.api.endpoint(documentedTenantId));
    assert.ok(given.api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
  });

  it('asks for the whole command again where a mark was damaged', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.paste(
      FIRST,
      `curl -H "X-Auth-Token: ${documentedToken}" --bogus ${given.address()}`,
    );
    await until(() => dialog.value.includes('•token•'), 'a mark for the token');
    const row = await given.dialogs.type(FIRST, `curl -H "X-Auth-Token: •toke" ${given.address()}`);
    assert.match(row?.label ?? '', /Paste the whole command again/);
    await given.dialogs.enter(FIRST);
    await given.dialogs.asking('Paste the whole command again');
    await press('closeQuickOpen');
    await done;
    assert.equal(given.api.requests.length, 0);
  });

  it('shows no token of a short command in the place of a longer address', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.paste(FIRST, `https://compute.example/v2/${'a'.repeat(300)}`);
    dialog.value = `curl -H X-Auth-Token:${documentedToken} ${given.address()}`;
    await until(() => dialog.value === given.address(), 'the address');
    await given.dialogs.enter(FIRST);
    await done;
    assert.equal(given.account().base, given.api.endpoint(documentedTenantId));
  });

  it('takes the token of a mended command, not that of one pasted before it', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.paste(FIRST, `curl -H X-Auth-Token:earlier ${given.address()}`);
    await until(() => dialog.value === given.address(), 'the address');
    const shown = `curl -H X-Auth-Token:•token• --bogus ${given.address()}`;
    dialog.value = shown.replace('•token•', documentedToken);
    await until(() => dialog.value === shown, 'a mark for the token');
    await given.dialogs.type(FIRST, shown.replace(' --bogus', ''));
    await given.dialogs.enter(FIRST);
    await done;
    assert.equal(given.account().base, given.api.endpoint(documentedTenantId));
    assert.ok(given.api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
  });

  for (const [token, words] of [
    ['later', 'Sent only to'],
    ['$OS_TOKEN', '$OS_TOKEN is not expanded here'],
    ['YOUR_TOKEN', 'YOUR_TOKEN is a placeholder'],
  ] as const) {
    it(`takes ${token} of the last paste for the token, not that of an earlier one`, async () => {
      const done = given.begin();
      const command = (text: string) => `curl -H 'X-Auth-Token: ${text}' ${given.address()}`;
      const dialog = await given.dialogs.paste(FIRST, command('earlier'));
      await until(() => dialog.value === given.address(), 'the address');
      await given.dialogs.enter(FIRST);
      assert.equal((await given.dialogs.asking('Token')).value, 'earlier');
      await given.dialogs.objection(/401/);
      await given.dialogs.back('Token');
      const asked = await given.dialogs.asking(FIRST);
      assert.equal(asked.value, given.address(), 'what was pasted stands there again');
      await given.dialogs.type(FIRST, command(token));
      await until(() => asked.value === given.address(), 'the address again');
      await given.dialogs.enter(FIRST);
      const question = await given.dialogs.asking(words);
      assert.equal(question.value, token === 'later' ? token : '');
      await press('closeQuickOpen');
      await done;
    });
  }

  for (const command of [
    'wget --header="X-Auth-Token: TOKEN" ADDRESS',
    "Invoke-RestMethod -Uri ADDRESS -Headers @{'X-Auth-Token'='TOKEN'}",
    "curl -Uri ADDRESS -Headers @{'X-Auth-Token'='TOKEN'}",
    'http ADDRESS X-Auth-Token:TOKEN',
    '{"X-Auth-Token": "TOKEN", "Accept": "application/json"}',
  ]) {
    it(`says that only curl is read, and shows no token: ${command.slice(0, 30)}`, async () => {
      const done = given.begin();
      const text = command.replace('ADDRESS', given.address()).replace('TOKEN', documentedToken);
      const dialog = await given.dialogs.paste(FIRST, text);
      await until(() => dialog.value === text.replace(documentedToken, '•token•'), 'a mark for the token');
      assert.ok('items' in dialog);
      await until(
        () => dialog.items.at(-1)?.label.includes('Only curl commands can be read'),
        'words for it',
      );
      assert.ok(!wordsOn(dialog.items).includes(documentedToken));
      await given.dialogs.enter(FIRST);
      await given.dialogs.asking('Only curl commands can be read');
      await press('closeQuickOpen');
      await done;
      assert.equal(given.api.requests.length, 0);
    });
  }

  it('takes the token of an answer, and asks for nothing but the address where the answer has none', async () => {
    const done = given.begin();
    await given.dialogs.paste(FIRST, `HTTP/1.1 201 Created x-subject-token: ${documentedToken}`);
    await given.dialogs.enter(FIRST);
    await given.dialogs.answer(
      'Endpoint of the Image or Compute API',
      given.api.endpoint(documentedTenantId),
    );
    await done;
    assert.equal(given.account().base, given.api.endpoint(documentedTenantId));
    assert.ok(given.api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
  });

  it('typed letter by letter leaves it alone until Enter', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.asking(FIRST);
    assert.ok('items' in dialog);
    const command = `curl --url ${given.address()}`;
    for (let length = 1; length <= command.length; length++) {
      await given.dialogs.type(FIRST, command.slice(0, length));
    }
    assert.equal(dialog.items.at(-1)?.description, given.address());
    assert.equal(dialog.value, command);
    await given.dialogs.enter(FIRST);
    assert.equal((await given.dialogs.asking('Token')).value, '');
    await press('closeQuickOpen');
    await done;
  });
});
