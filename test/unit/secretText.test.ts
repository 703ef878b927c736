import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { maskSecrets, unmaskSecrets, withoutSecrets } from '../../src/api/pasted/secretText';
import { workOf } from './regExpWork';

const TOKEN = 'a3f2b1c4d5e6f708192a3b4c5d6e7f80';
const ADDRESS = 'https://compute.example/v2/487727e3921d44e3bfe7ebb337bf085e/images/detail';

/** The text as it is shown, which has to become the same again. */
function shown(text: string): string {
  const masked = maskSecrets(text);
  assert.equal(unmaskSecrets(masked.text, masked.secrets), text);
  return masked.text;
}

describe('what is shown of a pasted text', () => {
  for (const form of [
    `curl -H "X-Auth-Token: SECRET" ${ADDRESS} ${ADDRESS}`,
    `curl -HX-Auth-Token:SECRET ${ADDRESS}`,
    `curl -H 'X-Auth-Token: SECRET" ${ADDRESS}`,
    `curl -H X-Auth-Token:\\ SECRET ${ADDRESS}`,
    `curl -H 'X-Auth-''Token: SECRET' ${ADDRESS}`,
    `curl –H “X-Auth-Token: SECRET” ${ADDRESS}`,
    `curl ^"${ADDRESS}^" ^ -H ^"x-auth-token: SECRET^"`,
    `curl -H X-Auth-Token:" SECRET" ${ADDRESS}`,
    `wget --header="X-Auth-Token: SECRET" ${ADDRESS}`,
    `wget --header 'X-Auth-Token:SECRET' ${ADDRESS}`,
    `Invoke-RestMethod -Uri ${ADDRESS} -Headers @{'X-Auth-Token'='SECRET'}`,
    `curl -Uri ${ADDRESS} -Headers @{ "X-Auth-Token" = "SECRET"; Accept = "json" }`,
    '$headers["X-Auth-Token"] = "SECRET"',
    '$headers.Add("X-Auth-Token", "SECRET")',
    `http ${ADDRESS} X-Auth-Token:SECRET`,
    '{"X-Auth-Token": "SECRET", "Accept": "x"}',
    '{"X-Auth-Token":"SECRET","Accept":"x"}',
    '[{"key":"X-Auth-Token","value":"SECRET"}]',
    'X-Auth-Token\tSECRET',
    'X-Auth-Token: SECRET',
    'export OS_TOKEN=SECRET',
    'openstack --os-token SECRET image list',
    '{"access":{"token":{"issued_at":"2026-01-01","expires":"2026","id":"SECRET","tenant":{}}}}',
  ]) {
    it(`has a mark for the token in ${form.slice(0, 50)}`, () => {
      assert.equal(shown(form.replace('SECRET', TOKEN)), form.replace('SECRET', '•token•'));
    });
  }

  for (const form of [
    `curl --cookie=   --header "X-Auth-Token: SECRET" ${ADDRESS}`,
    `curl --cookie=  "-HX-Auth-Token: SECRET" ${ADDRESS}`,
    `curl -b cookie: -H X-Auth-Token:SECRET ${ADDRESS}`,
  ]) {
    it(`has a mark for the token behind an empty cookie in ${form.slice(0, 40)}`, () => {
      assert.ok(!shown(form.replace('SECRET', TOKEN)).includes(TOKEN));
    });
  }

  for (const [form, secret] of [
    [`curl -u SECRET ${ADDRESS}`, 'me:secret'],
    [`curl -sSu SECRET ${ADDRESS}`, 'me:secret'],
    [`curl -uSECRET ${ADDRESS}`, 'me:secret'],
    [`curl --user "SECRET" ${ADDRESS}`, 'me:my secret'],
    [`curl --user=SECRET ${ADDRESS}`, 'me:secret'],
    [`curl -U SECRET -x https://proxy.example ${ADDRESS}`, 'me:secret'],
    [`curl --proxy-user 'SECRET' ${ADDRESS}`, 'me:secret'],
    [`curl -b 'SECRET' ${ADDRESS}`, 'a=b; c=d'],
    [`curl --cookie SECRET ${ADDRESS}`, 'a=b'],
    [`curl -H 'Cookie: SECRET' ${ADDRESS}`, 'a=b; c=d'],
    [`curl -H "Authorization: SECRET" ${ADDRESS}`, `Bearer ${TOKEN}`],
    [`curl -H 'Proxy-Authorization: SECRET' ${ADDRESS}`, 'Basic bWU6c2VjcmV0'],
    [`curl --oauth2-bearer SECRET ${ADDRESS}`, TOKEN],
    [`curl -E SECRET ${ADDRESS}`, 'client.pem:secret'],
    [`http ${ADDRESS} Authorization:"SECRET"`, `Bearer ${TOKEN}`],
    [`http -a SECRET ${ADDRESS}`, 'me:secret'],
    ['https://SECRET@compute.example/v2', 'me:secret'],
    [`curl -d '{"auth": {"password": "SECRET"}}' ${ADDRESS}`, 'my secret'],
    ['パスワード: SECRET', 'himitsu-1'],
    ['パスワード：SECRET', 'himitsu-1'],
    ['APIパスワード SECRET', 'himitsu-1'],
    ['APIユーザー gncu00000001 パスワード\tSECRET', 'himitsu-1'],
    ['API パスワード　SECRET', 'himitsu-1'],
    ['Password SECRET', 'himitsu-1'],
    ['Username me Password\tSECRET', 'himitsu-1'],
    ['pwd=SECRET', 'himitsu-1'],
    ['OS_PASS=SECRET', 'himitsu-1'],
    ['passphrase: SECRET', 'himitsu-1'],
  ] as const) {
    it(`has a mark for the secret in ${form.slice(0, 50)}`, () => {
      assert.equal(shown(form.replace('SECRET', secret)), form.replace('SECRET', '•secret•'));
    });
  }

  it('has a mark for the token behind the name of its scheme alone', () => {
    assert.equal(shown(`Bearer ${TOKEN}`), 'Bearer •token•');
    assert.equal(shown(`トークン: ${TOKEN}`), 'トークン: •token•');
  });

  it('has no secret of quotes in quotes', () => {
    assert.doesNotMatch(shown(`"{\\"X-Auth-Token\\": \\"${TOKEN}\\"}"`), /a3f2/);
    assert.doesNotMatch(shown(`-H X-Auth-Token:"a3f2"'${TOKEN}' ${ADDRESS}`), /a3f2/);
  });

  it('tells several secrets apart, and one that stands there twice not', () => {
    assert.equal(
      shown(`-H X-Auth-Token:one -H X-Auth-Token:two -H X-Auth-Token:one`),
      '-H X-Auth-Token:•token• -H X-Auth-Token:•token2• -H X-Auth-Token:•token•',
    );
  });

  it('keeps what is no secret', () => {
    for (const text of [
      ADDRESS,
      `curl -e https://referer.example -b jar.txt -H "Accept: application/json" ${ADDRESS}`,
      `curl -H "X-Auth-Token: $OS_TOKEN" -H "X-Auth-Token: <token>" ${ADDRESS}`,
      `curl -H "X-Auth-Token:" ${ADDRESS} -H "Accept: x"`,
      `curl -Uri ${ADDRESS} -Method GET -OutFile C:\\x`,
      'https://identity.example/v3/auth/tokens',
      'OpenStack user and password…',
      'password of the user',
      'API user and password',
      'bypass 2026',
      'パスワード',
    ]) {
      assert.equal(shown(text), text);
    }
  });

  it('is found in steps in proportion to its length, however long and odd', () => {
    for (const part of [
      '"',
      "'",
      '\\',
      ' ',
      'a1',
      '"Cookie:',
      'X-Auth-Token:"',
      '{"token":{',
      '://',
      ' -u ',
      '$',
    ]) {
      const steps = (length: number): number =>
        workOf(() => void maskSecrets(part.repeat(Math.floor(length / part.length))));
      const [short, long] = [steps(2048), steps(16_384)];
      assert.ok(long <= 9 * short + 1000, `${part}: ${short} steps for 2,048 characters, ${long} for 16,384`);
    }
  });
});

describe('what is shown of a part of a text', () => {
  it('is without what looks like a token, whatever stands around it', () => {
    assert.equal(withoutSecrets(`<${TOKEN}>`), '<•token•>');
    assert.equal(withoutSecrets(`$(curl -u me:secret ${ADDRESS.slice(0, 20)})`).includes('me:secret'), false);
    assert.equal(
      withoutSecrets('$CONOHA_COMPUTE_TOKEN_OF_PRODUCTION'),
      '$CONOHA_COMPUTE_TOKEN_OF_PRODUCTION',
    );
  });
});
