import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Cloud } from '../../src/auth/clouds/cloud';
import { cloudsFolder } from './cloudsFolder';

const { home, read } = cloudsFolder();

const PASSWORD = ['username: u', 'password: secret-word', 'project_id: p1'];

const text = (lines: readonly string[], auth: readonly string[] = PASSWORD) =>
  [
    'clouds:\n  mine:',
    ...lines.map((line) => `    ${line}`),
    '    auth:\n      auth_url: https://auth.example',
    ...auth.map((line) => `      ${line}`),
  ].join('\n');

/** The only cloud, which has no problem. */
async function cloudOf(lines: readonly string[], auth?: readonly string[]): Promise<Cloud> {
  const { clouds, problems } = await read(text(lines, auth));
  assert.deepEqual(problems, []);
  const [cloud, ...others] = clouds;
  assert.ok(cloud !== undefined && others.length === 0);
  return cloud;
}

async function problemOf(lines: readonly string[], auth?: readonly string[]) {
  const { clouds, problems } = await read(text(lines, auth));
  assert.deepEqual(clouds, []);
  assert.equal(problems.length, 1);
  return problems[0];
}

describe('a cloud', () => {
  it('names its interface in the words of today and of old', async () => {
    for (const [lines, expected] of [
      [[], 'public'],
      [['interface: internal'], 'internal'],
      [['interface: admin'], 'admin'],
      [['interface: internalURL'], 'internal'],
      [['endpoint_type: publicURL', 'interface: internal'], 'public'],
      [['endpoint-type: adminURL'], 'admin'],
      [['interface: admin', 'compute_interface: internal'], 'internal'],
      [['interface: admin', 'compute_endpoint_type: internalURL'], 'internal'],
      [['image_interface: admin'], 'public'],
    ] as const) {
      assert.equal((await cloudOf(lines)).services.compute.interface, expected, lines.join());
    }
    const { services } = await cloudOf(['interface: admin', 'image_endpoint_type: internalURL']);
    assert.deepEqual([services.image.interface, services.compute.interface], ['internal', 'admin']);
  });

  it('with an interface that nobody has is not signed in to by another one', async () => {
    for (const [line, detail] of [
      ['interface: private', 'interface'],
      ['interface: [internal, public]', 'interface'],
      ['compute_endpoint_type: URL', 'compute_endpoint_type'],
    ] as const) {
      assert.deepEqual(await problemOf([line]), { name: 'mine', problem: 'unknownInterface', detail });
    }
  });

  it('names a client certificate from home or from its own folder, its key in a file of its own or not', async () => {
    for (const [lines, cert, key] of [
      [['cert: /etc/me.pem'], '/etc/me.pem', '/etc/me.pem'],
      [['cert: ~/me.crt', 'key: keys/me.key'], join('~', 'me.crt'), join('keys', 'me.key')],
    ] as const) {
      const at = (path: string) => (path.startsWith('/') ? path : join(home(), path.replace(/^~./, '')));
      assert.deepEqual((await cloudOf(lines)).trust, { clientCertificate: { cert: at(cert), key: at(key) } });
    }
    assert.deepEqual((await cloudOf(['key: me.key'])).notHonoured, ['key']);
  });

  it('may name its authority by verify, above which cacert stands', async () => {
    for (const [lines, cacert] of [
      [['verify: /etc/ca'], '/etc/ca'],
      [['verify: /etc/ca', 'cacert: /etc/other.der'], '/etc/other.der'],
      [['verify: yes'], undefined],
      [['verify: True', 'cacert: /etc/ca'], '/etc/ca'],
    ] as const) {
      assert.equal((await cloudOf(lines)).trust.cacert, cacert, lines.join());
    }
    assert.equal((await problemOf(['verify: off', 'cacert: /etc/ca']))?.problem, 'verifyFalse');
  });

  it('takes names for names and IDs for IDs, whatever they look like', async () => {
    const hex = 'a'.repeat(64);
    for (const [auth, user, project] of [
      [
        ['username: default', 'user_domain_name: default', 'project_name: p', 'project_domain_name: default'],
        { name: 'default', domain: 'default' },
        { name: 'p', domain: 'default' },
      ],
      [
        [`username: ${hex}`, `user_domain_id: Default`, `project_id: p`],
        { name: hex, domainId: 'Default' },
        { id: 'p' },
      ],
      [[`user_id: ${hex}`, `project_name: ${hex}`], { id: hex }, { name: hex }],
    ] as const) {
      const { credential } = await cloudOf([], [...auth, 'password: w']);
      assert.deepEqual(credential, { kind: 'password', user, password: 'w', project });
    }
  });

  it('keeps the domain of a user who is given by ID, for a project that has none', async () => {
    const auth = ['user_id: u1', 'user_domain_name: staff', 'project_name: p', 'password: w'];
    assert.deepEqual((await cloudOf([], auth)).credential, {
      kind: 'password',
      user: { id: 'u1', domain: 'staff' },
      password: 'w',
      project: { name: 'p' },
    });
  });

  it('has a default domain for user and project that have none, an ID where one word says it', async () => {
    const auth = ['username: u', 'password: w', 'project_name: p'];
    for (const [lines, domain] of [
      [['default_domain: d1'], { domainId: 'd1' }],
      [['default_domain_name: d1'], { domain: 'd1' }],
      [['default_domain_id: d1', 'default_domain_name: d2', 'default_domain: d3'], { domainId: 'd1' }],
      [['domain_name: d1', 'default_domain: d2'], { domain: 'd1' }],
      [[], {}],
    ] as const) {
      const { credential } = await cloudOf(lines, auth);
      assert.deepEqual(credential, {
        kind: 'password',
        user: { name: 'u', ...domain },
        password: 'w',
        project: { name: 'p', ...domain },
      });
    }
  });

  it('is of the project that stands above auth, as OpenStack’s tools have it', async () => {
    const { credential } = await cloudOf(['project_id: above', 'username: above', 'tenant_id: ""']);
    assert.deepEqual(credential, {
      kind: 'password',
      user: { name: 'u' },
      password: 'secret-word',
      project: { id: 'above' },
    });
  });

  it('that is to be signed in to without a project says by what', async () => {
    for (const line of ['trust_id: t', 'system_scope: all', 'domain_id: d', 'domain_name: d']) {
      assert.deepEqual(await problemOf([], ['username: u', 'password: w', line]), {
        name: 'mine',
        problem: 'unsupportedScope',
        detail: line.replace(/:.*/, ''),
      });
    }
  });

  it('names in their order the keys that would change a request, and no others', async () => {
    const lines = [
      ...['proxy: http://proxy.example', 'region_name: A', 'api-timeout: 10', 'image_api_version: 2'],
      ...[
        'volume_timeout: 3',
        'trust_id: t',
        'compute_api_version: 2.79',
        'regoin: B',
        'compute_service_type: ""',
      ],
    ];
    assert.deepEqual((await cloudOf(lines)).notHonoured, [
      ...['proxy', 'api_timeout', 'volume_timeout', 'trust_id', 'compute_api_version'],
    ]);
  });

  it('names no key whose value is what is done anyway', async () => {
    const lines = ['compute_api_version: 2.1', 'compute_service_type: compute', 'identity_api_version: v3'];
    assert.deepEqual((await cloudOf(lines)).notHonoured, []);
    const others = [
      'compute_api_version: latest',
      'compute_service_type: computev3',
      'identity_api_version: 4',
    ];
    assert.deepEqual(
      (await cloudOf(others)).notHonoured,
      others.map((line) => line.replace(/:.*/, '')),
    );
  });
});
