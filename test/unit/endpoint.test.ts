import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readImagesEndpoint } from '../../src/api/images/imagesEndpoint';
import { baseAddress, parseEndpoint, tenantProblem } from '../../src/api/endpoint';
import { needsTenant } from '../../src/api/images/compute/computeVersion';
import { hostOfAddress } from '../../src/api/hostOfAddress';
import { parseIdentityAddress } from '../../src/api/identity/identityAddress';
import { readPastedToken } from '../../src/api/pasted/pastedToken';
import { tokenProblem } from '../../src/api/token';
import { Random } from '../server/random';

const TENANT = '487727e3921d44e3bfe7ebb337bf085e';
const ROOT = 'https://compute.tyo1.conoha.io';

/** The address that an endpoint leads to, with the tenant it names. */
function baseOf(text: string): string {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') assert.fail(`${text}: ${endpoint}`);
  return baseAddress(endpoint, endpoint.tenant);
}

describe('an endpoint', () => {
  for (const text of [
    `${ROOT}/v2/${TENANT}`,
    `${ROOT}/v2/${TENANT}/`,
    `${ROOT}/v2/${TENANT}/images/detail`,
    `${ROOT}/v2/${TENANT}/images/detail?limit=1&marker=x`,
    `${ROOT}/v2/${TENANT}/images`,
    `  "${ROOT}/v2/${TENANT}"  `,
    `compute.tyo1.conoha.io/v2/${TENANT}`,
    `HTTPS://COMPUTE.tyo1.conoha.io/v2/${TENANT}`,
  ]) {
    it(`is the same as ${text.trim()}`, () => {
      assert.equal(baseOf(text), `${ROOT}/v2/${TENANT}`);
    });
  }

  for (const rest of [
    '/servers',
    '/servers/detail',
    '/flavors',
    '/flavors/1/os-extra_specs',
    '/limits',
    '/os-keypairs',
  ]) {
    it(`has no tenant of the name of what else was asked for: ${rest}`, () => {
      assert.equal(baseOf(`https://cloud.example:8774/v2.1${rest}`), 'https://cloud.example:8774/v2.1');
      assert.equal(baseOf(`${ROOT}/v2/${TENANT}${rest}`), `${ROOT}/v2/${TENANT}`);
    });
  }

  for (const secret of [
    TENANT,
    'hunter22',
    'P4ss/word',
    '12345678',
    '0x7f000001',
    'correct-horse-battery-staple',
    `gAAAAABm${'aB3-_'.repeat(20)}`,
    `eyJ${'hbGciOi'.repeat(4)}.eyJ${'zdWIiOi'.repeat(4)}.${'c2lnbmF0'.repeat(4)}`,
    '•token•',
    'パスワード',
    `https://${TENANT}`,
  ]) {
    it(`is not what may be a password or token, which no name server is asked for: ${secret.slice(0, 20)}`, () => {
      assert.equal(parseEndpoint(secret), 'noHost');
      assert.equal(parseIdentityAddress(secret), 'noHost');
      assert.equal(readImagesEndpoint(secret), 'noHost');
    });
  }

  it('has no signs in its host that no name has', () => {
    for (const text of ['pa$$.word', 'https://$HOST.example', 'https://{region}.example/v3', "it's.me"]) {
      assert.equal(parseEndpoint(text), 'notAnAddress', text);
    }
  });

  it('gets the version and the tenant that it does not name', () => {
    const endpoint = parseEndpoint(ROOT);
    assert.ok(typeof endpoint === 'object');
    assert.equal(needsTenant(endpoint), true);
    assert.equal(baseAddress(endpoint, TENANT), `${ROOT}/v2/${TENANT}`);
  });

  it('may have a path before the version, a later version, and no tenant', () => {
    assert.equal(
      baseOf('https://cloud.example/compute/v2.1/demo'),
      'https://cloud.example/compute/v2.1/demo',
    );
    assert.equal(baseOf('https://cloud.example:8774/v2.1'), 'https://cloud.example:8774/v2.1');
    const endpoint = parseEndpoint('https://cloud.example:8774/v2.1');
    assert.equal(typeof endpoint === 'object' && needsTenant(endpoint), false);
  });

  it('keeps a tenant whose name has to be escaped', () => {
    assert.equal(baseOf('https://cloud.example/v2/a%20b'), 'https://cloud.example/v2/a%20b');
  });

  it('is http only on this machine', () => {
    for (const host of ['127.0.0.1:8774', 'localhost', '[::1]:8774', '127.1.2.3']) {
      assert.equal(typeof parseEndpoint(`http://${host}/v2/t`), 'object', host);
    }
    for (const host of [
      'compute.tyo1.conoha.io',
      '127.0.0.1.example.com',
      'localhost.example.com',
      '10.0.0.1',
    ]) {
      assert.equal(parseEndpoint(`http://${host}/v2/t`), 'notHttps', host);
    }
    assert.equal(parseEndpoint('ftp://cloud.example/v2/t'), 'notHttps');
  });

  it('holds no user name and no password', () => {
    assert.equal(parseEndpoint('https://user:secret@cloud.example/v2/t'), 'credentials');
    assert.equal(parseEndpoint('https://user@cloud.example/v2/t'), 'credentials');
  });

  it('is an address', () => {
    for (const text of ['', '   ', 'two words', 'https://', 'https://exa mple.com']) {
      assert.equal(parseEndpoint(text), 'notAnAddress', text);
    }
  });
});

