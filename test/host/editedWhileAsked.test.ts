import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { documentedTenantId } from '../server/index';
import { startRawServer, type RawServer } from '../unit/rawServer';
import { press, thereAndBack } from './accountsDialogs';
import { FIRST, SignInParts } from './signInParts';

describe('A box that is edited while it waits for a server', () => {
  const given = new SignInParts();
  let silent: RawServer;
  let ended: number;
  beforeEach(async () => {
    ended = 0;
    silent = await startRawServer((_, { socket }) => socket?.on('close', () => ended++));
  });
  afterEach(() => silent.close());

  const asked = () => until(() => silent.requests.length > 0, 'a request');
  const over = () => until(() => ended === silent.requests.length, 'the end of the connection');

  it('for a text ends that request, and asks the next server on Enter', async () => {
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'OpenStack user and password…');
    const dialog = await given.dialogs.asking('URL of the Identity API');
    given.dialogs.enterText(dialog, silent.origin);
    await press('acceptSelectedQuickOpenItem');
    await asked();
    assert.equal(dialog.busy, true);
    await press('acceptSelectedQuickOpenItem');
    given.dialogs.enterText(dialog, `${given.api.origin}/v3`);
    await over();
    assert.equal(dialog.busy, false);
    assert.equal(silent.requests.length, 1);
    await press('acceptSelectedQuickOpenItem');
    await given.dialogs.asking('User, by name or ID');
    await press('closeQuickOpen');
    await done;
  });

  it('with a list ends that request, and asks the next server on Enter', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.paste(FIRST, silent.origin);
    await given.dialogs.enter(FIRST);
    await asked();
    assert.equal(dialog.busy, true);
    await press('acceptSelectedQuickOpenItem');
    // That Enter is of the first text: it is done with before there is another one.
    await thereAndBack();
    await thereAndBack();
    dialog.value = given.api.endpoint(documentedTenantId);
    await over();
    assert.equal(dialog.busy, false);
    assert.equal(silent.requests.length, 1);
    await given.dialogs.enter(FIRST);
    await given.dialogs.asking('Sent only to');
    await press('closeQuickOpen');
    await done;
  });
});
