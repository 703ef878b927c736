import assert from 'node:assert/strict';
import type { QuickPick, QuickPickItem } from 'vscode';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken } from '../server/index';
import { press } from './accountsDialogs';
import { FIRST, SignInParts } from './signInParts';

/** As an identity service of v2.0 answers. */
function answerOf(token: string, expires: string): string {
  return JSON.stringify({
    access: { token: { id: token, expires, tenant: { id: documentedTenantId } }, serviceCatalog: [] },
  });
}

const LATER = '2999-01-01T00:00:00Z';
const PAST = '2020-01-01T00:00:00Z';

describe('Signing in goes on', () => {
  const given = new SignInParts();

  const first = async (): Promise<QuickPick<QuickPickItem>> => {
    const dialog = await given.dialogs.asking(FIRST);
    assert.ok('items' in dialog);
    await until(() => dialog.items.length > 0, 'the methods');
    return dialog;
  };
  const giveUp = async (done: Promise<void>): Promise<void> => {
    await press('closeQuickOpen');
    await done;
  };

  it('with the version that the server of a given address has', async () => {
    await given.serve({ computeStyle: 'compute', regions: ['tyo1'] });
    const done = given.begin();
    await given.dialogs.answer(FIRST, `${given.api.origin}/compute`);
    await given.dialogs.answer('Token', documentedToken);
    await done;
    assert.equal(given.account().base, `${given.api.origin}/compute/v2.1`);
    const [asked] = given.api.requests;
    assert.deepEqual([asked?.path, asked?.headers['x-auth-token']], ['/compute/', undefined]);
  });

  it('with the version of the server of a command, by one Enter', async () => {
    await given.serve({ computeStyle: 'compute', regions: ['tyo1'] });
    const done = given.begin();
    const address = `${given.api.origin}/compute`;
    const dialog = await given.dialogs.paste(FIRST, `curl -H X-Auth-Token:${documentedToken} ${address}`);
    await until(() => dialog.value === address, 'the address');
    await given.dialogs.enter(FIRST);
    await done;
    assert.equal(given.account().base, `${address}/v2.1`);
  });

  it('with the whole list after words that match nothing', async () => {
    const done = given.begin();
    const dialog = await first();
    for (const words of ['zzzz', '漢字', '１２３', '\u0007', '?!']) {
      const row = await given.dialogs.type(FIRST, words);
      assert.equal(row?.label, '$(info) Nothing else matches');
      assert.match(row.detail ?? '', /paste an endpoint, curl command, token or openrc/);
      await until(() => dialog.activeItems[0] === row, 'the only row');
      await press('acceptSelectedQuickOpenItem');
      await until(() => dialog.value === '' && dialog.activeItems[0] !== row, 'the whole list');
      assert.equal(dialog.busy, false);
    }
    assert.equal(given.api.requests.length, 0);
    await giveUp(done);
  });

  it('and says at once that a pasted token has expired', async () => {
    const done = given.begin();
    const row = await given.dialogs.type(FIRST, answerOf(documentedToken, PAST));
    assert.match(row?.detail ?? '', /This token expired on .*2020.*Get a new one/);
    const fresh = await given.dialogs.type(FIRST, answerOf(documentedToken, LATER));
    assert.equal(fresh?.detail, undefined);
    await given.dialogs.type(FIRST, given.api.endpoint(documentedTenantId));
    await given.dialogs.enter(FIRST);
    given.dialogs.enterText(await given.dialogs.asking('Sent only to'), answerOf(documentedToken, PAST));
    await given.dialogs.objection(/This token expired on .*2020/);
    assert.equal(given.api.requests.length, 0);
    await giveUp(done);
  });

  it('with a pasted openrc as with other clouds: what is ignored is named, and a region is chosen', async () => {
    const done = given.begin();
    const openrc = ['PROFILE=conoha', 'USERNAME=u', 'PASSWORD=hidden', 'TENANT_ID=t', 'PROXY=http://x'];
    const row = await given.dialogs.type(FIRST, openrc.map((part) => `export OS_${part}`).join(' '));
    assert.match(row?.detail ?? '', /ignored: OS_PROXY/);
    await given.dialogs.enter(FIRST);
    const regions = await given.dialogs.asking('Select a region');
    assert.ok('items' in regions && regions.items.length > 1);
    assert.ok(regions.items.every(({ label }) => !label.includes('envvars')));
    await given.dialogs.back('Select a region');
    const dialog = await first();
    assert.match(dialog.value, /OS_PROFILE=conoha/);
    assert.doesNotMatch(dialog.value, /hidden/);
    await giveUp(done);
  });
});