describe('a placeholder for the tenant', () => {
  for (const text of [
    '%(tenant_id)s',
    '%(project_id)s',
    '$(tenant_id)s',
    '$(project_id)s',
    '{tenant_id}',
    '${PROJECT}',
    '<tenant>',
    '$TENANT',
    '%TENANT%',
    '{テナントID}',
  ]) {
    it(`as ${text} is no tenant, and one is needed`, () => {
      const endpoint = parseEndpoint(`https://nova.example.net:8774/v2.1/${text}/images/detail`);
      assert.ok(typeof endpoint === 'object');
      assert.deepEqual(
        [endpoint.tenant, endpoint.lacksTenant, needsTenant(endpoint)],
        [undefined, true, true],
      );
      assert.equal(baseAddress(endpoint, 'c0ffee'), 'https://nova.example.net:8774/v2.1/c0ffee');
    });
  }
});

describe('a placeholder for something else', () => {
  for (const text of [
    '%(user_id)s',
    '{image_id}',
    '$OS_TOKEN',
    '<region>',
    '%(user_domain_id)s',
    '$OS_PROJECT_DOMAIN_ID',
  ]) {
    it(`as ${text} is filled in with no tenant`, () => {
      assert.equal(parseEndpoint(`https://nova.example.net:8774/v2.1/${text}`), 'otherPlaceholder');
    });
  }
});

describe('a path that leads up', () => {
  for (const text of ['/v2/..', '/v2/./images', '/v2/%2e%2E/images', '/v2.1/..?limit=1']) {
    it(`as ${text} is no endpoint: what stands there is not what would be asked`, () => {
      assert.equal(parseEndpoint(`https://nova.example.net:8774${text}`), 'notAnAddress');
    });
  }

  it('is not one that only begins with dots', () => {
    assert.ok(typeof parseEndpoint('https://nova.example.net/v2/..tenant') === 'object');
  });
});

