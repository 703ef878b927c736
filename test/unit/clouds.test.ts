import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { chmod, mkdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cloud, CloudsFile } from '../../src/auth/clouds/cloud';
import { CloudsFileError } from '../../src/auth/clouds/cloudsFileError';
import { decodedText, readLocalText } from '../../src/auth/clouds/cloudsText';
import { findCloudsFiles } from '../../src/auth/clouds/cloudsPlaces';
import { readCloudsFile } from '../../src/auth/clouds/readCloudsFile';
import { LARGEST_FILE } from '../../src/base/longest';
import { everythingIn } from './apiFailure';
import { cloudsFolder } from './cloudsFolder';

const { home, user, written, read } = cloudsFolder();

/** The only cloud, which has to be one that can be used. */
async function cloudOf(text: string): Promise<Cloud> {
  const { clouds, problems } = await read(text);
  assert.deepEqual(problems, []);
  const [cloud, ...others] = clouds;
  assert.ok(cloud !== undefined && others.length === 0);
  return cloud;
}

async function failureOf(work: Promise<unknown>): Promise<CloudsFileError> {
  const outcome = await work.catch((error: unknown) => error);
  assert.ok(outcome instanceof CloudsFileError, everythingIn(outcome));
  return outcome;
}

/** One cloud with these lines besides those of `auth`. */
const withLines = (...lines: readonly string[]) => `
clouds:
  conoha:
${lines.map((line) => `    ${line}`).join('\n')}
    auth:
      auth_url: https://identity.tyo1.conoha.io/v2.0
      username: gncu00000001
      password: secret-word
      project_id: 487727e3921d44e3bfe7ebb337bf085e
`;

/** One cloud with these lines in `auth` alone. */
const withAuth = (...lines: readonly string[]) => `
clouds:
  conoha:
    auth:
      auth_url: https://identity.example
${lines.map((line) => `      ${line}`).join('\n')}
`;

