import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { compilePattern, PatternError, TOO_SLOW } from '../../src/catalog/pattern';
import { irregularNames, SLOW_PATTERN } from './slowPattern';

const finds = async (pattern: string, text: string) => (await compilePattern(pattern)).test(text);

describe('a name pattern', () => {
  it('is what stands between slashes, with flags or without', async () => {
    for (const typed of ['/x/', '/x/i', ' /a|b/ ', '/a/b/', '/日本/iu'])
      await assert.doesNotReject(compilePattern(typed), typed);
    for (const typed of ['', 'x', '/', '//', '/x', 'x/', 'a/b/c', '/x/I9'])
      await assert.rejects(compilePattern(typed), { name: 'PatternError', message: '' }, typed);
  });

  it('is found anywhere in a name, anchors and classes included', async () => {
    assert.equal(await finds('/ubuntu-2\\d\\.04/', 'vmi-ubuntu-22.04-amd64'), true);
    assert.equal(await finds('/^ubuntu/', 'vmi-ubuntu-22.04'), false);
    assert.equal(await finds('/(30|100)gb$/', 'vmi-ubuntu-30gb'), true);
    assert.equal(await finds('/[ぁ-ん]+/', 'いろは'), true);
    assert.equal(await finds('/^\\p{Han}+$/u', '本番'), true);
    assert.equal(await finds('/a\\/b/', 'a/b'), true);
  });

  it('minds letter case unless it says otherwise', async () => {
    assert.equal(await finds('/UBUNTU/', 'ubuntu'), false);
    assert.equal(await finds('/UBUNTU/i', 'ubuntu'), true);
    assert.equal(await finds('/ÉA/i', 'éa'), true);
  });

  it('gives the same answer for the same name every time, also with g', async () => {
    const pattern = await compilePattern('/a/g');
    assert.deepEqual(
      [1, 2, 3].map(() => pattern.test('a')),
      [true, true, true],
    );
  });

  it('is refused in the words of the engine when it is none', async () => {
    const refusals: Readonly<Record<string, readonly [message: string, part: string]>> = {
      '/[z-a]/': ['invalid character class range', 'z-a'],
      '/a**/': ['invalid nested repetition operator', '**'],
      '/(?=x)/': ['invalid or unsupported Perl syntax', '(?='],
      '/(a)\\1/': ['invalid escape sequence', '\\1'],
      '/x/q': ['unknown flag', 'q'],
    };
    for (const [pattern, [message, part]] of Object.entries(refusals))
      await assert.rejects(compilePattern(pattern), { name: 'PatternError', message, part });
    await assert.rejects(compilePattern('/(/'), { name: 'PatternError', message: 'missing closing )' });
  });

  it('is refused without words when it is not written as one', async () => {
    await assert.rejects(compilePattern('ubuntu'), { name: 'PatternError', message: '' });
  });

  it('cannot hang the editor: what runs away elsewhere is answered at once', async () => {
    const text = `${'a'.repeat(5000)}!`;
    for (const pattern of ['/^(a+)+$/', '/^(a|a)*$/', '/^(a|aa)+$/', '/(.*a){20}$/', '/^((a*)*)*$/'])
      assert.equal(await finds(pattern, text), false, pattern);
  });

  it('is refused where it is far larger than it looks, and taken where it only looks large', async () => {
    for (const pattern of ['/(.?){999}/', `/${'(.?){999}'.repeat(100)}/`, '/(ab){1000}x{1000}/'])
      await assert.rejects(compilePattern(pattern), { message: 'expression too large' }, pattern);
    const names = Array.from({ length: 30 }, (_, index) => `vmi-ubuntu-${String(index)}.04-amd64-100gb`);
    for (const source of [
      `^(${names.join('|')})$`,
      '^.{1,255}$',
      '[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}',
      '.?'.repeat(500),
      'x{1000}',
    ])
      await assert.doesNotReject(compilePattern(`/${source}/i`), source);
  });

  it('gives up where names take it long, however small it is', async () => {
    const pattern = await compilePattern(SLOW_PATTERN);
    const tooSlow = { name: 'PatternError', message: TOO_SLOW };
    assert.throws(() => irregularNames(1000).forEach((name) => pattern.test(name)), tooSlow);
    assert.throws(() => pattern.test('x'), tooSlow);
  });

  it('cannot fill the memory by counting', async () => {
    await assert.rejects(compilePattern('/((a{1000}){1000}){1000}/'), PatternError);
  });
});
