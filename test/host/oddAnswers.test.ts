import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { demoUser, documentedTenantId, documentedToken, generatedTenantId } from '../server/index';
import { press, thereAndBack, type Dialog } from './accountsDialogs';
import { describeInNewest } from './newest';
import { FIRST, SignInParts } from './signInParts';
import { Variables } from './variables';

/** What no question expects; none of it names another computer. */
const ODD = [
  '',
  '..',
  '%(user_id)s',
  '{"token": ',
  'https://[',
  '127.0.0.1:1',
  'curl -H "X-Auth-Token: $(cat token)"',
  '\u202e\u0000\ud800',
  'a\r\nb',
  '__proto__',
  'x'.repeat(300),
] as const;

/** More than the editor's lists can filter by: there it is the window that is tested, end to end. */
const FAR_TOO_MUCH = 'y'.repeat(300_000);

/** What nobody has foreseen, in words. */
const INTERNAL = /undefined|\[object |Cannot |is not a|Unexpected|NaN/;

describeInNewest('Odd answers', () => {
  const given = new SignInParts();
  const variables = new Variables();
  beforeEach(() => variables.set('HOME', '/nowhere'));

  const stands = async (dialog: Dialog): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await thereAndBack();
    await until(() => given.dialogs.last !== dialog || !dialog.busy, 'the end of what was read');
  };
  const wordsOf = (dialog: Dialog): string => {
    const said = 'validationMessage' in dialog ? dialog.validationMessage : undefined;
    const rows = 'items' in dialog ? dialog.items.flatMap(({ label, detail = '' }) => [label, detail]) : [];
    return [dialog.title, typeof said === 'object' ? said.message : said, ...rows].join('\n');
  };

  /** Answers a question in every odd way. Where one is taken, the way leads back to it. */
  const throwAt = async (question: string, all: readonly string[] = ODD): Promise<void> => {
    const asked = await given.dialogs.asking(question);
    for (const odd of 'items' in asked ? all : [...all, FAR_TOO_MUCH]) {
      const dialog = await given.dialogs.asking(question);
      given.dialogs.enterText(dialog, odd);
      await stands(dialog);
      await press('acceptSelectedQuickOpenItem');
      await stands(dialog);
      const now = given.dialogs.last;
      assert.ok(now !== undefined && now.enabled, `${question}: ${odd.slice(0, 20)}`);
      assert.doesNotMatch(wordsOf(now), INTERNAL, `${question}: ${odd.slice(0, 20)}`);
      if (now !== dialog) await press('quickInputBack');
    }
    const dialog = await given.dialogs.asking(question);
    given.dialogs.enterText(dialog, '');
    await stands(dialog);
  };
  const answer = async (question: string, text: string): Promise<void> => {
    await throwAt(question);
    await given.dialogs.answer(question, text);
  };
  const pick = async (question: string, label: string): Promise<void> => {
    await throwAt(question);
    await given.dialogs.pick(question, label);
  };

  it('leave every box of a user’s alive, and the right ones are taken after them', async () => {
    const done = given.begin();
    await pick(FIRST, 'OpenStack user and password…');
    await answer('keystone.example.com', `${given.api.origin}/v3`);
    await answer('User, by name or ID', demoUser.name);
    await answer('User domain', 'Default');
    await answer('Tenant (project)', documentedTenantId);
    await answer('Password', demoUser.password);
    // Enter alone is the last answer.
    await throwAt('Keep you signed in?', ODD.slice(1));
    await given.dialogs.pick('Keep you signed in?', 'Use another endpoint…');
    await answer('image.example.com', given.api.endpoint(documentedTenantId));
    await given.dialogs.enter('Keep you signed in?');
    await done;
    assert.equal(await given.imagesShown(), 5);
  }).timeout(60_000);

  it('leave every box of a token’s alive, and the right ones are taken after them', async () => {
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'Token and endpoint…');
    await answer('Select a region', given.api.origin);
    await answer('Tenant ID', documentedTenantId);
    await answer('Token', documentedToken);
    await done;
    assert.equal(await given.imagesShown(), 5);
  });

  it('leave every box of an application credential’s alive, and the right ones are taken after them', async () => {
    const { id, secret } = demoUser.applicationCredential;
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'Application credential…');
    await given.dialogs.answer('keystone.example.com', `${given.api.origin}/v3`);
    await answer('ID of the application credential', id);
    await answer('Secret of the application credential', secret);
    await given.dialogs.enter('Keep you signed in?');
    await done;
    assert.equal(given.account().tenant, generatedTenantId);
  });

  it('leave the list of ConoHa’s places alive', async () => {
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'ConoHa API user and password…');
    await pick('Select the generation and region', 'VPS 2.0 (tyo1)');
    await given.dialogs.asking('API user');
    await press('closeQuickOpen');
    await done;
  });
});
