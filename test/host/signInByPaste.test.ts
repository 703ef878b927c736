import assert from 'node:assert/strict';
import { createServer, type Server as NetServer } from 'node:net';
import { window, type LogOutputChannel, type QuickPick, type QuickPickItem } from 'vscode';
import type { Account } from '../../src/auth/account';
import type { ValueItem } from '../../src/commands/ask';
import type { AccountContext } from '../../src/commands/context';
import { signIn } from '../../src/commands/signIn/signIn';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { Dialogs, press, type Dialog } from './accountsDialogs';
import { partsFor } from './parts';

const FIRST = 'curl command';

describe('Signing in with a pasted command', () => {
  let api: Server;
  let dialogs: Dialogs;
  let context: AccountContext;
  let log: LogOutputChannel;

  beforeEach(async () => {
    api = await startServer({ regions: ['tyo1'] });
    log = window.createOutputChannel('Sign in', { log: true });
    context = { ...(await partsFor(api, [])), log };
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    log.dispose();
    await api.close();
  });

  const account = (): Account => {
    const { active } = context.accounts;
    assert.ok(active !== undefined, 'somebody is signed in');
    return active;
  };
  /** The row for what stands in the box. */
  const row = (dialog: Dialog, text: string): Promise<QuickPickItem> =>
    until(() => {
      const [first] = (dialog as QuickPick<ValueItem>).items;
      return first?.value === text ? first : undefined;
    }, 'the row for it');
  const address = () => `${api.endpoint(documentedTenantId)}/images/detail`;

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
      const done = signIn(context);
      const header = `-H "X-Auth-Token: ${documentedToken}"`;
      const dialog = await dialogs.paste(FIRST, `curl ${option} ${proxyAddress} -i ${header} ${address()}`);
      await until(() => dialog.value === address(), 'the address in the place of the command');
      await dialogs.enter(FIRST);
      await dialogs.enter('Tenant ID');
      await dialogs.enter('Token');
      await done;
      assert.equal(account().base, api.endpoint(documentedTenantId));
      assert.equal(connections, 0);
      assert.ok(api.requests.length > 0);
      assert.ok(api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
    });
  }

  it('asks for a token that is not read, and says why', async () => {
    const done = signIn(context);
    await dialogs.paste(FIRST, `curl -H "X-Auth-Token: $OS_TOKEN" ${address()}`);
    await until(async () => (await dialogs.asking(FIRST)).value === address(), 'the address');
    await dialogs.enter(FIRST);
    await dialogs.enter('Tenant ID');
    const dialog = await dialogs.asking('$OS_TOKEN is not expanded here');
    assert.equal(dialog.value, '');
    await dialogs.answer('Token', documentedToken);
    await done;
    assert.equal(account().tenant, documentedTenantId);
  });

  it('guesses none of several addresses, says so, and shows no token', async () => {
    const done = signIn(context);
    const command = `curl -H "X-Auth-Token: ${documentedToken}" ${address()} ${proxyAddress}/v2/x`;
    const dialog = await dialogs.paste(FIRST, command);
    await until(() => !dialog.value.includes(documentedToken), 'no token in the box');
    assert.ok('items' in dialog);
    await until(() => dialog.items[0]?.label.includes('several addresses'), 'words about the addresses');
    assert.ok(!JSON.stringify(dialog.items).includes(documentedToken));
    await dialogs.enter(FIRST);
    await dialogs.asking('This curl command has several addresses');
    await press('closeQuickOpen');
    await done;
    assert.equal(connections + api.requests.length, 0);
  });

  it('keeps the token while the rest of the command is mended', async () => {
    const done = signIn(context);
    const header = `-H "X-Auth-Token: ${documentedToken}"`;
    const dialog = await dialogs.paste(FIRST, `curl ${header} -u me:secret --bogus ${address()}`);
    const shown = `curl -H "X-Auth-Token: •token•" -u •secret• --bogus ${address()}`;
    await until(() => dialog.value === shown, 'marks for the secrets');
    for (const mended of [shown.replace(' --bogus', ''), shown.replace(' -u •secret• --bogus', '')]) {
      dialog.value = mended;
      await row(dialog, mended);
      assert.equal(dialog.value, mended);
    }
    await dialogs.enter(FIRST);
    await dialogs.enter('Tenant ID');
    await dialogs.enter('Token');
    await done;
    assert.equal(account().base, api.endpoint(documentedTenantId));
    assert.ok(api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
  });

  it('asks for the whole command again where a mark was damaged', async () => {
    const done = signIn(context);
    const dialog = await dialogs.paste(
      FIRST,
      `curl -H "X-Auth-Token: ${documentedToken}" --bogus ${address()}`,
    );
    await until(() => dialog.value.includes('•token•'), 'a mark for the token');
    dialog.value = `curl -H "X-Auth-Token: •toke" ${address()}`;
    assert.match((await row(dialog, dialog.value)).label, /Paste the whole command again/);
    await dialogs.enter(FIRST);
    await dialogs.asking('Paste the whole command again');
    await press('closeQuickOpen');
    await done;
    assert.equal(api.requests.length, 0);
  });

  it('shows no token of a short command in the place of a longer address', async () => {
    const done = signIn(context);
    const dialog = await dialogs.paste(FIRST, `https://compute.example/v2/${'a'.repeat(300)}`);
    dialog.value = `curl -H X-Auth-Token:${documentedToken} ${address()}`;
    await until(() => dialog.value === address(), 'the address');
    await dialogs.enter(FIRST);
    await dialogs.enter('Tenant ID');
    await dialogs.enter('Token');
    await done;
    assert.equal(account().base, api.endpoint(documentedTenantId));
  });

  it('takes the token of a mended command, not that of one pasted before it', async () => {
    const done = signIn(context);
    const dialog = await dialogs.paste(FIRST, `curl -H X-Auth-Token:earlier ${address()}`);
    await until(() => dialog.value === address(), 'the address');
    const shown = `curl -H X-Auth-Token:•token• --bogus ${address()}`;
    dialog.value = shown.replace('•token•', documentedToken);
    await until(() => dialog.value === shown, 'a mark for the token');
    dialog.value = shown.replace(' --bogus', '');
    await row(dialog, dialog.value);
    await dialogs.enter(FIRST);
    await dialogs.enter('Tenant ID');
    assert.equal((await dialogs.asking('Token')).value, documentedToken);
    await press('closeQuickOpen');
    await done;
  });

  for (const [token, words] of [
    ['later', 'sent to'],
    ['$OS_TOKEN', '$OS_TOKEN is not expanded here'],
    ['YOUR_TOKEN', 'YOUR_TOKEN is a placeholder'],
  ] as const) {
    it(`takes ${token} of the last paste for the token, not that of an earlier one`, async () => {
      const done = signIn(context);
      const command = (given: string) => `curl -H 'X-Auth-Token: ${given}' ${address()}`;
      const dialog = await dialogs.paste(FIRST, command(documentedToken));
      await until(() => dialog.value === address(), 'the address');
      await dialogs.enter(FIRST);
      await dialogs.asking('Tenant ID');
      await dialogs.back('Tenant ID');
      const again = await dialogs.paste(FIRST, command(token));
      await until(() => again.value === address(), 'the address again');
      await dialogs.enter(FIRST);
      await dialogs.enter('Tenant ID');
      const question = await dialogs.asking(words);
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
      const done = signIn(context);
      const text = command.replace('ADDRESS', address()).replace('TOKEN', documentedToken);
      const dialog = await dialogs.paste(FIRST, text);
      await until(() => dialog.value === text.replace(documentedToken, '•token•'), 'a mark for the token');
      assert.match((await row(dialog, dialog.value)).label, /Only curl commands can be read/);
      assert.ok(!JSON.stringify((dialog as QuickPick<ValueItem>).items).includes(documentedToken));
      await dialogs.enter(FIRST);
      await dialogs.asking('Only curl commands can be read');
      await press('closeQuickOpen');
      await done;
      assert.equal(api.requests.length, 0);
    });
  }

  it('typed letter by letter leaves it alone until Enter', async () => {
    const done = signIn(context);
    const dialog = (await dialogs.asking(FIRST)) as QuickPick<ValueItem>;
    const command = `curl --url ${address()}`;
    for (let length = 1; length <= command.length; length++) {
      const typed = command.slice(0, length);
      dialog.value = typed;
      await until(() => dialog.items[0]?.value === typed.trim(), 'the row for it');
    }
    assert.equal(dialog.items[0]?.label, address());
    assert.equal(dialog.value, command);
    await dialogs.enter(FIRST);
    assert.equal((await dialogs.asking('Tenant ID')).value, documentedTenantId);
    await press('closeQuickOpen');
    await done;
  });
});
