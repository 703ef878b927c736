import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readPasted } from '../../src/api/pasted/readPasted';
import { maskSecrets, unmaskSecrets } from '../../src/api/pasted/secretText';
import { Random } from '../server/random';
import { FORMS, OLD_TOKEN, TOKEN } from './pastedForms';

describe('what is shown of anything that is pasted to sign in with', () => {
  for (const { how, text, secrets } of FORMS) {
    it(`has none of its secrets: ${how}`, () => {
      const masked = maskSecrets(text);
      for (const secret of secrets) assert.ok(!masked.text.includes(secret), masked.text);
      assert.equal(unmaskSecrets(masked.text, masked.secrets), text);
    });
  }

  it('becomes the same again, however it is put together', () => {
    const random = new Random('marks');
    const parts: [string, ...string[]] = [
      '•token•',
      '•token',
      '•',
      '•secret2•',
      'token=',
      '"X-Auth-Token": "',
      TOKEN,
      OLD_TOKEN,
      ' ',
      '\n',
      '"',
      "'",
      'export OS_PASSWORD=',
      'abc',
      '| id | ',
      ' |',
      '| | ',
      'x-subject-token: ',
      '://',
      '@',
    ];
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: random.integer(1, 9) }, () => random.pick(parts)).join('');
      const masked = maskSecrets(text);
      assert.equal(unmaskSecrets(masked.text, masked.secrets), text);
    }
  }).timeout(60_000);

  it('is one mark where it is longer than any command', () => {
    const text = `x-subject-token: ${TOKEN} ${'a'.repeat(20_000)}`;
    const masked = maskSecrets(text);
    assert.equal(masked.text, '•text•');
    assert.equal(unmaskSecrets(masked.text, masked.secrets), text);
  });

  it('is missing a secret where a mark is of another text', () => {
    for (const text of [
      'x-subject-token: •token•',
      'export OS_PASSWORD=•secret• OS_AUTH_URL=https://i.example',
    ]) {
      assert.deepEqual(readPasted(text), { kind: 'text', problem: 'masked' });
    }
  });
});
