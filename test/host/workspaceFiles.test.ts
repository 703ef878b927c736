import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ExtensionKind, workspace } from 'vscode';
import { foundClouds, userEnvironment, type CloudRow } from '../../src/commands/signIn/foundClouds';
import { Variables } from './variables';

const OPEN = `
clouds:
  mine:
    auth: {auth_url: https://auth.example/v3, username: u, project_id: p}
`;
const SECRET = 'clouds: {mine: {auth: {password: of-the-workspace}}}';

describe('Files of a workspace', () => {
  const variables = new Variables();
  let home: string;
  let inside: string;
  beforeEach(async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder !== undefined);
    home = await mkdtemp(join(tmpdir(), 'conoha-images-home-'));
    inside = await mkdtemp(join(folder.uri.fsPath, 'sign-in-'));
    variables.set('HOME', home);
  });
  afterEach(async () => {
    await rm(home, { recursive: true });
    await rm(inside, { recursive: true });
  });

  const written = async (path: string, text: string): Promise<string> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const given = (name: string, value: string): Promise<void> => {
    variables.set(name, value);
    return Promise.resolve();
  };
  const mine = () => written(join(home, '.config', 'openstack', 'clouds.yaml'), OPEN);
  const rows = async (): Promise<readonly CloudRow[]> => {
    const found = await foundClouds(userEnvironment(), ExtensionKind.Workspace);
    return found.filter(({ kind }) => kind === undefined);
  };
  const onlyRow = async (): Promise<CloudRow> => {
    const [row, ...others] = await rows();
    assert.ok(row !== undefined && others.length === 0, 'one row');
    return row;
  };

  it('are not offered, however a variable or a link leads to them', async () => {
    const text = OPEN.replace('username: u', 'username: u, password: of-the-workspace');
    const file = await written(join(inside, 'openstack', 'clouds.yaml'), text);
    for (const lead of [
      () => given('OS_CLIENT_CONFIG_FILE', file),
      () => given('XDG_CONFIG_HOME', inside),
      async () => {
        await mkdir(join(home, '.config'));
        await symlink(join(inside, 'openstack'), join(home, '.config', 'openstack'));
      },
    ]) {
      await lead();
      assert.deepEqual(await rows(), []);
      for (const name of ['OS_CLIENT_CONFIG_FILE', 'XDG_CONFIG_HOME']) variables.set(name, undefined);
    }
  });

  it('lend no password to a cloud that is found elsewhere', async () => {
    const file = await written(join(inside, 'openstack', 'secure.yaml'), SECRET);
    await mine();
    for (const lead of [
      () => given('OS_CLIENT_SECURE_FILE', file),
      () => given('XDG_CONFIG_HOME', inside),
      () => symlink(file, join(home, '.config', 'openstack', 'secure.yaml')),
    ]) {
      await lead();
      assert.doesNotMatch(JSON.stringify(await onlyRow()), /of-the-workspace/);
      for (const name of ['OS_CLIENT_SECURE_FILE', 'XDG_CONFIG_HOME']) variables.set(name, undefined);
    }
  });

  it('give no address to a cloud that is found elsewhere', async () => {
    const profiles = 'public-clouds: {house: {auth: {auth_url: https://of-the-workspace.example}}}';
    variables.set('OS_CLIENT_VENDOR_FILE', await written(join(inside, 'clouds-public.yaml'), profiles));
    const text = 'clouds: {mine: {profile: house, auth: {username: u, password: w, project_id: p}}}';
    await written(join(home, '.config', 'openstack', 'clouds.yaml'), text);
    const row = await onlyRow();
    assert.equal(row.value, undefined);
    assert.doesNotMatch(JSON.stringify(row), /of-the-workspace/);
  });

  it('decide about no certificate: a variable that names one there is said not to count', async () => {
    const file = await written(join(inside, 'authority.pem'), '');
    const elsewhere = await written(join(home, 'authority.pem'), '');
    for (const [name, value] of Object.entries({
      OS_AUTH_URL: 'https://auth.example/v3',
      OS_USERNAME: 'u',
      OS_PASSWORD: 'w',
      OS_PROJECT_ID: 'p',
    })) {
      variables.set(name, value);
    }
    variables.set('OS_CACERT', elsewhere);
    assert.deepEqual((await onlyRow()).value?.trust, { cacert: elsewhere });
    for (const [names, words] of [
      [['OS_CACERT'], /: OS_CACERT$/],
      [['OS_VERIFY'], /: OS_CACERT$/],
      [['OS_CERT'], /: OS_CERT, OS_KEY$/],
      [['OS_CERT', 'OS_KEY'], /: OS_CERT, OS_KEY$/],
    ] as const) {
      for (const name of ['OS_CACERT', 'OS_VERIFY', 'OS_CERT', 'OS_KEY']) variables.set(name, undefined);
      for (const name of names) variables.set(name, file);
      const { value, detail } = await onlyRow();
      assert.deepEqual(value?.trust, {});
      assert.match(detail ?? '', words);
    }
    // The same where only the password is missing.
    variables.set('OS_PASSWORD', undefined);
    assert.deepEqual((await onlyRow()).value?.trust, {});
  });
});
