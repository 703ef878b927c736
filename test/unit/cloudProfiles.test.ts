import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Cloud, CloudProblem } from '../../src/auth/clouds/cloud';
import { everythingIn } from './apiFailure';
import { cloudsFolder } from './cloudsFolder';

const { written, read } = cloudsFolder();

const AUTH = 'auth: {username: gncu1, password: secret-word, project_id: p1}';

/** A cloud with these lines and somebody to sign in. */
const cloud = (...lines: readonly string[]) =>
  ['clouds:', '  mine:', ...[...lines, AUTH].map((line) => `    ${line}`)].join('\n');

/** The clouds, none of which may have a problem. */
async function cloudsOf(text: string, env?: Record<string, string>): Promise<readonly Cloud[]> {
  const { clouds, problems } = await read(text, 'clouds.yaml', env);
  assert.deepEqual(problems, []);
  return clouds;
}

async function problemsOf(text: string): Promise<readonly CloudProblem[]> {
  const { clouds, problems } = await read(text);
  assert.deepEqual(clouds, []);
  assert.doesNotMatch(everythingIn(problems), /secret-word/);
  return problems;
}

/** What differs from region to region. */
const places = (clouds: readonly Cloud[]) =>
  clouds.map(({ regions, authUrl, identityVersion }) => [regions.join(), authUrl, identityVersion]);

describe('the profile of a cloud', () => {
  it('called conoha knows the addresses of its regions, and which version of Identity they have', async () => {
    for (const key of ['profile', 'cloud']) {
      for (const [region, url, version] of [
        ['tyo1', 'https://identity.tyo1.conoha.io/v2.0', 'v2.0'],
        ['tyo3', 'https://identity.tyo3.conoha.io/v2.0', 'v2.0'],
        ['c3j1', 'https://identity.c3j1.conoha.io/v3', 'v3'],
      ] as const) {
        assert.deepEqual(places(await cloudsOf(cloud(`${key}: conoha`, `region_name: ${region}`))), [
          [region, url, version],
        ]);
      }
    }
  });

  it('called conoha offers each of its regions where none is named', async () => {
    const clouds = await cloudsOf(cloud('profile: conoha'));
    assert.deepEqual(
      clouds.map(({ name, regions }) => [name, ...regions]),
      ['tyo1', 'tyo2', 'tyo3', 'sin1', 'sjc1', 'c3j1'].map((region) => ['mine', region]),
    );
  });

  it('called conoha puts names into the domain of VPS 3.0, and of VPS 2.0 into none', async () => {
    const names = 'auth: {username: u, password: w, project_name: p}';
    const [three] = await cloudsOf(cloud('profile: conoha', 'region_name: c3j1').replace(AUTH, names));
    assert.deepEqual(three?.credential, {
      kind: 'password',
      user: { name: 'u', domain: 'gnc' },
      password: 'w',
      project: { name: 'p', domain: 'gnc' },
    });
    const [two] = await cloudsOf(cloud('profile: conoha', 'region_name: tyo2').replace(AUTH, names));
    assert.deepEqual(two?.credential, {
      kind: 'password',
      user: { name: 'u' },
      password: 'w',
      project: { name: 'p' },
    });
  });

  it('stands below what the cloud says itself', async () => {
    const own = ['profile: conoha', 'region_name: tyo1', 'identity_api_version: 3'];
    assert.deepEqual(places(await cloudsOf(cloud(...own))), [
      ['tyo1', 'https://identity.tyo1.conoha.io/v2.0', 'v3'],
    ]);
    const elsewhere = cloud(...own).replace('{username', '{auth_url: https://other.example, username');
    assert.deepEqual(places(await cloudsOf(elsewhere)), [['tyo1', 'https://other.example', 'v3']]);
  });

  it('may come from a clouds-public file, which stands above what is built in', async () => {
    const profiles = `
public-clouds:
  house: {region_name: one, interface: internal, auth: {auth-url: "https://{region_name}.example"}}
  conoha: {auth: {auth_url: https://mirror.example}}
`;
    for (const name of ['clouds-public.yaml', '.config/openstack/clouds-public.yml', 'named.json']) {
      const path = await written(name, profiles);
      const env = {
        OS_CLIENT_CONFIG_FILE: await written('clouds.yaml', ''),
        ...(name === 'named.json' && { OS_CLIENT_VENDOR_FILE: path }),
      };
      const [house] = await cloudsOf(cloud('profile: house'), env);
      assert.deepEqual(
        [house?.authUrl, house?.services.image.interface],
        ['https://one.example', 'internal'],
        name,
      );
      const [mirror] = await cloudsOf(cloud('profile: conoha'), env);
      assert.equal(mirror?.authUrl, 'https://mirror.example', name);
    }
  });

  it('that is not there is named, whatever the reason, and never fetched', async () => {
    for (const [name, problem] of [
      ['ovh', 'vendorProfile'],
      ['rackspace', 'vendorProfile'],
      ['https://vexxhost.com', 'remoteProfile'],
      ['nowhere', 'unknownProfile'],
      ['__proto__', 'unknownProfile'],
    ] as const) {
      assert.deepEqual(await problemsOf(cloud(`profile: ${name}`)), [
        { name: 'mine', problem, detail: name },
      ]);
    }
  });

  it('that is not there is done without where the cloud has an address, and named', async () => {
    const text = cloud('profile: ovh').replace('{username', '{auth_url: https://auth.example, username');
    const [found] = await cloudsOf(text);
    assert.deepEqual([found?.authUrl, found?.notHonoured], ['https://auth.example', ['profile']]);
    const asks = await read(text.replace('password: secret-word, ', ''));
    assert.equal(asks.problems[0]?.problem, 'noPassword');
    assert.deepEqual(asks.problems[0].cloud.notHonoured, ['profile']);
  });

  it('may be lost in a file that is broken, which spoils no other cloud', async () => {
    const broken = await written('clouds-public.yaml', 'public-clouds:\n\thouse: {}\n');
    const { clouds, problems } = await read(
      `${cloud('profile: house')}\n  plain: {auth: {auth_url: https://auth.example, token: t}}`,
    );
    assert.deepEqual(problems, [{ name: 'mine', problem: 'brokenProfiles', detail: broken }]);
    assert.deepEqual(
      clouds.map(({ name }) => name),
      ['plain'],
    );
  });
});