describe('whatever is typed as an endpoint', () => {
  const ROOT_OF = (text: string) => {
    const endpoint = parseEndpoint(text);
    return typeof endpoint === 'string' ? endpoint : endpoint.root;
  };

  it('is answered, and never throws', () => {
    const random = new Random('endpoints');
    const parts: [string, ...string[]] = [
      'https://',
      'http://',
      'a.example',
      ':8774',
      '/v2/',
      '/v2.1',
      '%',
      '%(',
    ];
    parts.push(
      '%zz',
      '%E3%82',
      '\ud800',
      '[',
      ']',
      '@',
      '\\',
      ' ',
      '\u0000',
      '?',
      '#',
      '"',
      "'",
      '..',
      '{',
      '$(',
    );
    parts.push('é', '日本', '\ufeff', '//', ':');
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: random.integer(0, 8) }, () => random.pick(parts)).join('');
      assert.doesNotThrow(() => parseEndpoint(text), JSON.stringify(text));
      assert.doesNotThrow(() => parseIdentityAddress(text), JSON.stringify(text));
    }
  });

  it('is no address where programs would disagree about its host', () => {
    for (const text of [
      'https://good.example\\@evil.example/v2/t',
      'https://good.example\\.evil.example/v2/t',
      'https:///evil.example/v2/t',
      'https://good.exa\tmple/v2/t',
      'https://good.example\u0000.evil.example/v2/t',
      'https://nova.example/v2.1/%zz',
    ]) {
      assert.equal(ROOT_OF(text), 'notAnAddress', text);
    }
  });

  it('is no address where a slash behind the scheme is missing or one too many', () => {
    for (const scheme of ['https', 'http', 'HTTPS', 'wss', 'ftp', 'file', 'a.b']) {
      for (const slashes of ['/', '///', '////', '/\\', '\\/', '\\\\']) {
        const text = `${scheme}:${slashes}compute.tyo1.conoha.io/v2/${TENANT}`;
        assert.equal(ROOT_OF(text), 'notAnAddress', text);
        assert.equal(parseIdentityAddress(text), 'notAnAddress', text);
      }
    }
    for (const text of [
      'https:8774/v2/t',
      'https:x.example',
      'http:127.0.0.1/v2/t',
      '/x.example',
      '//x.example',
      '\u200bhttps://x.example/v2/t',
      'h\u00adttps:/x.example/v2/t',
      '\u2060https:/x.example/v2/t',
      'ｈｔｔｐｓ:/x.example/v2/t',
      'https://x\u200b.example/v2/t',
    ]) {
      assert.equal(ROOT_OF(text), 'notAnAddress', text);
    }
    assert.equal(ROOT_OF('localhost:8774/v2/t'), 'https://localhost:8774');
  });

  it('leads to the host that a browser would read in it, or to none', () => {
    const random = new Random('hosts');
    const parts: readonly [string, ...string[]] = [
      'https:',
      'HTTP:',
      'http:',
      'ws:',
      'file:',
      'x:',
      '/',
      '//',
      '\\',
      '@',
      ':',
      ':443',
      ':8774',
      '?',
      '#',
      'a.example',
      '127.0.0.1',
      'localhost',
      '[::1]',
      '%2f',
      '%40',
      '０',
      '。',
      '日本',
      '/v2/t',
      ' ',
      '\t',
      '.',
    ];
    let taken = 0;
    for (let count = 0; count < 50_000; count++) {
      const text = Array.from({ length: random.integer(1, 7) }, () => random.pick(parts)).join('');
      const endpoint = parseEndpoint(text);
      if (typeof endpoint === 'string') continue;
      taken++;
      const { origin, protocol, hostname } = new URL(baseAddress(endpoint, TENANT));
      const trimmed = text.trim();
      const readings = [trimmed, `https://${trimmed}`].filter((reading) => URL.canParse(reading));
      const [browser = ''] = readings
        .map((reading) => new URL(reading).origin)
        // Of a scheme that no browser knows, such as the host in `a.example:443`.
        .filter((reading) => reading !== 'null');
      assert.equal(origin, browser, JSON.stringify(text));
      const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
      assert.ok(protocol === 'https:' || (protocol === 'http:' && isHere), JSON.stringify(text));
    }
    assert.ok(taken > 1000, `only ${taken} of them were taken`);
  });

  it('is bounded, at once', () => {
    for (const part of ['a', '/', '"', '"\'', ' a', '/v2', '%', '日']) {
      assert.equal(parseEndpoint(`https://x.example/${part.repeat(1_000_000)}x`), 'tooLong');
    }
    assert.equal(ROOT_OF(`https://x.example/${'a'.repeat(2000)}`).length, 2018);
  });
});

describe('a typed tenant', () => {
  const problem = (text: string, root = 'https://cloud.example') => tenantProblem(text, root);

  it('is one word that can be a part of an address', () => {
    for (const text of [TENANT, 'demo', '開発', 'a.b']) assert.equal(problem(text), undefined, text);
    for (const text of ['a b', 'a/b', 'a?b', '..', '.', '\ud800', 'a\\b']) {
      assert.equal(problem(text), 'notOneWord', text);
    }
    for (const text of ['%(tenant_id)s', '{tenant_id}', '<your tenant>', '$TENANT', '!TENANT!']) {
      assert.equal(problem(text), 'placeholder', text);
    }
    assert.equal(problem('a'.repeat(256)), 'tooLong');
  });

  it('is an id at ConoHa, whose image service would not say that a name is none', () => {
    for (const root of ['https://image-service.c3j1.conoha.io', 'https://compute.tyo1.conoha.io']) {
      assert.equal(problem(TENANT, root), undefined);
      for (const text of ['gnct12345678', TENANT.toUpperCase(), TENANT.slice(1)])
        assert.equal(problem(text, root), 'notConohaId', text);
      assert.equal(problem('%(tenant_id)s', root), 'placeholder');
    }
  });
});

