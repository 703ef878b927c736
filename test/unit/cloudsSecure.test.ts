import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Cloud } from '../../src/auth/clouds/cloud';
import { readCloudsFile } from '../../src/auth/clouds/readCloudsFile';
import { cloudsFolder } from './cloudsFolder';

const { user, written, read } = cloudsFolder();

describe('the secure file of a clouds file', () => {
  const open = `
clouds:
  mine:
    region_name: tyo1
    profile: conoha
    auth: {username: gncu1, project_id: p1}
`;
  const secret = 'clouds: {mine: {auth: {password: new}}, other: {auth: {password: lone}}}';
  const readAt = async (path: string, env: Record<string, string> = {}) => readCloudsFile(path, user(env));
  const passwordIn = ([first]: readonly Cloud[]) =>
    first?.credential.kind === 'password' ? first.credential.password : undefined;

  it('may stand in any of the places where clouds files do, or where a variable says', async () => {
    for (const [place, env] of [
      ['xdg/openstack/secure.json', {}],
      ['.config/openstack/secure.yml', {}],
      ['elsewhere/hidden.yaml', { OS_CLIENT_SECURE_FILE: '~/elsewhere/hidden.yaml' }],
    ] as const) {
      await written(place, secret.replace('new', place));
      const path = await written('.config/openstack/clouds.yaml', open);
      const { clouds } = await readAt(path, { XDG_CONFIG_HOME: join(user().home, 'xdg'), ...env });
      assert.equal(passwordIn(clouds), place);
      assert.equal(clouds.length, 1);
      await written(place, '');
    }
  });

  it('counts where the variable says before it counts beside the file, and there before elsewhere', async () => {
    const path = await written('.config/openstack/clouds.yaml', open);
    await written('.config/openstack/secure.yaml', secret.replace('new', 'beside'));
    const xdg = { XDG_CONFIG_HOME: join(user().home, 'xdg') };
    await written('xdg/openstack/secure.yaml', secret.replace('new', 'elsewhere'));
    assert.equal(passwordIn((await readAt(path, xdg)).clouds), 'beside');
    const named = await written('named.yaml', secret.replace('new', 'named'));
    const env = { ...xdg, OS_CLIENT_SECURE_FILE: named };
    assert.equal(passwordIn((await readAt(path, env)).clouds), 'named');
  });

  it('lends no password to a file from anywhere else, which may say where to send it', async () => {
    await written('.config/openstack/secure.yaml', secret);
    await written('.config/openstack/clouds-public.yaml', 'public-clouds: {house: {auth: {password: new}}}');
    const named = await written('named.yaml', secret);
    const path = await written('workspace/clouds.yaml', open);
    const stranger = await readAt(path, { OS_CLIENT_SECURE_FILE: named });
    assert.deepEqual(
      stranger.problems.map(({ problem }) => problem),
      ['noPassword'],
    );
    assert.doesNotMatch(JSON.stringify(stranger), /"new"/);
    const profile = await readAt(await written('workspace/clouds.yaml', open.replace('conoha', 'house')));
    assert.equal(profile.problems[0]?.problem, 'unknownProfile');
    await written('workspace/secure.yaml', secret);
    assert.equal(passwordIn((await readAt(await written('workspace/clouds.yaml', open))).clouds), 'new');
  });

  it('may hold a whole cloud that stands nowhere else', async () => {
    await written(
      'secure.yaml',
      'clouds: {hidden: {auth: {auth_url: https://auth.example, token: t}}, other: {auth: {password: lone}}}',
    );
    assert.deepEqual(
      (await read(open.replace('{username', '{password: w, username'))).clouds.map(({ name }) => name),
      ['mine', 'hidden'],
    );
  });
});
