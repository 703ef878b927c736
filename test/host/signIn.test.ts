import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QuickPick, QuickPickItem } from 'vscode';
import { updateToken } from '../../src/commands/account';
import { CONOHA_3_IMAGE } from '../../src/conoha';
import { until } from '../hosts/until';
import { demoUser, documentedTenantId, documentedToken } from '../server/index';
import { press } from './accountsDialogs';
import { FIRST, SignInParts } from './signInParts';

describe('Signing in', () => {
  const given = new SignInParts();

  it('fills the tenant in where the endpoint has a placeholder for it', async () => {
    const done = given.begin();
    await given.dialogs.answer(FIRST, `${given.api.origin}/v2.1/%(tenant_id)s`);
    await given.dialogs.answer('Tenant ID', '');
    await given.dialogs.objection(/needs a tenant ID/);
    await given.dialogs.answer('Tenant ID', '%(tenant_id)s');
    await given.dialogs.objection(/%\(tenant_id\)s is a placeholder\. Enter the tenant ID/);
    await given.dialogs.answer('Tenant ID', documentedTenantId);
    await given.dialogs.answer('Token', documentedToken);
    await done;
    assert.equal(given.account().base, `${given.api.origin}/v2.1/${documentedTenantId}`);
  });

  it('takes no name for the tenant ID of ConoHa, by which its images are told from those of others', async () => {
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'Token and endpoint…');
    await given.dialogs.pick('Select a region, or enter', CONOHA_3_IMAGE);
    await given.dialogs.answer('Tenant ID', 'gnct12345678');
    await given.dialogs.objection(/32 characters, 0–9 and a–f\. This may be the tenant name/);
    await given.dialogs.answer('Tenant ID', '');
    await given.dialogs.asking('Token');
    await press('closeQuickOpen');
    await done;
  });

  it('refuses what only stands for a token, or comes in a command for another server', async () => {
    await given.signIn('ended');
    const updating = updateToken(given.context, given.account().id);
    for (const [text, words] of [
      ['$OS_TOKEN', /\$OS_TOKEN is not expanded here/],
      ['@token.txt', /@token.txt is not read here/],
      ['%OS_TOKEN%', /%OS_TOKEN% is not expanded here/],
      ['YOUR_TOKEN', /YOUR_TOKEN is a placeholder/],
      [`<${documentedToken}>`, /<•token•> is a placeholder/],
      [`http ${given.address()} X-Auth-Token:${documentedToken}`, /Only curl commands can be read/],
      [`curl -H "X-Auth-Token: ${documentedToken}" https://other.example/v2/t`, /not for 127\.0\.0\.1/],
      [`curl -H “X-Auth-Token: ${documentedToken}” ${given.address()}`, /Replace “/],
      [`curl -H "X-Auth-Token: ${documentedToken}" ${given.address()} ${given.address()}`, /several URLs/],
      ['a'.repeat(32_768), /at most 8,192 characters/],
      ['a'.repeat(1_048_576), /at most 262,144 characters/],
    ] as const) {
      await given.dialogs.answer('Token', text);
      await given.dialogs.objection(words);
    }
    assert.equal(given.api.requests.length, 0);
    await given.dialogs.answer('Token', `curl -H "X-Auth-Token: ${documentedToken}" ${given.address()}`);
    await updating;
    await given.context.sessions.of(given.account().id)?.images.catalog.refresh();
    assert.equal(given.api.requests.at(-1)?.headers['x-auth-token'], documentedToken);
  });

  it('goes on with the first of every list on Enter', async () => {
    await given.serve({ regions: ['tyo1', 'tyo2'] });
    await given.signIn(documentedToken);
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'OpenStack user and password…');
    await given.dialogs.answer('URL of the Identity API', `${given.api.origin}/v3`);
    await given.dialogs.answer('User, by name', demoUser.name);
    await given.dialogs.answer('User domain', 'default');
    await given.dialogs.answer('Tenant (project)', documentedTenantId);
    await given.dialogs.answer('Sent only to', demoUser.password);
    await given.dialogs.enter('Select an endpoint');
    await given.dialogs.enter('Keep you signed in?');
    await done;
    assert.equal(given.context.accounts.all.length, 2);
    assert.equal(given.account().base, given.api.imageEndpoint(documentedTenantId));
    assert.equal(given.account().renews, true);
    const again = given.begin();
    const dialog = await given.dialogs.asking(FIRST);
    await until(
      () =>
        (dialog as QuickPick<QuickPickItem>).activeItems[0]?.label.endsWith('ConoHa API user and password…'),
      'the first method',
    );
    await given.dialogs.answer(FIRST, given.api.endpoint(documentedTenantId));
    await given.dialogs.answer('Token', documentedToken);
    await again;
    assert.equal(given.context.accounts.all.length, 2);
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
      auth_url: ${given.api.origin}/v3
      username: ${demoUser.name}
      user_domain_name: Default
      password: ${demoUser.password}
      project_id: ${documentedTenantId}
`;
    const write = (...clouds: readonly string[]) =>
      writeFile(join(folder, 'clouds.yaml'), `clouds:${clouds.join('')}`, { mode: 0o600 });
    const signInTo = async (name: string) => {
      const done = given.begin();
      await given.dialogs.pick(FIRST, name);
      await given.dialogs.enter('Keep you signed in?');
      await done;
    };

    it('fills the project in where its own images address has a placeholder', async () => {
      await write(cloud('open', `compute_endpoint_override: ${given.api.origin}/v2.1/%(project_id)s`));
      await signInTo('open');
      assert.equal(given.account().base, `${given.api.origin}/v2.1/${documentedTenantId}`);
    });

    it('fills the project in where the service catalogue has a placeholder', async () => {
      await given.serve({ regions: ['tyo1'], computeStyle: 'v2.1/template', imageStyle: 'none' });
      await write(cloud('plain'));
      await signInTo('plain');
      assert.equal(given.account().base, `${given.api.origin}/v2.1/${documentedTenantId}`);
    });

    it('is possible beside one whose address is none, which says so', async () => {
      await write(cloud('broken', 'compute_endpoint_override: https://nova.example/v2.1/%zz'), cloud('good'));
      const done = given.begin();
      await given.dialogs.pick(FIRST, 'broken');
      await given.dialogs.asking('compute_endpoint_override is not a valid URL');
      await given.dialogs.pick('compute_endpoint_override is not', 'good');
      await given.dialogs.enter('Keep you signed in?');
      await done;
      assert.equal(given.account().tenant, documentedTenantId);
    });
  });
});
