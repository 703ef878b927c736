import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { compareRows, type Comparison } from '../../src/tree/compareRows';
import { GivenRows } from '../../src/tree/givenRows';
import type { AccountRow, GroupRow, ImageRow, Row } from '../../src/tree/rows';
import { uniqueIds } from '../../src/tree/uniqueIds';
import { imageOf, imagesNamed } from './sampleImages';
import { NO_FAVOURITES, PLAIN_LOOK } from './rowLooks';

/** Rows by the id of the row above them. */
type Lists = ReadonlyMap<string | undefined, readonly Row[]>;

const fail = (id: string) => assert.fail(`${id} was there already`);

function account(id: string, description = ''): AccountRow {
  const label = id;
  return {
    kind: 'account',
    id,
    accountId: id,
    parent: undefined,
    signedIn: true,
    filtered: false,
    label,
    description,
    tokenEnds: 0,
  };
}

function group(id: string, images: readonly Image[], parent?: string): GroupRow {
  const of = { key: id, value: id, images, groups: [], headed: 'always' } as const;
  const base = {
    ...{ variants: undefined, folded: false, mayHaveMore: false, alone: false },
    ...{ headings: [], look: PLAIN_LOOK, favourites: NO_FAVOURITES, grouping: 'app' as const },
  };
  return { ...base, kind: 'group', id, accountId: 'a', parent, group: of };
}

function image(image: Image, parent?: string): ImageRow {
  const label = { text: image.name, told: [], saysDisks: false, apart: undefined, narrow: undefined };
  const id = `${parent ?? 'none'}/${image.id}`;
  return { kind: 'image', id, accountId: 'a', parent, image, label, look: PLAIN_LOOK, isFavourite: false };
}

/** The groups at the top with their images below. */
function grouped(groups: Readonly<Record<string, readonly Image[]>>): Lists {
  const lists = new Map<string | undefined, readonly Row[]>();
  lists.set(
    undefined,
    Object.entries(groups).map(([id, images]) => group(id, images)),
  );
  for (const [id, images] of Object.entries(groups))
    lists.set(
      id,
      images.map((each) => image(each, id)),
    );
  return lists;
}

/** An editor that has asked for all of these. */
function givenOf(lists: Lists): GivenRows {
  const given = new GivenRows();
  const give = (of: Row | undefined): void => {
    const rows = lists.get(of?.id);
    if (rows !== undefined) for (const row of given.give(of, rows, fail)) give(row);
  };
  give(undefined);
  return given;
}

function compare(given: GivenRows, now: Lists): Comparison {
  return compareRows({ before: (parent) => given.below(parent), now: (parent) => now.get(parent?.id) });
}

