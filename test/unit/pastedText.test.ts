import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { PastedText } from '../../src/api/pasted/pastedText';

const TOKEN = '0123456789abcdef0123456789abcdef';
const [ONE, OTHER] = ['a'.repeat(32), 'b'.repeat(32)];
const ROOT = 'https://compute.example';

/** A box in which a command for an address was pasted. */
function boxWith(address: string): PastedText {
  const box = new PastedText();
  assert.equal(box.shown(`curl -H "X-Auth-Token: ${TOKEN}" ${address}`), address);
  assert.equal(tokenIn(box), TOKEN);
  return box;
}

/** The token that would go with what stands in a box. */
function tokenIn(box: PastedText): string | undefined {
  const pasted = box.read(box.text);
  if (pasted?.kind !== 'curl' || 'problem' in pasted) return undefined;
  return pasted.request.token.kind === 'given' ? pasted.request.token.text : pasted.request.token.kind;
}

describe('the token of a command whose address stands in its place', () => {
  const address = `${ROOT}/v2/${ONE}/images/detail`;

  it('is for nothing that is put into the box once that address is out of it', () => {
    for (const later of [`${ROOT}/v2/${OTHER}`, `${ROOT}/v2.1`, address]) {
      const box = boxWith(address);
      box.shown('');
      box.shown(later);
      assert.equal(tokenIn(box), undefined, later);
      // Letter by letter, each of which is an edit of what stands there.
      const typed = boxWith(address);
      for (let left = address.length; left >= 0; left--) typed.shown(address.slice(0, left));
      for (let left = 1; left <= later.length; left++) typed.shown(later.slice(0, left));
      assert.equal(tokenIn(typed), undefined, later);
    }
  });

  it('is for no address that is pasted over the whole of it, however alike they are', () => {
    for (const [first, later] of [
      [address, `${ROOT}/v2/${OTHER}/images/detail`],
      [address, `${ROOT}/v2/${OTHER}`],
      [`${ROOT}/v2.1/images/detail`, `${ROOT}/v2.1`],
      [`${ROOT}/v2.1`, `${ROOT}/v2.1/images/detail`],
      [address, `https://another.example/v2/${ONE}`],
    ] as const) {
      const box = boxWith(first);
      box.shown(later);
      assert.equal(tokenIn(box), undefined, later);
    }
  });

  it('is for no other project, also where its id is typed letter by letter', () => {
    const box = boxWith(`${ROOT}/v2/${ONE}`);
    for (let left = ONE.length; left > 0; left--) box.shown(`${ROOT}/v2/${ONE.slice(0, left)}`);
    for (let left = 1; left <= OTHER.length; left++) box.shown(`${ROOT}/v2/${OTHER.slice(0, left)}`);
    assert.equal(tokenIn(box), undefined);
  });

  it('is for that address while some letters of it are put right', () => {
    const box = boxWith(`${ROOT}/v2/${ONE}`);
    box.shown(`${ROOT}/v2./${ONE}`);
    box.shown(`${ROOT}/v2.1/${ONE}`);
    assert.equal(tokenIn(box), TOKEN);
    box.shown(`${ROOT}/v2.1/${ONE}/`);
    assert.equal(tokenIn(box), TOKEN);
  });
});