describe('a clouds file', () => {
  it('in the documented shape gives its clouds in their order, with all that signing in needs', async () => {
    const path = await written(
      'clouds.yaml',
      `
clouds:
  conoha:
    auth:
      auth_url: https://identity.tyo1.conoha.io/v2.0
      username: gncu00000001
      password: secret-word
      tenant_id: 487727e3921d44e3bfe7ebb337bf085e
    region_name: tyo1
    identity_api_version: 2.0
  devstack:
    auth:
      auth_url: https://cloud.example:5000
      username: demo
      user_domain_name: Default
      password: other
      project_name: admin
      project_domain_id: default
    regions: [RegionOne, {name: RegionTwo, values: {}}]
    compute_endpoint_override: https://compute.example/v2.1
    identity_api_version: 3
`,
    );
    assert.deepEqual(await readCloudsFile(path, user()), {
      path,
      clouds: [
        {
          name: 'conoha',
          authUrl: 'https://identity.tyo1.conoha.io/v2.0',
          credential: {
            kind: 'password',
            user: { name: 'gncu00000001' },
            password: 'secret-word',
            project: { id: '487727e3921d44e3bfe7ebb337bf085e' },
          },
          regions: ['tyo1'],
          services: { compute: { interface: 'public' }, image: { interface: 'public' } },
          trust: {},
          identityVersion: 'v2.0',
          notHonoured: [],
        },
        {
          name: 'devstack',
          authUrl: 'https://cloud.example:5000',
          credential: {
            kind: 'password',
            user: { name: 'demo', domain: 'Default' },
            password: 'other',
            project: { name: 'admin', domainId: 'default' },
          },
          regions: ['RegionOne', 'RegionTwo'],
          services: {
            compute: { interface: 'public', override: 'https://compute.example/v2.1' },
            image: { interface: 'public' },
          },
          trust: {},
          identityVersion: 'v3',
          notHonoured: [],
        },
      ],
      problems: [],
      unreadSecrets: [],
      worldReadable: false,
    } satisfies CloudsFile);
  });

  it('may be JSON', async () => {
    const auth = {
      auth_url: 'https://identity.example',
      user_id: 'u1',
      password: 'p',
      project_id: 'p1',
    };
    const { clouds } = await read(JSON.stringify({ clouds: { 会社: { auth } } }, null, '\t'), 'clouds.json');
    assert.equal(clouds[0]?.name, '会社');
    assert.deepEqual(clouds[0].credential, {
      kind: 'password',
      user: { id: 'u1' },
      password: 'p',
      project: { id: 'p1' },
    });
  });

  it('may share what clouds have in common by anchors and merge keys', async () => {
    const { clouds } = await read(`
common: &common
  region_name: tyo1
  auth: &who
    auth_url: https://identity.tyo1.conoha.io/v2.0
    username: gncu00000001
    password: secret-word
    project_name: first
clouds:
  第一: *common
  第二:
    <<: *common
    region_name: tyo2
    auth:
      <<: *who
      project_name: second
`);
    assert.deepEqual(
      clouds.map(({ name, regions, credential }) => [
        name,
        regions,
        credential.kind === 'password' && [credential.password, credential.project.name],
      ]),
      [
        ['第一', ['tyo1'], ['secret-word', 'first']],
        ['第二', ['tyo2'], ['secret-word', 'second']],
      ],
    );
  });

  it('gives names and passwords as they are written, digits and words of YAML too', async () => {
    for (const [line, password] of [
      ['password: 0123', '0123'],
      ['password: 1e3', '1e3'],
      ['password: 1_000', '1_000'],
      ['password: yes', 'yes'],
      ['password: true', 'true'],
      ["password: ' a b '", ' a b '],
      ['password: パスワード', 'パスワード'],
      ['password: 2026-11-23', '2026-11-23'],
    ] as const) {
      const { credential } = await cloudOf(
        withAuth('username: 山田', line, 'tenant_id: 00012345678901234567'),
      );
      assert.deepEqual(credential, {
        kind: 'password',
        user: { name: '山田' },
        password,
        project: { id: '00012345678901234567' },
      });
    }
  });

  it('is read with the spellings of other times', async () => {
    const { credential, identityVersion } = await cloudOf(`
clouds:
  old:
    auth_plugin: v3password
    project-name: p
    auth:
      auth-url: https://identity.example
      user_name: u
      password: w
      domain_name: d
`);
    assert.deepEqual(credential, {
      kind: 'password',
      user: { name: 'u', domain: 'd' },
      password: 'w',
      project: { name: 'p', domain: 'd' },
    });
    assert.equal(identityVersion, 'v3');
  });

  it('names the version in any of the usual ways, or leaves it open', async () => {
    for (const [line, version] of [
      ['identity_api_version: 2', 'v2.0'],
      ["identity_api_version: '2.0'", 'v2.0'],
      ['identity_api_version: v3', 'v3'],
      ['auth_type: v2password', 'v2.0'],
      ['auth_type: password', undefined],
      ['region_name: tyo1', undefined],
    ] as const) {
      assert.equal((await cloudOf(withLines(line))).identityVersion, version, line);
    }
  });

  it('may hold an application credential, by id or by name with its owner', async () => {
    assert.deepEqual(
      (await cloudOf(withAuth('application_credential_id: a1', 'application_credential_secret: s')))
        .credential,
      { kind: 'applicationCredential', id: 'a1', secret: 's' },
    );
    const named = `${withAuth(
      'application_credential_name: editor',
      'application_credential_secret: s',
      'username: u',
      'user_domain_id: d1',
    )}    auth_type: v3applicationcredential\n`;
    const { credential, identityVersion } = await cloudOf(named);
    const user = { name: 'u', domainId: 'd1' };
    assert.deepEqual(credential, { kind: 'applicationCredential', name: 'editor', user, secret: 's' });
    assert.equal(identityVersion, 'v3');
  });

  it('may hold a token', async () => {
    const { credential } = await cloudOf(withAuth('token: abc'));
    assert.deepEqual(credential, { kind: 'token', token: 'abc' });
  });

  it('names a certificate authority from home or from its own folder', async () => {
    for (const [text, path] of [
      ['~/ca.pem', join(home(), 'ca.pem')],
      ['ca.pem', join(home(), 'ca.pem')],
      ['/etc/ssl/ca.pem', '/etc/ssl/ca.pem'],
    ] as const) {
      assert.equal((await cloudOf(withLines(`cacert: ${text}`))).trust.cacert, path);
    }
  });

  describe('with a secure file beside it', () => {
    const open = `
clouds:
  conoha:
    region_name: tyo1
    auth:
      auth_url: https://identity.tyo1.conoha.io/v2.0
      username: gncu00000001
      project_id: p1
      password: old
`;

    for (const name of ['secure.yaml', 'secure.yml', 'secure.json']) {
      it(`called ${name} takes from it what stands there, and the rest from itself`, async () => {
        await written(name, '{"clouds": {"conoha": {"auth": {"password": "new"}}, "other": {}}}');
        const { credential, regions } = await cloudOf(open);
        assert.deepEqual(credential, {
          kind: 'password',
          user: { name: 'gncu00000001' },
          password: 'new',
          project: { id: 'p1' },
        });
        assert.deepEqual(regions, ['tyo1']);
      });
    }

    it('that is empty or about something else is none the worse', async () => {
      for (const text of ['', '# nothing yet', 'cache: {}', 'clouds:']) {
        await written('secure.yaml', text);
        assert.equal((await cloudOf(open)).credential.kind, 'password');
      }
    });

    it('that is broken says where, and spoils nothing of the other', async () => {
      const secure = await written('secure.yaml', 'clouds:\n  conoha:\n\tauth: {password: hidden}\n');
      const { clouds, unreadSecrets } = await read(open);
      assert.deepEqual(
        unreadSecrets.map(({ path, fault, line }) => [path, fault, line]),
        [[secure, 'syntax', 3]],
      );
      const [cloud] = clouds;
      assert.ok(cloud?.credential.kind === 'password');
      assert.equal(cloud.credential.password, 'old');
    });

    it('that is a folder says so, and the next one counts', async () => {
      await mkdir(join(home(), 'secure.yaml'));
      await written('secure.yml', 'clouds: {conoha: {auth: {password: next}}}');
      const { clouds, unreadSecrets } = await read(open);
      assert.deepEqual(
        unreadSecrets.map(({ path, fault }) => [path, fault]),
        [[join(home(), 'secure.yaml'), 'notAFile']],
      );
      assert.ok(clouds[0]?.credential.kind === 'password');
      assert.equal(clouds[0].credential.password, 'next');
    });

    for (const [code, fault, detail] of [
      ['EACCES', 'noPermission', undefined],
      ['EPERM', 'noPermission', undefined],
      ['NoPermissions', 'noPermission', undefined],
      ['FileIsADirectory', 'notAFile', undefined],
      ['EIO', 'unreadable', 'EIO'],
      ['Unavailable', 'unreadable', 'Unavailable'],
      ['hidden word', 'unreadable', 'Unknown'],
      [undefined, 'unreadable', 'Unknown'],
    ] as const) {
      it(`that cannot be read (${code}) says why, and spoils nothing of the other`, async () => {
        const path = await written('clouds.yaml', open);
        const file = await readCloudsFile(path, user(), (place) =>
          place === path
            ? readLocalText(place)
            : Promise.reject(Object.assign(new Error('hidden word'), { code })),
        );
        assert.equal(file.clouds.length, 1);
        assert.deepEqual(
          file.unreadSecrets.map((failure) => [failure.fault, failure.detail]),
          Array.from({ length: 3 }, () => [fault, detail]),
        );
        assert.doesNotMatch(everythingIn(file.unreadSecrets), /hidden/);
      });
    }
  });

  describe('that every user of the machine can read', () => {
    const openPassword = withLines();
    const noPassword = openPassword.replace(/.*password.*\n/, '');

    it('is told when a secret stands in it', async () => {
      const path = await written('clouds.yaml', openPassword);
      assert.equal((await readCloudsFile(path, user())).worldReadable, false);
      await chmod(path, 0o644);
      assert.equal((await readCloudsFile(path, user())).worldReadable, true);
    });

    it('is fine as long as the secrets stand in a secure file of their own', async () => {
      const path = await written('clouds.yaml', noPassword);
      const secure = await written('secure.yaml', 'clouds: {conoha: {auth: {password: w}}}');
      await chmod(path, 0o644);
      assert.equal((await readCloudsFile(path, user())).worldReadable, false);
      await chmod(secure, 0o644);
      assert.equal((await readCloudsFile(path, user())).worldReadable, true);
    });
  });

  describe('with a cloud that cannot be used', () => {
    const problemOf = async (text: string) => {
      const { clouds, problems } = await read(text);
      assert.deepEqual(clouds, []);
      return problems;
    };
    const cases: readonly (readonly [string, string, object])[] = [
      ['no address', 'clouds: {conoha: {auth: {username: u}}}', { problem: 'noAuthUrl' }],
      ['nothing at all', 'clouds: {conoha: }', { problem: 'noAuthUrl' }],
      ['no user', withAuth('password: w', 'project_id: p'), { problem: 'noUser' }],
      ['no project', withAuth('password: w', 'username: u'), { problem: 'noProject' }],
      ['certificates unchecked', withLines('verify: false'), { problem: 'verifyFalse' }],
      ['certificates unchecked in old words', withLines('verify: No'), { problem: 'verifyFalse' }],
      ['insecure connections', withLines('insecure: True'), { problem: 'verifyFalse' }],
      [
        'another way of signing in',
        withLines('auth_type: v3oidcpassword'),
        { problem: 'unsupportedAuthType', detail: 'v3oidcpassword' },
      ],
      ['a token that is missing', withLines('auth_type: v3token'), { problem: 'noToken' }],
      ...['$OS_TOKEN', '${OS_TOKEN}', 'YOUR_TOKEN', '@/tmp/hidden', '<token>', 'xxxx', '%OS_TOKEN%'].map(
        (token) =>
          [
            `${token} in the place of its token`,
            withAuth(`token: "${token}"`).replace('    auth:', '    auth_type: token\n    auth:'),
            { problem: 'tokenPlaceholder' },
          ] as const,
      ),
      [
        'a token that no header holds',
        withAuth('token: "トークンhidden"').replace('    auth:', '    auth_type: token\n    auth:'),
        { problem: 'tokenUnusable' },
      ],
      [
        'a nameless application credential',
        withLines('auth_type: v3applicationcredential'),
        { problem: 'noApplicationCredential' },
      ],
      [
        'an application credential for v2.0',
        `${withAuth('application_credential_id: a', 'application_credential_secret: s')}    identity_api_version: 2\n`,
        { problem: 'applicationCredentialNeedsV3' },
      ],
      [
        'an address without https',
        withLines().replace('https:', 'http:'),
        { problem: 'notHttps', detail: 'auth_url' },
      ],
      [
        'a password in its address',
        withLines().replace('https://', 'https://me:hidden@'),
        { problem: 'credentials', detail: 'auth_url' },
      ],
      ...(
        [
          ['compute', 'https://compute.tyo1.conoha.io/v2/487727e3921d44e3bfe7ebb337bf085e'],
          ['compute', 'https://cloud.example:8774/v2.1'],
          ['compute', 'https://cloud.example/compute/v2.1'],
          ['image', 'https://image-service.tyo1.conoha.io/v2'],
          ['other', 'https://networking.tyo1.conoha.io/v2.0'],
          ['other', 'https://cloud.example:8776/v3'],
        ] as const
      ).map(
        ([service, address]) =>
          [
            `an address of another service, ${address}`,
            withLines().replace(/https:.*$/m, address),
            { problem: 'otherAuthUrl', detail: service },
          ] as const,
      ),
      [
        'a word for its address',
        withLines().replace(/https:.*$/m, 'hidden'),
        { problem: 'noHost', detail: 'auth_url' },
      ],
      ...['none', 'admin_token', 'http_basic'].map(
        (type) =>
          [
            `neither an address nor a type that is known, ${type}`,
            `clouds:\n  conoha:\n    auth_type: ${type}\n    endpoint: https://compute.example/v2.1\n`,
            { problem: 'unsupportedAuthType', detail: type },
          ] as const,
      ),
      [
        'an override that nothing fills',
        withLines('compute_endpoint_override: https://compute.example/v2/%(project_id)s/%(user_id)s'),
        { problem: 'unfilledOverride', detail: 'user_id', service: 'compute' },
      ],
      ...['https://identity.example/v3', 'https://image.example/v2', 'https://volume.example:8776/v3'].map(
        (address) =>
          [
            `an override of another service, ${address}`,
            withLines(`compute_endpoint_override: ${address}`),
            { problem: 'otherOverride', service: 'compute' },
          ] as const,
      ),
      ...['https://compute.example/v1.1', 'https://cloud.example:8774/v3'].map(
        (address) =>
          [
            `an override with a version that Compute never had, ${address}`,
            withLines(`compute_endpoint_override: ${address}`),
            { problem: 'overrideVersion', service: 'compute' },
          ] as const,
      ),
      ...['https://compute.example/v2.1', 'https://identity.example/v3'].map(
        (address) =>
          [
            `an override of the image service that is one of another, ${address}`,
            withLines(`image_endpoint_override: ${address}`),
            { problem: 'otherOverride', service: 'image' },
          ] as const,
      ),
      [
        'an images address without https',
        withLines('compute_endpoint_override: http://compute.example/v2'),
        { problem: 'notHttps', detail: 'compute_endpoint_override' },
      ],
    ];
    for (const [what, text, problem] of cases) {
      it(`for ${what} says so, and nothing secret`, async () => {
        const problems = await problemOf(text);
        assert.deepEqual(problems, [{ name: 'conoha', ...problem }]);
        assert.doesNotMatch(everythingIn(problems), /hidden|secret-word/);
      });
    }

    it('for a missing password has all the rest ready for who asks for it', async () => {
      const [problem] = await problemOf(withLines().replace(/ +password.*\n/, ''));
      assert.equal(problem?.problem, 'noPassword');
      assert.ok(!('credential' in problem.cloud));
      assert.deepEqual(problem.cloud.who, {
        kind: 'password',
        user: { name: 'gncu00000001' },
        project: { id: '487727e3921d44e3bfe7ebb337bf085e' },
      });
    });

    for (const [stands, isSecret] of [
      ['$OS_PASSWORD', false],
      ['${OS_PASSWORD}', false],
      ['$(pass show cloud)', false],
      ['%OS_PASSWORD%', false],
      ['{{ password }}', false],
      ['<password>', false],
      ['YOUR_PASSWORD', false],
      ['your-password-here', false],
      ['********', false],
      ['$ecret', true],
      ['@nother', true],
      ['pa$$<wo>rd', true],
      ['password', true],
      ['my secret garden', true],
      ['xxxx', true],
    ] as const) {
      it(`${isSecret ? 'takes' : 'asks for the password where it has'} ${stands} as it stands`, async () => {
        for (const text of [
          withLines().replace('secret-word', `"${stands}"`),
          withAuth('application_credential_id: a', `application_credential_secret: "${stands}"`),
        ]) {
          const { clouds, problems } = await read(text);
          assert.deepEqual(
            [clouds.length, problems.map(({ problem }) => problem)],
            [isSecret ? 1 : 0, isSecret ? [] : ['noPassword']],
          );
        }
      });
    }

    it('still gives the others', async () => {
      const { clouds, problems } = await read(`${withLines()}  broken: {auth: 7}\n`);
      assert.deepEqual(
        clouds.map(({ name }) => name),
        ['conoha'],
      );
      assert.deepEqual(problems, [{ name: 'broken', problem: 'noAuthUrl' }]);
    });

    it('still gives the others, whatever stands for an address in it', async () => {
      const odd = [
        'https://nova.example:8774/v2.1/%zz',
        'https://[x',
        '%',
        `https://x.example/${'a'.repeat(3000)}`,
      ];
      const broken = odd.map(
        (address, index) =>
          `  odd${index}: {compute_endpoint_override: "${address}", auth: {auth_url: https://x.example, username: u, password: p, project_id: t}}\n` +
          `  url${index}: {auth: {auth_url: "${address}", username: u, password: p, project_id: t}}\n`,
      );
      const { clouds, problems } = await read(withLines() + broken.join(''));
      assert.deepEqual(
        clouds.map(({ name }) => name),
        ['conoha'],
      );
      assert.deepEqual(
        problems.map(({ problem, detail }) => `${detail} ${problem}`),
        ['notAnAddress', 'notAnAddress', 'notAnAddress', 'tooLong'].flatMap((problem) => [
          `compute_endpoint_override ${problem}`,
          `auth_url ${problem}`,
        ]),
      );
    });

    it('takes an images address in which the project is left open', async () => {
      const address = 'https://nova.example.net:8774/v2.1/%(tenant_id)s';
      const cloud = await cloudOf(withLines(`compute_endpoint_override: ${address}`));
      assert.equal(cloud.services.compute.override, address);
    });

    it('takes an address and a region of each service', async () => {
      const { services } = await cloudOf(
        withLines(
          'image_endpoint_override: https://image.example',
          'image_region_name: tyo2',
          'compute_region_name: tyo3',
        ),
      );
      assert.deepEqual(services, {
        compute: { interface: 'public', region: 'tyo3' },
        image: { interface: 'public', override: 'https://image.example', region: 'tyo2' },
      });
    });

    it('takes http to this machine', async () => {
      const text = withLines().replace('https://identity.tyo1.conoha.io', 'http://127.0.0.1:5000');
      assert.equal((await cloudOf(text)).authUrl, 'http://127.0.0.1:5000/v2.0');
    });
  });

  describe('that is broken', () => {
    const faults: readonly (readonly [string, string, number | undefined])[] = [
      ['a tab', 'clouds:\n  conoha:\n\tauth: {password: hidden-word}\n', 3],
      ['a quote that is not closed', 'clouds:\n  conoha:\n    auth: {password: "hidden-word}\n', 4],
      ['a password that wants quotes', 'clouds:\n  a:\n    auth:\n      password: @hidden-word\n', 4],
      ['a password that looks like an alias', 'clouds:\n  a:\n    auth:\n      password: *hidden-word\n', 4],
      ['a password that looks like a tag', 'clouds:\n  a:\n    auth:\n      password: !hidden-word\n', 4],
      ['aliases of aliases of aliases', bomb(), undefined],
      ['more aliases than anybody writes', `- &a x\n${'- *a\n'.repeat(20_000)}`, 1002],
    ];
    for (const [what, text, line] of faults) {
      it(`by ${what} says where, without repeating what stands there`, async () => {
        const failure = await failureOf(read(text));
        assert.equal(failure.fault, 'syntax');
        assert.equal(failure.line, line);
        assert.match(failure.detail ?? '', /^[A-Z_]+$/);
        assert.doesNotMatch(everythingIn(failure), /hidden-word/);
      });
    }

    it('since there are no clouds in it says so', async () => {
      for (const text of ['', 'cloud: {}', '[]', 'just text', 'clouds: [a]']) {
        assert.equal((await failureOf(read(text))).fault, 'noClouds', text);
      }
      assert.deepEqual((await read('clouds: {}')).clouds, []);
    });

    it('since it is too large to be one is not read', async () => {
      const path = await written('clouds.yaml', withLines());
      await truncate(path, 2 ** 21);
      assert.equal((await failureOf(readCloudsFile(path, user()))).fault, 'tooLarge');
    });

    it('since it is not there, or no file, says which', async () => {
      for (const [path, why] of [
        [join(home(), 'clouds.yaml'), 'missing'],
        [home(), 'notAFile'],
      ] as const) {
        assert.equal((await failureOf(readCloudsFile(path, user()))).fault, why);
      }
    });
  });

  it('that names itself in itself is read to its end', async () => {
    const { problems } = await read('clouds: &c\n  a: &a {auth: *a, again: *c}\n');
    assert.deepEqual(problems, [{ name: 'a', problem: 'noAuthUrl' }]);
  });
});

