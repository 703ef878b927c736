import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { window, type LogOutputChannel, type QuickPick, type QuickPickItem } from 'vscode';
import type { Account } from '../../src/auth/account';
import { updateToken } from '../../src/commands/account';
import type { ValueItem } from '../../src/commands/ask';
import type { AccountContext } from '../../src/commands/context';
import { signIn } from '../../src/commands/signIn/signIn';
import { until } from '../hosts/until';
import { demoUser, documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { Dialogs, press } from './accountsDialogs';
import { partsFor } from './parts';

const FIRST = 'curl command';

describe('Signing in', () => {
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
  const address = () => `${api.endpoint(documentedTenantId)}/images/detail`;

  describe('with a pasted command', () => {
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
      const dialog = await dialogs.asking('takes the token from $OS_TOKEN, which is not read here');
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
      await dialogs.asking('The curl command has several addresses');
      await press('closeQuickOpen');
      await done;
      assert.equal(connections + api.requests.length, 0);
    });

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

  it('fills the tenant in where the endpoint has a placeholder for it', async () => {
    const done = signIn(context);
    await dialogs.answer(FIRST, `${api.origin}/v2.1/%(tenant_id)s`);
    await dialogs.answer('Tenant ID', '');
    await dialogs.objection(/needs a tenant ID/);
    await dialogs.answer('Tenant ID', documentedTenantId);
    await dialogs.answer('Token', documentedToken);
    await done;
    assert.equal(account().base, `${api.origin}/v2.1/${documentedTenantId}`);
  });

  it('refuses what only stands for a token, or comes in a command for another server', async () => {
    context = { ...(await partsFor(api, [{ id: documentedTenantId, token: 'ended' }])), log };
    const updating = updateToken(context, { kind: 'account', account: account() });
    for (const [text, words] of [
      ['$OS_TOKEN', /\$OS_TOKEN only stands for a token/],
      ['@token.txt', /@token.txt only stands for a token/],
      ['${OS_TOKEN}', /\$\{OS_TOKEN\} only stands for a token/],
      ['%OS_TOKEN%', /%OS_TOKEN% only stands for a token/],
      [
        `curl -H "X-Auth-Token: ${documentedToken}" https://other.example/v2/t`,
        /for another server than 127/,
      ],
      [`curl -H "X-Auth-Token: ${documentedToken}" ${address()} ${address()}`, /several addresses/],
      ['a'.repeat(32_768), /at most 8,192 characters/],
      ['a'.repeat(1_048_576), /at most 262,144 characters/],
    ] as const) {
      await dialogs.answer('Token', text);
      await dialogs.objection(words);
    }
    assert.equal(api.requests.length, 0);
    await dialogs.answer('Token', `curl -H "X-Auth-Token: ${documentedToken}" ${address()}`);
    await updating;
    await context.sessions.of(account().id)?.images.catalog.refresh();
    assert.equal(api.requests.at(-1)?.headers['x-auth-token'], documentedToken);
  });

  it('goes on with the first of every list on Enter', async () => {
    await api.close();
    api = await startServer({ regions: ['tyo1', 'tyo2'] });
    const first = { ...(await partsFor(api, [{ id: documentedTenantId, token: documentedToken }])), log };
    context = first;
    const done = signIn(context);
    await dialogs.pick(FIRST, 'OpenStack user and password…');
    const identity = await dialogs.asking('Address of the Identity API');
    assert.match((identity as QuickPick<QuickPickItem>).activeItems[0]?.label ?? '', /^https:/);
    await dialogs.answer('Address of the Identity API', `${api.origin}/v3`);
    await dialogs.answer('User, by name', demoUser.name);
    await dialogs.answer('Domain of the user', 'default');
    await dialogs.answer('Tenant (project)', documentedTenantId);
    await dialogs.answer('It is sent to', demoUser.password);
    await dialogs.enter('several endpoints');
    await dialogs.enter('Stay signed in?');
    await dialogs.enter('Another account is there already');
    await done;
    assert.equal(context.accounts.all.length, 2);
    assert.equal(account().base, `${api.origin}/v2.1/${documentedTenantId}`);
    assert.equal(account().renews, true);
    const again = signIn(context);
    const dialog = await dialogs.asking(FIRST);
    assert.equal(
      (dialog as QuickPick<QuickPickItem>).activeItems[0]?.label,
      'https://compute.tyo1.conoha.io',
    );
    await dialogs.answer(FIRST, api.endpoint(documentedTenantId));
    await dialogs.enter('Tenant ID');
    await dialogs.answer('Token', documentedToken);
    await dialogs.enter('This account is there already');
    await again;
    assert.equal(context.accounts.all.length, 2);
  });

  describe('to a cloud', () => {
    let folder: string;
    let file: string | undefined;
    beforeEach(async () => {
      file = process.env.OS_CLIENT_CONFIG_FILE;
      folder = await mkdtemp(join(tmpdir(), 'conoha-images-sign-in-'));
      process.env.OS_CLIENT_CONFIG_FILE = join(folder, 'clouds.yaml');
    });
    afterEach(async () => {
      if (file === undefined) delete process.env.OS_CLIENT_CONFIG_FILE;
      else process.env.OS_CLIENT_CONFIG_FILE = file;
      await rm(folder, { recursive: true });
    });
    const cloud = (name: string, line = '') => `
  ${name}:
    ${line}
    auth:
      auth_url: ${api.origin}/v3
      username: ${demoUser.name}
      user_domain_name: Default
      password: ${demoUser.password}
      project_id: ${documentedTenantId}
`;
    const write = (...clouds: readonly string[]) =>
      writeFile(join(folder, 'clouds.yaml'), `clouds:${clouds.join('')}`, { mode: 0o600 });
    const signInTo = async (name: string) => {
      const done = signIn(context);
      await dialogs.pick(FIRST, 'From clouds.yaml or the environment…');
      await dialogs.pick('Which cloud?', name);
      await dialogs.enter('Stay signed in?');
      await done;
    };

    it('fills the project in where its own images address has a placeholder', async () => {
      await write(cloud('open', `compute_endpoint_override: ${api.origin}/v2.1/%(project_id)s`));
      await signInTo('open');
      assert.equal(account().base, `${api.origin}/v2.1/${documentedTenantId}`);
    });

    it('fills the project in where the service catalogue has a placeholder', async () => {
      await api.close();
      api = await startServer({ regions: ['tyo1'], computeStyle: 'v2.1/template' });
      await write(cloud('plain'));
      await signInTo('plain');
      assert.equal(account().base, `${api.origin}/v2.1/${documentedTenantId}`);
    });

    it('is possible beside one whose address is none, which says so', async () => {
      await write(cloud('broken', 'compute_endpoint_override: https://nova.example/v2.1/%zz'), cloud('good'));
      const done = signIn(context);
      await dialogs.pick(FIRST, 'From clouds.yaml or the environment…');
      await dialogs.pick('Which cloud?', '$(warning) broken');
      await dialogs.asking('compute_endpoint_override is no web address');
      await dialogs.pick('Which cloud?', 'good');
      await dialogs.enter('Stay signed in?');
      await done;
      assert.equal(account().tenant, documentedTenantId);
    });
  });
});