describe('comparing rows', () => {
  const [one, two, three, four] = imagesNamed('one', 'two', 'three', 'four') as [Image, Image, Image, Image];
  const before = grouped({ x: [one, two], y: [three] });
  const stale = (now: Lists, given = givenOf(before)) => compare(given, now).stale;

  it('finds nothing where nothing has changed, also in groups that are others of the same images', () => {
    assert.deepEqual(stale(before), []);
    assert.deepEqual(stale(grouped({ x: [one, two], y: [three] })), []);
  });

  it('finds the row of an image that has changed', () => {
    const changed = imageOf({ id: one.id, name: 'renamed' });
    assert.deepEqual(stale(grouped({ x: [changed, two], y: [three] })), ['x/image-0']);
  });

  it('finds the row above where rows come, go or change places', () => {
    assert.deepEqual(stale(grouped({ x: [one, two], y: [three, four] })), ['y']);
    assert.deepEqual(stale(grouped({ x: [one], y: [three] })), ['x']);
    assert.deepEqual(stale(grouped({ x: [two, one], y: [three] })), ['x']);
  });

  it('finds everything where rows come or go at the top', () => {
    assert.equal(stale(grouped({ x: [one, two] })), undefined);
    assert.equal(stale(grouped({ y: [three], x: [one, two] })), undefined);
  });

  it('finds nothing below a row of which nobody has asked what is below, but the row itself', () => {
    const closed = givenOf(new Map([[undefined, before.get(undefined) ?? []]]));
    const changed = imageOf({ id: one.id, name: 'renamed' });
    assert.deepEqual(stale(grouped({ x: [changed, two], y: [three] }), closed), []);
    assert.deepEqual(stale(grouped({ x: [one], y: [three] }), closed), ['x']);
  });

  it('finds everything below a list that is yet to begin', () => {
    const accounts = [account('a'), account('b')];
    const given = givenOf(new Map([[undefined, accounts]]));
    const now = new Map<string | undefined, readonly Row[]>([
      [undefined, accounts],
      ['b', []],
    ]);
    assert.deepEqual(stale(now, given), ['a']);
    assert.equal(stale(new Map(), given), undefined);
  });

  it('finds the row above more than fifty that have changed', () => {
    const many = imagesNamed(...Array.from({ length: 60 }, (_, at) => `image ${at}`));
    const renamed = (count: number) =>
      many.map((each, at) => (at < count ? imageOf({ id: each.id, name: 'renamed' }) : each));
    const given = () => givenOf(grouped({ x: many, y: [one] }));
    assert.equal(stale(grouped({ x: renamed(50), y: [one] }), given())?.length, 50);
    assert.deepEqual(stale(grouped({ x: renamed(51), y: [one] }), given()), ['x']);
  });

  it('finds the rows of accounts by what they say, and nothing more', () => {
    const given = givenOf(new Map([[undefined, [account('a', 'active'), account('b'), account('c')]]]));
    const now = new Map<string | undefined, readonly Row[]>([
      [undefined, [account('a'), account('b', 'active'), account('c')]],
    ]);
    for (const id of ['a', 'b', 'c']) now.set(id, []);
    assert.deepEqual(stale(now, given), ['a', 'b']);
  });

  it('leaves rows that have gone until the editor asks, but not longer than to the next change', () => {
    const given = givenOf(before);
    const change = (now: Lists) => {
      const comparison = compare(given, now);
      for (const [parent, list] of comparison.given) {
        if (list === undefined) given.forget(parent);
        else given.keep(parent, list);
      }
      return comparison.stale;
    };
    const without = grouped({ x: [two], y: [three] });
    assert.deepEqual(change(without), ['x']);
    assert.ok(given.row('x/image-0') !== undefined);
    assert.deepEqual(change(without), []);
    assert.deepEqual(change(grouped({ x: [], y: [three] })), ['x']);
    assert.equal(given.row('x/image-0'), undefined);
    assert.ok(given.row('y/image-2') !== undefined);
  });
});

describe('rows that were given', () => {
  it('are remembered only while the editor can reach them', () => {
    const [one, two] = imagesNamed('one', 'two') as [Image, Image];
    const given = givenOf(grouped({ x: [one], y: [two] }));
    given.give(undefined, [group('y', [two])], fail);
    assert.deepEqual(
      ['x', 'x/image-0', 'y', 'y/image-1'].map((id) => given.row(id) !== undefined),
      [false, false, true, true],
    );
    assert.equal(given.below('x'), undefined);
  });

  it('have ids that occur once in the whole tree', () => {
    const [one, two] = imagesNamed('one', 'two') as [Image, Image];
    const repeated: string[] = [];
    const given = new GivenRows();
    const give = (of: Row | undefined, rows: readonly Row[]) =>
      given.give(of, rows, (id) => repeated.push(id)).map(({ id }) => id);
    const [x, y] = [group('x', [one]), group('y', [two])];
    assert.deepEqual(give(undefined, [x, y, group('x', [two]), group('x', [])]), ['x', 'y', 'x~2', 'x~3']);
    assert.deepEqual(give(x, [image(one, 'x')]), ['x/image-0']);
    assert.deepEqual(give(y, [{ ...image(one, 'x'), parent: 'y' }]), ['x/image-0~2']);
    assert.deepEqual(repeated, ['x', 'x', 'x/image-0']);
    // The same once more takes no other ids.
    assert.deepEqual(give(y, [{ ...image(one, 'x'), parent: 'y' }]), ['x/image-0~2']);
    assert.deepEqual(given.row('x/image-0')?.parent, 'x');
  });

  it('pass over ids that are free', () => {
    const rows = [group('x', []), group('x~2', []), group('x', [])];
    assert.deepEqual(
      uniqueIds(rows, () => false).map(({ id }) => id),
      ['x', 'x~2', 'x~3'],
    );
  });
});
