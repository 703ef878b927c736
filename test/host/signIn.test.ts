import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
import { Dialogs, press, type Dialog } from './accountsDialogs';
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
  /** The row for what stands in the box. */
  const row = (dialog: Dialog, text: string): Promise<QuickPickItem> =>
    until(() => {
      const [first] = (dialog as QuickPick<ValueItem>).items;
      return first?.value === text ? first : undefined;
    }, 'the row for it');
  const address = () => `${api.endpoint(documentedTenantId)}/images/detail`;

  it('fills the tenant in where the endpoint has a placeholder for it', async () => {
    const done = signIn(context);
    await dialogs.answer(FIRST, `${api.origin}/v2.1/%(tenant_id)s`);
    await dialogs.answer('Tenant ID', '');
    await dialogs.objection(/needs a tenant ID/);
    await dialogs.answer('Tenant ID', '%(tenant_id)s');
    await dialogs.objection(/%\(tenant_id\)s is a placeholder\. Enter the tenant ID/);
    await dialogs.answer('Tenant ID', documentedTenantId);
    await dialogs.answer('Token', documentedToken);
    await done;
    assert.equal(account().base, `${api.origin}/v2.1/${documentedTenantId}`);
  });

  it('refuses what only stands for a token, or comes in a command for another server', async () => {
    context = { ...(await partsFor(api, [{ id: documentedTenantId, token: 'ended' }])), log };
    const updating = updateToken(context, { kind: 'account', account: account() });
    for (const [text, words] of [
      ['$OS_TOKEN', /\$OS_TOKEN is not expanded here/],
      ['@token.txt', /@token.txt is not read here/],
      ['%OS_TOKEN%', /%OS_TOKEN% is not expanded here/],
      ['YOUR_TOKEN', /YOUR_TOKEN is a placeholder/],
      [`<${documentedToken}>`, /<•token•> is a placeholder/],
      [`http ${address()} X-Auth-Token:${documentedToken}`, /Only curl commands can be read/],
      [`curl -H "X-Auth-Token: ${documentedToken}" https://other.example/v2/t`, /not for 127\.0\.0\.1/],
      [`curl -H “X-Auth-Token: ${documentedToken}” ${address()}`, /Replace “/],
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

  it('shows no password of a command that is pasted for the address of the identity service', async () => {
    const done = signIn(context);
    await dialogs.pick(FIRST, 'OpenStack user and password…');
    const text = `curl -d '{"auth": {"password": "PASSWORD"}}' ${api.origin}/v2.0/tokens`;
    const dialog = await dialogs.paste(
      'Address of the Identity API',
      text.replace('PASSWORD', demoUser.password),
    );
    await until(() => dialog.value === text.replace('PASSWORD', '•secret•'), 'a mark for the password');
    await row(dialog, dialog.value);
    assert.ok(!JSON.stringify((dialog as QuickPick<ValueItem>).items).includes(demoUser.password));
    await press('closeQuickOpen');
    await done;
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
