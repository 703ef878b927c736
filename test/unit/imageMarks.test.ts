import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ImageMarks } from '../../src/session/imageMarks';
import { memoryStore } from './memory';
import { rethrow } from './rethrow';

describe('what a person has marked', () => {
  it('is kept for each account, in the order in which it was marked, and goes with it', async () => {
    const store = memoryStore();
    const marks = new ImageMarks(store, rethrow);
    const changed: string[] = [];
    marks.onDidChange((accountId) => changed.push(accountId));
    await marks.addFavourites('one', ['b', 'a', 'b']);
    await marks.addFavourites('two', ['c']);
    await marks.removeFavourites('one', ['b']);
    assert.deepEqual(new ImageMarks(store, rethrow).favourites('one'), ['a']);
    assert.deepEqual(changed, ['one', 'two', 'one']);
    await marks.forget('one');
    assert.deepEqual([marks.favourites('one'), marks.favourites('two')], [[], ['c']]);
  });

  it('is the same set for as long as it is the same', async () => {
    const marks = new ImageMarks(memoryStore(), rethrow);
    const before = marks.favouriteSet('one');
    await marks.noteCopied('one', ['x']);
    await marks.addFavourites('one', ['a']);
    assert.notEqual(marks.favouriteSet('one'), before);
    assert.equal(marks.favouriteSet('one'), marks.favouriteSet('one'));
  });

  it('holds the five that were copied last, the last one first', async () => {
    const marks = new ImageMarks(memoryStore(), rethrow);
    for (const key of 'abcdefb') await marks.noteCopied('one', [key]);
    assert.deepEqual(marks.copied('one'), ['b', 'f', 'e', 'd', 'c']);
  });

  it('is nothing where what was stored is broken, and can be marked anew', async () => {
    for (const junk of ['x', 7, null, [], { one: 'x' }, { one: { favourites: [1, null], copied: {} } }]) {
      const store = memoryStore();
      await store.update('imageMarks', junk);
      const marks = new ImageMarks(store, rethrow);
      assert.deepEqual([marks.favourites('one'), marks.copied('one')], [[], []]);
      await marks.addFavourites('one', ['a']);
      assert.deepEqual(marks.favourites('one'), ['a']);
    }
  });
});
