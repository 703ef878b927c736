import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { groupImages } from '../../src/catalog/grouping';
import { rowsBelow } from '../../src/tree/accountRows';
import { isOpenAtFirst } from '../../src/tree/isOpenAtFirst';
import type { GroupRow } from '../../src/tree/rows';
import { NO_FAVOURITES, PLAIN_LOOK } from './rowLooks';
import { imageOf } from './sampleImages';

const apps = (count: number): readonly Image[] =>
  ['Redis', 'GitLab'].flatMap((app) =>
    Array.from({ length: count }, (_, at) =>
      imageOf({
        ...{ id: `${app}${at}`, name: `vmi-${app}-${at}`, status: 'ACTIVE' },
        metadata: { app: `${app}-${at}.0-64bit` },
      }),
    ),
  );

const rowOf = (images: readonly Image[], grouping: 'kind' | 'app', alone: boolean): GroupRow => {
  const [group] = groupImages(images, grouping);
  assert.ok(group);
  return {
    ...{ kind: 'group', id: 'a/group', accountId: 'a', parent: undefined, group, grouping, alone },
    ...{ variants: undefined, headings: [], look: PLAIN_LOOK, favourites: NO_FAVOURITES },
    ...{ folded: false, mayHaveMore: false },
  } as const;
};

describe('a group that is the only one', () => {
  it('is open, and leaves what is below it as it would be among others', () => {
    for (const alone of [true, false]) {
      const kind = rowOf(apps(3), 'kind', alone);
      assert.equal(isOpenAtFirst(kind), alone);
      const families = rowsBelow(kind).filter((row) => row.kind === 'group');
      assert.equal(families.length, 2);
      for (const family of families) assert.equal(isOpenAtFirst(family), false, family.group.value);
    }
  });

  it('may be long, its sub-groups may not', () => {
    const large = rowOf(apps(60).slice(0, 60), 'app', true);
    assert.equal(isOpenAtFirst(large), true);
    assert.equal(isOpenAtFirst({ ...large, alone: false }), false);
    const several = rowsBelow(large).filter((row) => row.kind === 'group');
    assert.ok(several.every(({ alone }) => !alone));
  });
});