describe('the regions of a cloud', () => {
  const at = (...lines: readonly string[]) =>
    cloud(...lines).replace('{username', '{auth_url: "https://auth.example", username');

  it('are one choice as long as they differ in name alone', async () => {
    for (const line of [
      'regions: [A, B]',
      'regions: [A, {name: B}, {name: A, values: {}}, {values: {}}, 7, "", []]',
      'region_name: A, B',
      'region_name: [A, B]',
    ]) {
      const [found, ...others] = await cloudsOf(at(line));
      assert.deepEqual(found?.regions.slice(0, 2), ['A', 'B'], line);
      assert.deepEqual(others, []);
    }
  });

  it('are choices of their own where their fields differ, and these stand above the cloud’s', async () => {
    const clouds = await cloudsOf(
      at(
        'interface: internal',
        'regions:',
        '  - A',
        '  - name: B',
        '    values:',
        '      interface: admin',
        '      auth: {project_id: p2}',
        '  - name: C',
        '    values: {compute_endpoint_override: "https://{region_name}.example/v2/{project_id}"}',
      ),
    );
    assert.deepEqual(
      clouds.map((found) => [
        found.regions.join(),
        found.services.compute.interface,
        found.credential.kind === 'password' && found.credential.project.id,
        found.services.compute.override,
      ]),
      [
        ['A', 'internal', 'p1', undefined],
        ['B', 'admin', 'p2', undefined],
        ['C', 'internal', 'p1', 'https://C.example/v2/p1'],
      ],
    );
  });

  it('that have a problem spoil neither each other nor other clouds', async () => {
    const { clouds, problems } = await read(
      at(
        'regions: [A, {name: B, values: {auth: {auth_url: "http://b.example"}}}, {name: C, values: {verify: no}}]',
      ),
    );
    assert.deepEqual(
      clouds.map(({ regions }) => regions),
      [['A']],
    );
    assert.deepEqual(problems, [
      { name: 'mine', problem: 'notHttps', detail: 'auth_url', regions: ['B'] },
      { name: 'mine', problem: 'verifyFalse', regions: ['C'] },
    ]);
  });

  it('have one problem once', async () => {
    assert.deepEqual(await problemsOf(at('regions: [A, B]', 'verify: false')), [
      { name: 'mine', problem: 'verifyFalse' },
    ]);
  });

  it('may be as many as a file can hold', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `r${index}`);
    const [found, ...others] = await cloudsOf(at(`regions: [${names.join()}]`));
    assert.deepEqual([found?.regions.length, others.length], [names.length, 0]);
  });

  it('are asked for where an address needs one', async () => {
    const text = at().replace('https://auth', 'https://{region_name}');
    assert.deepEqual(await problemsOf(text), [
      { name: 'mine', problem: 'unfilledAuthUrl', detail: 'region_name' },
    ]);
  });

  it('fill addresses, as other fields do, but no secret does', async () => {
    const text = at(
      'region_name: A',
      'site: kyoto',
      'compute_endpoint_override: "https://compute.example/{password}/v2"',
    );
    const [found] = await cloudsOf(text.replace('https://auth', 'https://{site}.{region_name}'));
    assert.equal(found?.authUrl, 'https://kyoto.A.example');
    assert.equal(found.services.compute.override, 'https://compute.example/{password}/v2');
  });

  it('of a profile lend their values to the one that the cloud names', async () => {
    await written(
      'clouds-public.yaml',
      'public-clouds: {house: {regions: [A, {name: B, values: {auth: {auth_url: https://b.example}}}]}}',
    );
    assert.deepEqual(places(await cloudsOf(cloud('profile: house', 'region_name: B'))), [
      ['B', 'https://b.example', undefined],
    ]);
  });
});
