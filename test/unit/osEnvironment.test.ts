import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { cloudsFromEnvironment } from '../../src/auth/clouds/cloudsFromEnvironment';
import { cloudsPlaces } from '../../src/auth/clouds/cloudsPlaces';
import { everythingIn } from './apiFailure';

const allFrom = (env: Record<string, string>) =>
  cloudsFromEnvironment({ env, platform: 'linux', home: '/home/me' });

/** The only cloud, or none. */
const from = (env: Record<string, string>) => {
  const [cloud, ...others] = allFrom(env);
  assert.deepEqual(others, []);
  return cloud;
};

const conoha = {
  OS_AUTH_URL: 'https://identity.tyo1.conoha.io/v2.0',
  OS_USERNAME: 'gncu00000001',
  OS_PASSWORD: 'secret-word',
  OS_TENANT_ID: '487727e3921d44e3bfe7ebb337bf085e',
};

const PUBLIC = { compute: { interface: 'public' }, image: { interface: 'public' } } as const;

describe('the environment', () => {
  it('gives a cloud whose images address leaves the project open, and a problem for what is no address', () => {
    const override = (text: string) => from({ ...conoha, OS_COMPUTE_ENDPOINT_OVERRIDE: text });
    const address = 'https://nova.example.net:8774/v2.1/%(tenant_id)s';
    assert.deepEqual(override(address), {
      ...from(conoha),
      services: { ...PUBLIC, compute: { interface: 'public', override: address } },
    });
    assert.deepEqual(override('https://nova.example.net:8774/v2.1/%zz'), {
      name: 'envvars',
      problem: 'notAnAddress',
      detail: 'compute_endpoint_override',
    });
  });

  it('as an openrc file leaves it gives a cloud', () => {
    assert.deepEqual(from({ ...conoha, OS_REGION_NAME: 'tyo1', PATH: '/bin' }), {
      name: 'envvars',
      authUrl: 'https://identity.tyo1.conoha.io/v2.0',
      credential: {
        kind: 'password',
        user: { name: 'gncu00000001' },
        password: 'secret-word',
        project: { id: '487727e3921d44e3bfe7ebb337bf085e' },
      },
      regions: ['tyo1'],
      services: PUBLIC,
      trust: {},
      notHonoured: [],
    });
  });

  it('of Identity v3 gives the domains too, of which an empty one is none', () => {
    const cloud = from({
      OS_AUTH_URL: 'https://cloud.example/identity/v3',
      OS_USERNAME: 'demo',
      OS_USER_DOMAIN_ID: '',
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PASSWORD: 'w',
      OS_PROJECT_NAME: '開発',
      OS_PROJECT_DOMAIN_ID: 'default',
      OS_IDENTITY_API_VERSION: '3',
      OS_COMPUTE_ENDPOINT_OVERRIDE: 'https://compute.example/v2.1',
      OS_CACERT: '~/ca.pem',
    });
    assert.deepEqual(cloud, {
      name: 'envvars',
      authUrl: 'https://cloud.example/identity/v3',
      credential: {
        kind: 'password',
        user: { name: 'demo', domain: 'Default' },
        password: 'w',
        project: { name: '開発', domainId: 'default' },
      },
      regions: [],
      services: { ...PUBLIC, compute: { interface: 'public', override: 'https://compute.example/v2.1' } },
      trust: { cacert: '/home/me/ca.pem' },
      identityVersion: 'v3',
      notHonoured: [],
    });
  });

  it('may hold a token or an application credential', () => {
    const { OS_AUTH_URL } = conoha;
    const token = from({ OS_AUTH_URL, OS_AUTH_TYPE: 'v3token', OS_TOKEN: 'abc' });
    assert.ok(token && 'credential' in token);
    assert.deepEqual(token.credential, { kind: 'token', token: 'abc' });
    const credential = from({
      OS_AUTH_URL,
      OS_AUTH_TYPE: 'v3applicationcredential',
      OS_APPLICATION_CREDENTIAL_ID: 'a1',
      OS_APPLICATION_CREDENTIAL_SECRET: 's',
    });
    assert.ok(credential && 'credential' in credential);
    assert.deepEqual(credential.credential, { kind: 'applicationCredential', id: 'a1', secret: 's' });
  });

  it('gives no token or password where something stands for one', () => {
    const { OS_AUTH_URL } = conoha;
    for (const token of ['$OS_TOKEN', 'YOUR_TOKEN', '@/tmp/token']) {
      const cloud = from({ OS_AUTH_URL, OS_AUTH_TYPE: 'v3token', OS_TOKEN: token });
      assert.deepEqual(cloud, { name: 'envvars', problem: 'tokenPlaceholder' }, token);
    }
    const asked = from({ ...conoha, OS_PASSWORD: '<password>' });
    assert.ok(asked && 'problem' in asked && asked.problem === 'noPassword');
  });

  it('names interface, client certificate and domain as a clouds file does', () => {
    const cloud = from({
      ...conoha,
      OS_ENDPOINT_TYPE: 'internalURL',
      OS_CERT: '~/me.pem',
      OS_KEY: '/keys/me.pem',
      OS_DEFAULT_DOMAIN: 'staff',
      OS_PROXY: 'http://proxy.example',
      OS_VOLUME_API_VERSION: '3',
    });
    assert.ok(cloud && !('problem' in cloud));
    assert.equal(cloud.services.image.interface, 'internal');
    assert.deepEqual(cloud.trust, { clientCertificate: { cert: '/home/me/me.pem', key: '/keys/me.pem' } });
    assert.ok(cloud.credential.kind === 'password');
    assert.equal(cloud.credential.user.domainId, 'staff');
    assert.deepEqual(cloud.notHonoured, ['proxy']);
    const named = from({ ...conoha, OS_INTERFACE: 'admin', OS_CLOUD_NAME: 'shell', OS_CLOUD: 'other' });
    assert.ok(named && !('problem' in named));
    assert.deepEqual([named.name, named.services.compute.interface], ['shell', 'admin']);
  });

  it('may name a profile instead of an address', () => {
    const { OS_AUTH_URL, ...rest } = conoha;
    const one = from({ ...rest, OS_PROFILE: 'conoha', OS_REGION_NAME: 'tyo1' });
    assert.ok(one && !('problem' in one));
    assert.equal(one.authUrl, OS_AUTH_URL);
    assert.equal(allFrom({ ...rest, OS_PROFILE: 'conoha' }).length, 6);
    assert.deepEqual(from({ ...rest, OS_PROFILE: 'ovh' }), {
      name: 'envvars',
      problem: 'vendorProfile',
      detail: 'ovh',
    });
  });

  it('without an address is no cloud', () => {
    assert.equal(from({ OS_CLOUD: 'conoha', OS_PASSWORD: 'secret-word' }), undefined);
    assert.equal(from({ ...conoha, OS_AUTH_URL: '' }), undefined);
  });

  it('that lacks something, or would lower the guard, says so', () => {
    const { OS_PASSWORD, ...noPassword } = conoha;
    const problem = from(noPassword);
    assert.ok(problem && 'problem' in problem);
    assert.equal(problem.problem, 'noPassword');
    for (const [change, problem] of [
      [{ OS_USERNAME: '' }, 'noUser'],
      [{ OS_TENANT_ID: '' }, 'noProject'],
      [{ OS_INSECURE: 'true' }, 'verifyFalse'],
      [{ OS_AUTH_URL: 'https://compute.tyo1.conoha.io/v2/487727e3921d44e3bfe7ebb337bf085e' }, 'otherAuthUrl'],
      [{ OS_AUTH_URL: 'http://identity.tyo1.conoha.io/v2.0' }, 'notHttps'],
    ] as const) {
      const found = from({ ...conoha, ...change });
      assert.ok(found && 'problem' in found);
      assert.equal(found.problem, problem);
      assert.ok(!everythingIn(found).includes(OS_PASSWORD));
    }
  });
});

describe('the places of clouds files', () => {
  it('on Windows are those of the user’s and the machine’s application data', () => {
    const places = cloudsPlaces({
      env: { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local', OS_CLIENT_CONFIG_FILE: 'D:\\my.yaml' },
      platform: 'win32',
      home: 'C:\\Users\\me',
    });
    assert.deepEqual(
      places.filter((place) => !/\.(yml|json)$/.test(place)),
      [
        'D:\\my.yaml',
        'C:\\Users\\me\\AppData\\Local\\OpenStack\\openstack\\clouds.yaml',
        'C:\\Users\\me\\.config\\openstack\\clouds.yaml',
        'C:\\ProgramData\\OpenStack\\openstack\\clouds.yaml',
      ],
    );
  });

  it('elsewhere end with those of the whole system', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const places = cloudsPlaces({ env: {}, platform, home: '/home/me' });
      assert.deepEqual(places.slice(-3), [
        '/etc/openstack/clouds.yaml',
        '/etc/openstack/clouds.yml',
        '/etc/openstack/clouds.json',
      ]);
      assert.ok(places.includes('/home/me/.config/openstack/clouds.yaml'));
    }
  });
});
