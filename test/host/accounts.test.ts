import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { window, workspace } from 'vscode';
import type { Account } from '../../src/auth/account';
import { updateToken } from '../../src/commands/account';
import type { AccountContext } from '../../src/commands/context';
import { signIn } from '../../src/commands/signIn/signIn';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { until } from '../hosts/until';
import {
  demoUser,
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  startServer,
  type Server,
} from '../server/index';
import { begun, Dialogs, press, thereAndBack } from './accountsDialogs';
import { partsFor } from './parts';

const FIRST = 'Select a method';
const CONOHA = 'ConoHa API user and password…';
const OPENSTACK = 'OpenStack user and password…';
const CREDENTIAL = 'Application credential…';

const IDENTITY = 'URL of the Identity API';
const SECRET = 'Sent only to';
const KEEP = 'Keep you signed in?';

describe('The dialogs about accounts', () => {
  let api: Server;
  let dialogs: Dialogs;
  let context: AccountContext;
  let log: ExtensionLog;
  let folder: string;
  const variables = new Map<string, string | undefined>();

  const serve = async (options: Parameters<typeof startServer>[0]) => {
    await api.close();
    api = await startServer(options);
  };
  beforeEach(async () => {
    api = await startServer({ regions: ['tyo1'] });
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-clouds-'));
    for (const name of Object.keys(process.env)) if (name.startsWith('OS_')) setVariable(name, undefined);
    log = new ExtensionLog(window.createOutputChannel('Accounts', { log: true }));
    context = { ...(await partsFor(api, [])), log };
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    log.dispose();
    for (const [name, value] of variables) setVariable(name, value);
    variables.clear();
    await rm(folder, { recursive: true });
    await api.close();
  });

  /** What it was before is put back after the test. */
  function setVariable(name: string, value: string | undefined): void {
    if (!variables.has(name)) variables.set(name, process.env[name]);
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }

  const account = (): Account => {
    const { active } = context.accounts;
    assert.ok(active !== undefined, 'somebody is signed in');
    return active;
  };
  const imagesShown = async (): Promise<number> => {
    const images = context.sessions.of(account().id)?.images;
    await images?.ensureStarted();
    return images?.catalog.images.length ?? 0;
  };
  const asked = (kind: string) => api.requests.filter((request) => request.kind === kind);
  const signInByUser = async (version: 'v2.0' | 'v3') => {
    await dialogs.pick(FIRST, OPENSTACK);
    await dialogs.answer(IDENTITY, `${api.origin}/${version}`);
    await dialogs.answer('User, by name', demoUser.name);
    await dialogs.answer('User domain', version === 'v3' ? 'default' : '');
    await dialogs.answer('Tenant (project)', generatedTenantId);
    await dialogs.answer(SECRET, demoUser.password);
  };
  const cloudsFile = async (text: string, name = 'clouds.yaml', into = folder): Promise<string> => {
    const path = join(into, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const cloud = (...lines: readonly string[]) => `
clouds:
  東京:
    region_name: tyo1
${lines.map((line) => `    ${line}`).join('\n')}
    auth:
      auth_url: ${api.origin}/v3
      username: ${demoUser.name}
      user_domain_name: Default
      project_id: ${documentedTenantId}
`;

  it('sign in by an API user, and the password kept gets the next token', async () => {
    const done = begun(signIn(context));
    await signInByUser('v2.0');
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await done;
    assert.equal(account().base, api.endpoint(generatedTenantId));
    assert.equal(account().renews, true);
    assert.ok((account().expires ?? 0) > Date.now());
    api.tokens.expireAll();
    assert.equal(await imagesShown(), 100);
  });

  it('sign in by an application credential, which is forgotten when that is wanted', async () => {
    const { id, secret } = demoUser.applicationCredential;
    const done = begun(signIn(context));
    await dialogs.pick(FIRST, CREDENTIAL);
    await dialogs.answer(IDENTITY, `${api.origin}/v3`);
    await dialogs.answer('ID of the application credential', id);
    await dialogs.answer(SECRET, secret);
    await dialogs.pick(KEEP, 'No, this token only');
    await done;
    assert.equal(account().method.kind, 'applicationCredential');
    assert.equal(await imagesShown(), 100);
    api.tokens.expireAll();
    await assert.rejects(async () => context.sessions.of(account().id)?.images.catalog.refresh());
    assert.equal(asked('token').length, 1);
  });

  it('take an API user of ConoHa by generation and region, whose address is known', async () => {
    const done = begun(signIn(context));
    await dialogs.pick(FIRST, CONOHA);
    const places = await dialogs.asking('generation and region');
    assert.ok('items' in places);
    assert.deepEqual(
      places.items.map(({ label }) => label),
      ['VPS 3.0', 'VPS 2.0 (tyo1)', 'VPS 2.0 (tyo2)', 'VPS 2.0 (tyo3)', 'VPS 2.0 (sin1)', 'VPS 2.0 (sjc1)'],
    );
    await dialogs.pick('generation and region', 'VPS 2.0 (sin1)');
    await dialogs.answer('API user, such', 'gncu00000001');
    await dialogs.answer('Tenant (project)', documentedTenantId);
    await dialogs.asking('Sent only to identity.sin1.conoha.io');
    await press('closeQuickOpen');
    await done;
    assert.equal(context.accounts.all.length, 0);
  });

  for (const typed of ['VPS', 'Tok'])
    it(`take VPS 3.0 for the place by Enter after “${typed}”, whatever else that is in`, async () => {
      const done = begun(signIn(context));
      await dialogs.pick(FIRST, CONOHA);
      const places = await dialogs.paste('generation and region', typed);
      assert.ok('items' in places);
      await thereAndBack();
      await thereAndBack();
      await press('acceptSelectedQuickOpenItem');
      await dialogs.answer('API user, such', 'gncu00000001');
      await dialogs.answer('Tenant (project)', documentedTenantId);
      await dialogs.asking('Sent only to identity.c3j1.conoha.io');
      await press('closeQuickOpen');
      await done;
    });

  it('let a region be chosen where the service catalogue has several', async () => {
    await serve({ regions: ['tyo1', 'tyo2'] });
    const done = begun(signIn(context));
    await signInByUser('v3');
    await dialogs.pick('Select an endpoint', 'tyo2');
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await done;
    assert.equal(account().base, `${api.origin}/tyo2/image/v2`);
    assert.equal(await imagesShown(), 12);
  });

  it('ask for the endpoint, with the reason, where that of the service catalogue does not work', async () => {
    const fault = api.faults.add({ do: 'status', status: 404 });
    const done = begun(signIn(context));
    await signInByUser('v2.0');
    await dialogs.asking('lists no images (404)');
    fault.remove();
    await dialogs.answer('lists no images (404)', `${api.endpoint(generatedTenantId)}/images/detail`);
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await done;
    assert.equal(account().base, api.endpoint(generatedTenantId));
  });

  it('lead back from every step to the one before, with what was answered', async () => {
    const done = begun(signIn(context));
    await signInByUser('v3');
    await dialogs.back(KEEP);
    assert.equal((await dialogs.asking(SECRET)).value, demoUser.password);
    await dialogs.back(SECRET);
    assert.equal((await dialogs.asking('Tenant (project)')).value, generatedTenantId);
    await dialogs.back('Tenant (project)');
    await dialogs.back('User domain');
    await dialogs.back('User, by name');
    assert.equal((await dialogs.asking(IDENTITY)).value, `${api.origin}/v3`);
    await dialogs.back(IDENTITY);
    await dialogs.asking(FIRST);
    await press('closeQuickOpen');
    await done;
    assert.equal(context.accounts.all.length, 0);
  });

  it('sign in to a cloud of a clouds file, with its password from the secure file', async () => {
    setVariable('OS_CLIENT_CONFIG_FILE', await cloudsFile(cloud()));
    await cloudsFile(`clouds: { 東京: { auth: { password: ${demoUser.password} } } }`, 'secure.yaml');
    const done = begun(signIn(context));
    await dialogs.pick(FIRST, '東京');
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await done;
    assert.equal(account().tenant, documentedTenantId);
    assert.equal(await imagesShown(), 5);
  });

  it('ask for the password alone where a cloud has none', async () => {
    setVariable('OS_CLIENT_CONFIG_FILE', await cloudsFile(cloud()));
    const done = begun(signIn(context));
    await dialogs.pick(FIRST, '東京');
    await dialogs.answer(SECRET, 'wrong');
    await dialogs.objection(/was not accepted \(401\)/);
    await dialogs.answer(SECRET, demoUser.password);
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await done;
    assert.equal(await imagesShown(), 5);
  });

  it('refuse a cloud that switches the check of certificates off, and say why', async () => {
    setVariable('OS_CLIENT_CONFIG_FILE', await cloudsFile(cloud('verify: false')));
    const done = begun(signIn(context));
    await dialogs.pick(FIRST, '東京');
    await dialogs.asking('verify: false');
    assert.equal(api.requests.length, 0);
    await press('closeQuickOpen');
    await done;
  });

  it('do not offer what a clouds file in the workspace says', async () => {
    const [workspaceFolder] = workspace.workspaceFolders ?? [];
    assert.ok(workspaceFolder !== undefined);
    const path = await cloudsFile(cloud(), 'clouds.yaml', workspaceFolder.uri.fsPath);
    setVariable('OS_CLIENT_CONFIG_FILE', path);
    const done = begun(signIn(context));
    const dialog = await dialogs.asking(FIRST);
    assert.ok('items' in dialog);
    await until(() => dialog.items.length > 0, 'the methods');
    assert.ok(!dialog.items.some(({ label }) => label.includes('東京')));
    await press('closeQuickOpen');
    await done;
    await rm(path);
  });

  it('sign in by the variables that an openrc file sets', async () => {
    setVariable('OS_AUTH_URL', `${api.origin}/v2.0`);
    setVariable('OS_USERNAME', demoUser.name);
    setVariable('OS_PASSWORD', demoUser.password);
    setVariable('OS_TENANT_ID', documentedTenantId);
    const done = begun(signIn(context));
    await dialogs.pick(FIRST, 'envvars');
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await done;
    assert.equal(await imagesShown(), 5);
  });

  it('recognise a tenant that is there already, and update it under its name', async () => {
    context = { ...(await partsFor(api, [{ id: documentedTenantId, token: documentedToken }])), log };
    await context.accounts.rename(account().id, 'Mine');
    const { id: token } = api.tokens.issue({ tenantId: documentedTenantId });
    const done = begun(signIn(context));
    await dialogs.answer(FIRST, api.endpoint(documentedTenantId));
    await dialogs.answer('Token', token);
    await done;
    assert.deepEqual(
      context.accounts.all.map(({ label }) => label),
      ['Mine'],
    );
    api.clearRequests();
    assert.equal(await imagesShown(), 5);
    assert.ok(asked('list').every(({ headers }) => headers['x-auth-token'] === token));
  });

  it('ask for the password alone after signing out, which has the token revoked', async () => {
    const signingIn = begun(signIn(context));
    await signInByUser('v3');
    await dialogs.pick(KEEP, 'Yes, store my password securely');
    await signingIn;
    await context.accounts.signOut(account().id);
    assert.equal(asked('revoke').length, 1);
    assert.equal(account().signedIn, false);
    const again = begun(signIn(context));
    await dialogs.pick(FIRST, `Sign in again to “${account().label}”`);
    await dialogs.answer(SECRET, demoUser.password);
    await again;
    assert.equal(account().signedIn, true);
    assert.equal(await imagesShown(), 100);
  });

  it('ask for the token alone when it is updated, and hear from the pasted answer when it ends', async () => {
    context = { ...(await partsFor(api, [{ id: documentedTenantId, token: 'ended' }])), log };
    const { id } = api.tokens.issue({ tenantId: documentedTenantId });
    const expires = '2099-01-01T00:00:00Z';
    const updating = updateToken(context, account().id);
    await dialogs.answer(
      'Token',
      JSON.stringify({ access: { token: { id, expires, tenant: { id: documentedTenantId } } } }),
    );
    await updating;
    assert.equal(account().expires, Date.parse(expires));
    assert.equal(await imagesShown(), 5);
  });
});