/** Ten lists of ten of the list before: 10¹⁰ entries. */
function bomb(): string {
  const lists = Array.from({ length: 10 }, (_, index) => {
    const entry = index === 0 ? 'x' : `*l${index - 1}`;
    return `l${index}: &l${index} [${Array<string>(10).fill(entry).join(', ')}]`;
  });
  return [...lists, 'clouds: {}'].join('\n');
}

describe('the text of a file', () => {
  it('is that of all its bytes, unless more have come than a clouds file has, whatever its size has said', () => {
    assert.equal(decodedText('a.yaml', Buffer.from('クラウド')), 'クラウド');
    assert.equal(decodedText('a.yaml', new Uint8Array(LARGEST_FILE)).length, LARGEST_FILE);
    assert.throws(
      () => decodedText('a.yaml', new Uint8Array(LARGEST_FILE + 1)),
      (error) => error instanceof CloudsFileError && error.fault === 'tooLarge',
    );
  });
});

describe('the text of a file in UTF-16', () => {
  for (const mark of ['', '\ufeff']) {
    it(`is read in either order of bytes, ${mark === '' ? 'without' : 'with'} a mark of it`, () => {
      const little = Buffer.from(`${mark}clouds: クラウド`, 'utf16le');
      const big = Buffer.from(little).swap16();
      assert.equal(decodedText('a.yaml', little), 'clouds: クラウド');
      assert.equal(decodedText('a.yaml', big), 'clouds: クラウド');
    });
  }
});

