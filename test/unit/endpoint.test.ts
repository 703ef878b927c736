import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  baseAddress,
  cleanToken,
  needsTenant,
  parseCurl,
  parseEndpoint,
  tokenProblem,
} from '../../src/api/endpoint';
import { pastedToken } from '../../src/api/pastedToken';

const TENANT = '487727e3921d44e3bfe7ebb337bf085e';
const ROOT = 'https://compute.tyo1.conoha.io';

/** The address that an endpoint leads to, with the tenant it names. */
function baseOf(text: string): string {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') assert.fail(`${text}: ${endpoint}`);
  return baseAddress(endpoint, endpoint.tenant ?? '');
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

describe('a pasted curl command', () => {
  const address = `${ROOT}/v2/${TENANT}/images/detail`;
  const token = 'a3f2b1c4d5e6f708192a3b4c5d6e7f80';
  for (const [how, command] of [
    ['as documented', `curl -i -X GET -H "Accept: application/json" -H "X-Auth-Token: ${token}" ${address}`],
    ['with the address first', `curl '${address}' -H 'X-Auth-Token: ${token}'`],
    ['folded over lines', `curl -i -X GET \\\n-H "X-Auth-Token: ${token}" \\\n${address}`],
    ['folded as Windows has it', `curl ^\r\n -H "x-auth-token:${token}" ^\r\n "${address}"`],
    ['after a prompt', `$ curl -H "X-Auth-Token: ${token}" "${address}"`],
  ] as const) {
    it(`${how} gives endpoint and token`, () => {
      assert.deepEqual(parseCurl(command), { endpoint: address, token });
    });
  }

  it('gives the endpoint alone where it has no token', () => {
    assert.deepEqual(parseCurl(`curl ${address}`), { endpoint: address, token: undefined });
  });

  it('is none without an address or without curl', () => {
    assert.equal(parseCurl(address), undefined);
    assert.equal(parseCurl('curl --help'), undefined);
  });
});

describe('a pasted token', () => {
  const token = 'gAAAAABl-_x';
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
      assert.equal(cleanToken(text), token, text);
    }
  });

  it('has only characters that a header may hold', () => {
    assert.equal(tokenProblem(token), undefined);
    assert.equal(tokenProblem(''), 'empty');
    for (const text of ['a b', 'a\nb', 'トークン', 'a\u00a0b', 'a\u0000']) {
      assert.equal(tokenProblem(text), 'notForHeader', JSON.stringify(text));
    }
  });

  it('comes with its end where the whole answer of the identity service is pasted', () => {
    const answer = { access: { token: { id: token, expires: '2026-11-24T12:00:00Z', tenant: {} } } };
    assert.deepEqual(pastedToken(` ${JSON.stringify(answer, undefined, 2)} `), {
      token,
      expires: Date.UTC(2026, 10, 24, 12),
    });
  });

  it('is taken as it is where nothing else is known of it', () => {
    assert.deepEqual(pastedToken(`"${token}"`), { token });
    assert.deepEqual(pastedToken(JSON.stringify({ access: { token: { id: token } } })), { token });
    assert.deepEqual(pastedToken(JSON.stringify({ access: { token: { id: token, expires: 'soon' } } })), {
      token,
    });
  });
});