describe('a pasted token', () => {
  const token = 'gAAAAABl-_x';
  const base = `${ROOT}/v2/${TENANT}`;
  const read = (text: string) => readPastedToken(text, base);
  it('is freed of quotes, blanks and its header’s name', () => {
    for (const text of [
      token,
      ` ${token}\n`,
      `"${token}"`,
      `'${token}',`,
      `X-Auth-Token: ${token}`,
      `x-auth-token:${token}`,
      `-H "X-Auth-Token: ${token}"`,
    ]) {
      assert.deepEqual(read(text), { token }, text);
    }
  });

  it('has only characters that a header may hold', () => {
    assert.equal(tokenProblem(token), undefined);
    assert.equal(tokenProblem(''), 'empty');
    for (const text of ['a b', 'a\nb', 'トークン', 'a\u00a0b', 'a\u0000']) {
      assert.equal(tokenProblem(text), 'notForHeader', JSON.stringify(text));
      assert.deepEqual(read(`x${text}x`), { problem: 'notForHeader' });
    }
    assert.deepEqual(read(' "" '), { problem: 'empty' });
  });

  for (const [problem, texts] of [
    ['expression', ['$OS_TOKEN', '${OS_TOKEN}', '$(cat token)', '%OS_TOKEN%', '!OS_TOKEN!', '$env:OS_TOKEN']],
    ['file', ['@token.txt']],
    [
      'placeholder',
      ['<token>', '{token}', '***', 'xxxx', 'XXXX-XXXX', 'YOUR_TOKEN', 'your-token-here', 'Token'],
    ],
  ] as const) {
    it(`is none where ${problem === 'expression' ? 'an' : 'a'} ${problem} stands for one`, () => {
      for (const text of texts) {
        assert.deepEqual(read(text), { problem, text });
        assert.deepEqual(read(`X-Auth-Token: ${text}`), { problem, text });
      }
    });
  }

  it('is taken out of nothing but its header and curl commands', () => {
    for (const text of [
      `{"X-Auth-Token": "${token}"}`,
      `@{'X-Auth-Token'='${token}'}`,
      `http ${base} X-Auth-Token:${token}`,
      `wget --header="X-Auth-Token: ${token}" ${base}`,
    ]) {
      assert.deepEqual(read(text), { problem: 'command', command: { problem: 'otherProgram' } }, text);
    }
  });

  it('has as many characters as servers read', () => {
    const longest = 'a'.repeat(8192);
    assert.deepEqual(read(longest), { token: longest });
    assert.deepEqual(read(`${longest}a`), { problem: 'tooLong' });
    assert.deepEqual(read('a'.repeat(1_048_576)), { problem: 'tooLong' });
    assert.deepEqual(read(JSON.stringify({ access: { token: { id: `${longest}a` } } })), {
      problem: 'tooLong',
    });
  });

  const tenant = { id: 'c0ffee', name: 'mine' };

  it('comes with its end where the whole answer of the identity service is pasted', () => {
    const answer = {
      access: {
        token: { id: token, expires: '2026-11-24T12:00:00Z', tenant },
        serviceCatalog: [' '.repeat(50_000)],
      },
    };
    assert.deepEqual(read(` ${JSON.stringify(answer, undefined, 2)} `), {
      token,
      expires: Date.UTC(2026, 10, 24, 12),
      project: tenant,
    });
    for (const end of [{}, { expires: 'soon' }]) {
      const access = { token: { id: token, tenant, ...end } };
      assert.deepEqual(read(JSON.stringify({ access })), { token, project: tenant });
    }
  });

  it('ends in UTC where its answer names no zone, wherever it is pasted', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) {
        process.env.TZ = zone;
        for (const expires of [
          '2026-11-24T12:00:00',
          '2026-11-24T12:00:00.000000',
          '2026-11-24T21:00:00+09:00',
        ]) {
          const text = JSON.stringify({ access: { token: { id: token, expires, tenant } } });
          assert.deepEqual(
            read(text),
            { token, expires: Date.UTC(2026, 10, 24, 12), project: tenant },
            `${expires} in ${zone}`,
          );
        }
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('comes in a whole curl command for the same server alone', () => {
    const command = (address: string, header = `X-Auth-Token: ${token}`) =>
      `curl -x ${base} -H "${header}" ${address}`;
    assert.deepEqual(read(command(`${ROOT}/v2/another/images/detail`)), { token });
    for (const address of [
      'https://other.example/v2/t',
      `${ROOT}:8443/v2/t`,
      'https://compute.tyo2.conoha.io/v2/t',
    ]) {
      assert.deepEqual(read(command(address)), { problem: 'otherServer' }, address);
    }
    assert.deepEqual(read(command(base, 'X-Auth-Token: $OS_TOKEN')), {
      problem: 'command',
      command: { kind: 'notExpanded', source: '$OS_TOKEN' },
    });
    assert.deepEqual(read(command(`${base} ${base}`)), {
      problem: 'command',
      command: { problem: 'severalAddresses' },
    });
  });
});

describe('the host that an address is asked at', () => {
  for (const [address, host] of [
    ['https://compute.example/v2.1', 'compute.example'],
    ['compute.example:8774', 'compute.example:8774'],
    ['https://identity.tyo1.c\u043en\u043eha.io/v2.0', 'identity.tyo1.xn--cnha-55db.io'],
    [
      `https://identity.tyo1.conoha.io.${'a'.repeat(300)}.evil.example`,
      `identity.tyo1.conoha.io.${'a'.repeat(300)}.evil.example`,
    ],
    ['http://compute.example', undefined],
    ['no address', undefined],
  ] as const) {
    it(`is ${String(host).slice(0, 40)} for ${address.slice(0, 40)}`, () => {
      assert.equal(hostOfAddress(address), host);
    });
  }
});