describe('clouds files', () => {
  /** Those of this machine itself are no part of the tests. */
  const find = async (env: Record<string, string> = {}, platform: NodeJS.Platform = 'linux') =>
    (await findCloudsFiles({ env, platform, home: home() })).filter(
      (path) => !/^\/(etc|Library)\//.test(path),
    );

  it('are found in the order in which OpenStack’s tools look for them', async () => {
    const own = await written('.config/openstack/clouds.yaml', '');
    const second = await written('.config/openstack/clouds.json', '');
    const xdg = await written('xdg/openstack/clouds.yml', '');
    const named = await written('elsewhere/my clouds.yaml', '');
    assert.deepEqual(await find(), [own, second]);
    assert.deepEqual(await find({ XDG_CONFIG_HOME: join(home(), 'xdg'), OS_CLIENT_CONFIG_FILE: named }), [
      named,
      xdg,
      own,
      second,
    ]);
    assert.deepEqual(await find({ OS_CLIENT_CONFIG_FILE: '~/elsewhere/my clouds.yaml' }), [
      named,
      own,
      second,
    ]);
  });

  it('are found where a Mac has its application data', async () => {
    const mac = await written('Library/Application Support/openstack/clouds.yaml', '');
    const own = await written('.config/openstack/clouds.yaml', '');
    assert.deepEqual(await find({}, 'darwin'), [mac, own]);
  });

  it('are found once although two ways lead to the same place', async () => {
    const own = await written('.config/openstack/clouds.yaml', '');
    const env = { OS_CLIENT_CONFIG_FILE: own, XDG_CONFIG_HOME: join(home(), '.config') };
    assert.deepEqual(await find(env), [own]);
  });

  it('are not looked for in the working directory, which may be a workspace', async () => {
    await written('clouds.yaml', '');
    const before = process.cwd();
    process.chdir(home());
    try {
      assert.deepEqual(await find({ OS_CLIENT_CONFIG_FILE: 'clouds.yaml', XDG_CONFIG_HOME: '.' }), []);
    } finally {
      process.chdir(before);
    }
  });

  it('need not exist', async () => {
    assert.deepEqual(await find({ OS_CLIENT_CONFIG_FILE: join(home(), 'missing.yaml') }), []);
  });
});
