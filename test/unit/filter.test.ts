import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Image } from '../../src/api/images/image';
import { LIST_SCOPES, type ServerQuery } from '../../src/api/images/imageSource';
import {
  appliedBy as appliedByFor,
  applyFilter,
  atTime,
  loadedFilter,
  type AppliedFilter,
} from '../../src/catalog/filter/appliedFilter';
import {
  isNegated,
  NO_FILTER,
  type Criterion,
  type CriterionFields,
  type CriterionKind,
  type Filter,
  type TypedPeriod,
} from '../../src/catalog/filter/criterion';
import {
  addRecentFilter,
  sameFilter,
  withCriterion,
  withoutCriterion,
} from '../../src/catalog/filter/editing';
import { parseInstant, parsePeriod } from '../../src/catalog/filter/instant';
import { queryTest, sameQuery } from '../../src/catalog/filter/query';
import { parseFilter, serializeFilter } from '../../src/catalog/filter/stored';
import * as LONGEST from '../../src/base/longestText';
import { appOf } from '../../src/catalog/facetValues';
import { facetOf, forEachFacet } from '../../src/catalog/facets';
import { PatternError } from '../../src/catalog/pattern';
import { Random } from '../server/random';
import { appliedFilter, filterImages, filterWhole, NOVA, queryOf } from './appliedFilters';
import { documentedImages, generatedImages, imageOf, imagesNamed, namesOf } from './sampleImages';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 24, 3, 4, 5, 678);

const filterOf = (...criteria: readonly Criterion[]): Filter => ({ criteria });
const matching = (images: readonly Image[], ...criteria: readonly Criterion[]) =>
  filterImages(images, filterOf(...criteria), now);
const appliedBy = (criterion: Criterion) => appliedByFor(criterion, NOVA);
const matchingNames = (names: readonly string[], criterion: Criterion) =>
  namesOf(matching(imagesNamed(...names), criterion));

describe('who applies a criterion', () => {
  it('is both for an exact name, ACTIVE and changed since: the server is asked, and checked', () => {
    assert.equal(appliedBy({ kind: 'name', value: 'x' }), 'both');
    assert.equal(appliedBy({ kind: 'status', values: ['ACTIVE'] }), 'both');
    assert.equal(appliedBy({ kind: 'status', values: ['active'] }), 'both');
    assert.equal(appliedBy({ kind: 'changedSince', value: '7d' }), 'both');
  });

  it('is the server alone for the type, which need not be in what it sends', () => {
    assert.equal(appliedBy({ kind: 'type', value: 'snapshot' }), 'server');
  });

  it('is the editor for other statuses, in which servers differ, and for what is negated', () => {
    for (const value of ['SAVING', 'DELETED', 'ERROR', 'UNKNOWN', 'nonsense'])
      assert.equal(appliedBy({ kind: 'status', values: [value] }), 'editor');
    assert.equal(appliedBy({ kind: 'status', values: ['ACTIVE'], negated: true }), 'editor');
  });

  it('is the editor for everything that the server has no parameter for', () => {
    const criteria: readonly Criterion[] = [
      { kind: 'nameContains', text: 'x' },
      { kind: 'namePattern', pattern: '/x/' },
      { kind: 'app', values: ['GitLab'] },
      { kind: 'distribution', values: ['CentOS'] },
      { kind: 'os', values: ['Linux'] },
      { kind: 'ownership', values: ['own'] },
      { kind: 'size', min: 1 },
      { kind: 'created', from: '7d' },
      { kind: 'updated', to: '7d' },
    ];
    assert.deepEqual(
      criteria.filter((criterion) => appliedBy(criterion) !== 'editor'),
      [],
    );
    assert.deepEqual(queryOf(filterOf(...criteria)), {});
  });
});

describe('the query of a filter', () => {
  it('asks for nothing without a filter, or with one that the editor applies', () => {
    assert.deepEqual(queryOf(NO_FILTER, now), {});
    assert.deepEqual(queryOf(filterOf({ kind: 'status', values: ['SAVING'] }), now), {});
    assert.deepEqual(queryOf(filterOf({ kind: 'status', values: ['ACTIVE'], negated: true }), now), {});
  });

  it('asks for everything that the server can be trusted with', () => {
    const filter = filterOf(
      { kind: 'name', value: '本番DB' },
      { kind: 'status', values: ['ACTIVE'] },
      { kind: 'type', value: 'snapshot' },
      { kind: 'changedSince', value: '2026-11-23T00:00:00Z' },
      { kind: 'nameContains', text: 'x' },
    );
    const changesSince = Date.UTC(2026, 10, 23);
    assert.deepEqual(queryOf(filter, now), {
      name: '本番DB',
      status: 'ACTIVE',
      type: 'snapshot',
      changesSince,
    });
  });

  it('fixes a relative time to a whole second', () => {
    const { changesSince } = queryOf(filterOf({ kind: 'changedSince', value: '7d' }), now);
    assert.equal(changesSince, Date.UTC(2026, 10, 17, 3, 4, 5));
  });

  it('does not ask for a time that cannot be read', () => {
    assert.deepEqual(queryOf(filterOf({ kind: 'changedSince', value: 'yesterday' }), now), {});
  });

  it('is the same for the same words, whatever the editor applies besides', () => {
    const week: Criterion = { kind: 'changedSince', value: '7d' };
    const active: Criterion = { kind: 'status', values: ['ACTIVE'] };
    const contains: Criterion = { kind: 'nameContains', text: 'x' };
    assert.ok(
      sameQuery(
        queryOf(filterOf(week, active), now),
        queryOf(filterOf(contains, { ...active, values: ['active'] }, week), now),
      ),
    );
    assert.ok(
      sameQuery(queryOf(NO_FILTER), queryOf(filterOf(contains, { kind: 'status', values: ['ERROR'] }))),
    );
  });

  it('is another one for another time, name, type or status', () => {
    const filters = [
      NO_FILTER,
      filterOf({ kind: 'changedSince', value: '7d' }),
      filterOf({ kind: 'changedSince', value: '12h' }),
      filterOf({ kind: 'name', value: 'a' }),
      filterOf({ kind: 'name', value: 'A' }),
      filterOf({ kind: 'type', value: 'a' }),
      filterOf({ kind: 'status', values: ['ACTIVE'] }),
    ];
    for (const [at, filter] of filters.entries())
      for (const [other, another] of filters.entries())
        assert.equal(
          sameQuery(queryOf(filter, now), queryOf(another, now)),
          at === other,
          `${at} and ${other}`,
        );
  });
});

describe('the check made of what the server sent', () => {
  it('lets everything through without a filter', async () => {
    const images = await generatedImages(220);
    assert.deepEqual(filterImages(images, NO_FILTER), images);
  });

  it('finds a part of a name, letter case and width aside', () => {
    const contains = (text: string): Criterion => ({ kind: 'nameContains', text });
    assert.deepEqual(matchingNames(['vmi-Ubuntu-22', 'CentOS', 'Ｕｂｕｎｔｕ'], contains('uBUNtu')), [
      'vmi-Ubuntu-22',
      'Ｕｂｕｎｔｕ',
    ]);
    assert.deepEqual(matchingNames(['Webサーバー', 'Webｻｰﾊﾞｰ', 'さーば'], contains('ｻｰﾊﾞ')), [
      'Webサーバー',
      'Webｻｰﾊﾞｰ',
    ]);
    assert.deepEqual(matchingNames(['開発環境　全角スペース', '全角'], contains('環境 全角')), [
      '開発環境　全角スペース',
    ]);
    assert.deepEqual(matchingNames(['cafe\u0301-staging', 'café', 'cafe'], contains('CAFÉ')), [
      'cafe\u0301-staging',
      'café',
    ]);
  });

  it('takes the text of a name literally', () => {
    for (const text of ['a.c', '(x)', '[', '\\', '^$', '*', '/i', '|', '{2}', '-', '😀'])
      assert.deepEqual(matchingNames([`1 ${text} 2`, 'abc', ''], { kind: 'nameContains', text }), [
        `1 ${text} 2`,
      ]);
  });

  it('finds a name exactly, a status in any letter case', () => {
    assert.deepEqual(matchingNames(['a', 'A', 'ab'], { kind: 'name', value: 'a' }), ['a']);
    const images = ['ACTIVE', 'SAVING'].map((status) => imageOf({ id: status, name: status, status }));
    assert.deepEqual(namesOf(matching(images, { kind: 'status', values: ['saving'] })), ['SAVING']);
  });

  it('finds an app by family or by release, and images without one', async () => {
    const images = await documentedImages();
    const byApp = (value: string) => namesOf(matching(images, { kind: 'app', values: [value] }));
    assert.deepEqual(byApp('GitLab'), ['vmi-gitlab-7.9.1-centos-6.6']);
    assert.deepEqual(byApp('GitLab 7.9.1'), ['vmi-gitlab-7.9.1-centos-6.6']);
    assert.deepEqual(byApp('GitLab 8'), []);
    assert.deepEqual(byApp(''), ['500G-0507', '200G-0507']);
  });

  it('finds by major version: CentOS 7 is each of its releases, and no other number that begins so', () => {
    const versions = ['7', '7.1', '7.9', '8.3', '70.1', '6.7'];
    const images = versions.map((version) =>
      imageOf({ id: version, name: version, metadata: { dst: `CentOS-${version}-64bit` } }),
    );
    const byDistribution = (...values: readonly string[]) =>
      namesOf(matching(images, { kind: 'distribution', values }));
    assert.deepEqual(byDistribution('CentOS 7'), ['7', '7.1', '7.9']);
    assert.deepEqual(byDistribution('CentOS 7.9'), ['7.9']);
    assert.deepEqual(byDistribution('CentOS 6', 'CentOS 8.3'), ['8.3', '6.7']);
    assert.deepEqual(byDistribution('CentOS'), versions);
  });

  it('finds by any of several values, or by none of them, and images without one among them', async () => {
    const images = await generatedImages(220);
    const values = ['GitLab', 'Docker', ''];
    const expected = images.filter((image) => values.includes(appOf(image)?.family ?? ''));
    assert.ok(expected.length > 2 && expected.length < images.length);
    assert.deepEqual(matching(images, { kind: 'app', values }), expected);
    assert.deepEqual(
      matching(images, { kind: 'app', values, negated: true }),
      images.filter((image) => !expected.includes(image)),
    );
    const statuses = matching(images, { kind: 'status', values: ['saving', 'ERROR'] });
    assert.deepEqual(
      statuses,
      images.filter(({ status }) => status === 'SAVING' || status === 'ERROR'),
    );
  });

  it('finds by disk: the size in the name, else the least that the image needs', () => {
    const images = [
      imageOf({ id: '1', name: 'vmi-ubuntu-22.04-amd64-30gb', minDisk: 0 }),
      imageOf({ id: '2', name: 'vmi-ubuntu-22.04-amd64-100gb' }),
      imageOf({ id: '3', name: 'own', minDisk: 50 }),
      imageOf({ id: '4', name: 'unknown', minDisk: 0 }),
    ];
    const ids = (criterion: Criterion) => matching(images, criterion).map(({ id }) => id);
    assert.deepEqual(ids({ kind: 'disk', values: ['30', '50'] }), ['1', '3']);
    assert.deepEqual(ids({ kind: 'disk', values: [''] }), ['4']);
    assert.deepEqual(ids({ kind: 'diskRange', above: 30 }), ['2', '3']);
    assert.deepEqual(ids({ kind: 'diskRange', min: 30, below: 100 }), ['1', '3']);
  });

  it('finds by distribution, operating system and ownership', async () => {
    const images = await documentedImages();
    assert.equal(matching(images, { kind: 'distribution', values: ['CentOS 6.6'] }).length, 3);
    assert.equal(matching(images, { kind: 'os', values: ['Linux'] }).length, 3);
    assert.deepEqual(namesOf(matching(images, { kind: 'ownership', values: ['own'] })), [
      '500G-0507',
      '200G-0507',
    ]);
  });

  it('finds by size, both ends included, and never an image that tells no size', () => {
    const images = [1, 2, 3, null].map((size, at) => imageOf({ id: `${at}`, 'OS-EXT-IMG-SIZE:size': size }));
    const sizes = (criterion: Criterion) => matching(images, criterion).map(({ size }) => size);
    assert.deepEqual(sizes({ kind: 'size', min: 2, max: 3 }), [2, 3]);
    assert.deepEqual(sizes({ kind: 'size', min: 3 }), [3]);
    assert.deepEqual(sizes({ kind: 'size', max: 1 }), [1]);
    assert.deepEqual(sizes({ kind: 'size', above: 1, below: 3 }), [2]);
  });

  it('finds by date, a day at the end meant whole', () => {
    const times = ['2015-05-05T11:25:19Z', '2015-05-07T23:59:59Z', '2015-05-08T00:00:00Z'];
    const images = times.map((created, at) => imageOf({ id: `${at}`, name: created, created }));
    const created = (bounds: TypedPeriod) => namesOf(matching(images, { kind: 'created', ...bounds }));
    assert.deepEqual(created({ from: '2015-05-06T00:00Z' }), times.slice(1));
    assert.deepEqual(created({ to: '2015-05-07T23:59Z' }), times.slice(0, 2));
    assert.deepEqual(
      created({ from: '2015-05-05T11:25:19Z', to: '2015-05-05T11:25:19Z' }),
      times.slice(0, 1),
    );
    assert.deepEqual(created({ after: '2015-05-05T11:25Z' }), times.slice(1));
    assert.deepEqual(created({ before: '2015-05-07T23:59Z' }), times.slice(0, 1));
    assert.deepEqual(created({ from: '2015', to: '2015' }), times);
    assert.deepEqual(created({ after: '2015' }), []);
    assert.deepEqual(created({ before: '10y' }), times);
    assert.deepEqual(namesOf(matching(images, { kind: 'updated', from: '7d' })), []);
  });

  it('turns a negated criterion round', () => {
    const names = ['vmi-ubuntu-30gb', 'vmi-ubuntu-100gb', '本番'];
    assert.deepEqual(
      matchingNames(names, { kind: 'nameContains', text: '30gb', negated: true }),
      names.slice(1),
    );
    const images = ['ACTIVE', 'SAVING'].map((status) => imageOf({ id: status, name: status, status }));
    assert.deepEqual(namesOf(matching(images, { kind: 'status', values: ['ACTIVE'], negated: true })), [
      'SAVING',
    ]);
    assert.deepEqual(matching(images, { kind: 'app', values: [''], negated: true }), []);
  });

  it('holds all criteria at once', () => {
    const names = ['vmi-ubuntu-22.04-30gb', 'vmi-ubuntu-22.04-100gb', 'vmi-centos-30gb', 'ubuntu'];
    const found = matching(
      imagesNamed(...names),
      { kind: 'nameContains', text: 'ubuntu' },
      { kind: 'nameContains', text: '100gb', negated: true },
      { kind: 'ownership', values: ['vendor'] },
    );
    assert.deepEqual(namesOf(found), ['vmi-ubuntu-22.04-30gb']);
  });

  it('splits any catalogue in two: a criterion and its negation share no image and lose none', async () => {
    const images = await generatedImages(220);
    const criteria: readonly Criterion[] = [
      { kind: 'nameContains', text: 'UBUNTU' },
      { kind: 'status', values: ['SAVING'] },
      { kind: 'app', values: ['Minecraft JAVA Edition'] },
      { kind: 'distribution', values: ['Ubuntu'] },
      { kind: 'os', values: ['Windows'] },
    ];
    for (const criterion of criteria) {
      const found = matching(images, criterion);
      const others = matching(images, { ...criterion, negated: true } as Criterion);
      assert.ok(found.length > 0, criterion.kind);
      assert.equal(found.length + others.length, images.length);
      assert.deepEqual(
        others,
        images.filter((image) => !found.includes(image)),
      );
    }
  });

  it('checks what the query asked, since servers may ignore it', () => {
    const images = [
      imageOf({ id: '1', name: 'a', status: 'ACTIVE', updated: '2026-11-23T00:00:00Z' }),
      imageOf({ id: '2', name: 'a', status: 'ACTIVE', updated: '2026-11-22T23:59:59Z' }),
      imageOf({ id: '3', name: 'A', status: 'SAVING', updated: '2026-11-24T00:00:00Z' }),
      imageOf({ id: '4', name: 'a', status: 'ACTIVE' }),
    ];
    const ids = (query: ServerQuery) => images.filter(queryTest(query)).map(({ id }) => id);
    assert.deepEqual(ids({ name: 'a' }), ['1', '2', '4']);
    assert.deepEqual(ids({ status: 'ACTIVE' }), ['1', '2', '4']);
    assert.deepEqual(ids({ changesSince: Date.UTC(2026, 10, 23) }), ['1', '3', '4']);
    assert.deepEqual(ids({ type: 'snapshot' }), ['1', '2', '3', '4']);
  });

  it('uses a pattern once it is compiled, and lets nothing through until then', async () => {
    const filter = filterOf({ kind: 'namePattern', pattern: '/^vmi-.*(30|100)gb$/i' });
    const images = imagesNamed('vmi-ubuntu-30gb', 'VMI-x-100GB', 'vmi-ubuntu', '本番');
    assert.equal(appliedFilter(filter).test, 'pending');
    assert.deepEqual(filterImages(images, filter), []);
    assert.deepEqual(namesOf(await filterWhole(images, filter)), ['vmi-ubuntu-30gb', 'VMI-x-100GB']);
    const negated = filterOf({ kind: 'namePattern', pattern: '/^vmi-.*(30|100)gb$/i', negated: true });
    assert.deepEqual(namesOf(await filterWhole(images, negated)), ['vmi-ubuntu', '本番']);
  });

  it('is refused where a pattern in it is none, or longer than anybody writes', async () => {
    for (const pattern of ['/(/', 'no slashes', `/${'x'.repeat(LONGEST.pattern + 1)}/`]) {
      await assert.rejects(
        loadedFilter(appliedFilter(filterOf({ kind: 'namePattern', pattern }))),
        PatternError,
      );
    }
    await loadedFilter(
      appliedFilter(filterOf({ kind: 'namePattern', pattern: `/${'x'.repeat(LONGEST.pattern)}/` })),
    );
  });

  it('finds a long part of a name as it does a short one, and takes any length', async () => {
    const long = 'Ubuntu サーバー (2026) [a-z]+ '.repeat(400);
    const images = imagesNamed(long, `x${long.toUpperCase()}`, 'ｓｈｏｒｔ', long.slice(0, -9));
    const found = (text: string) => filterImages(images, filterOf({ kind: 'nameContains', text }));
    assert.deepEqual(found(long.replaceAll('サーバー', 'ｻｰﾊﾞｰ')), images.slice(0, 2));
    assert.deepEqual(found('x'.repeat(1_000_000)), []);
    await loadedFilter(appliedFilter(filterOf({ kind: 'nameContains', text: '('.repeat(1_000_000) })));
  });
});

describe('a filter that takes the place of another', () => {
  const week: Criterion = { kind: 'changedSince', value: '7d' };
  const day: Criterion = { kind: 'created', from: '1d' };
  const pattern: Criterion = { kind: 'namePattern', pattern: '/x/' };
  const timed: readonly Criterion[] = [
    week,
    { kind: 'changedSince', value: '2026-11-22' },
    day,
    { kind: 'created', to: ' ３ｄ ' },
    { kind: 'created', from: '2026-11-22', to: '24h' },
    { kind: 'updated', from: '2026-11-22', to: '2026-11-23' },
    { kind: 'updated', to: '1d' },
    { kind: 'name', value: '1d' },
    { kind: 'nameContains', text: '1d' },
    { kind: 'status', values: ['ACTIVE'] },
    { kind: 'size', min: 1 },
  ];

  const passes = ({ test }: AppliedFilter, created: number) =>
    typeof test === 'function' && test(imageOf({ id: 'x', created: new Date(created).toISOString() }));

  it('goes on counting from when the server was asked for a time, in all its criteria', () => {
    const before = appliedFilter(filterOf(week, day), now);
    const later = now + 12 * HOUR;
    const newer: Criterion = { kind: 'created', from: '24h' };
    for (const criterion of [day, newer]) {
      const after = appliedFilter(filterOf(criterion, week), later, before);
      assert.ok(sameQuery(after.query, before.query));
      assert.ok(passes(after, now - DAY) && !passes(after, now - DAY - 1));
    }
  });

  it('counts from now where the server is asked for another time, or for none', () => {
    const before = appliedFilter(filterOf(week, day), now);
    const later = now + 12 * HOUR;
    for (const others of [[], [{ kind: 'changedSince', value: '6d' } as const]]) {
      const after = appliedFilter(filterOf(day, ...others), later, before);
      assert.ok(!passes(after, now - DAY) && passes(after, later - DAY));
    }
    assert.ok(!sameQuery(appliedFilter(filterOf(week), later).query, before.query));
  });

  it('counts from a later time, but not where the server was asked for one', () => {
    const before = appliedFilter(filterOf(day), now);
    assert.ok(passes(before, now - HOUR) && passes(atTime(before, now + HOUR), now - HOUR));
    assert.ok(!passes(atTime(before, now + 2 * DAY), now - HOUR));
    const asked = appliedFilter(filterOf(week, day), now);
    assert.equal(atTime(asked, now + 2 * DAY), asked);
    const fixed = appliedFilter(filterOf({ kind: 'changedSince', value: '2026-11-20' }, day), now);
    assert.ok(!passes(atTime(fixed, now + 2 * DAY), now - HOUR));
    assert.ok(sameQuery(atTime(fixed, now + 2 * DAY).query, fixed.query));
  });

  it('keeps its compiled test for a later time, and makes anew only what counts from then', () => {
    for (const kind of ['created', 'updated'] as const) {
      for (const period of [{ from: '2026-11-01' }, { to: '2026-11-24T03:04Z' }]) {
        const filter = appliedFilter(filterOf({ kind: 'nameContains', text: 'x' }, { kind, ...period }), now);
        assert.equal(atTime(filter, now + DAY), filter);
      }
    }
    const before = appliedFilter(filterOf({ kind: 'nameContains', text: 'x' }, day), now);
    const [same, other] = atTime(before, now + DAY).parts;
    assert.equal(same, before.parts[0]);
    assert.notEqual(other, before.parts[1]);
  });

  it('is known to count from now by every kind of criterion that does', () => {
    const probes: readonly number[] = Array.from({ length: 40 }, (_, hours) => now - hours * HOUR * 5);
    const outcome = (criterion: Criterion, at: number): unknown => {
      const { query, test } = appliedFilter(filterOf(criterion), at);
      const seen = probes.map((time) => {
        const iso = new Date(time).toISOString();
        return (
          typeof test === 'function' && test(imageOf({ id: 'x', name: 'x', created: iso, updated: iso }))
        );
      });
      return [query, seen];
    };
    for (const criterion of timed) {
      const [part] = appliedFilter(filterOf(criterion), now).parts;
      const differs = !isDeepStrictEqual(outcome(criterion, now), outcome(criterion, now - 2 * DAY));
      assert.equal(part?.isRelative, differs, JSON.stringify(criterion));
    }
  });

  it('asks for and checks the same time', () => {
    const { query, test } = appliedFilter(filterOf(week), now);
    const since = query.changesSince ?? NaN;
    const passes = [since - 1000, since].map(
      (time) =>
        typeof test === 'function' && test(imageOf({ id: 'x', updated: new Date(time).toISOString() })),
    );
    assert.deepEqual(passes, [false, true]);
  });

  it('needs no pattern anew that it has', async () => {
    const before = await loadedFilter(appliedFilter(filterOf(pattern)));
    const after = appliedFilter(filterOf({ kind: 'nameContains', text: 'y' }, pattern), now, before);
    assert.equal(typeof after.test, 'function');
  });
});

describe('a source that takes less', () => {
  it('is not asked for it, and the images are checked here instead', () => {
    const applied = { ...NOVA, name: 'editor', type: 'editor', status: 'server' } as const;
    const filter = filterOf(
      { kind: 'name', value: 'a' },
      { kind: 'type', value: 'snapshot' },
      { kind: 'status', values: ['ACTIVE'] },
    );
    const { query, test } = applyFilter(filter, { applied, now });
    assert.deepEqual(query, { status: 'ACTIVE' });
    assert.deepEqual(
      filter.criteria.map((criterion) => appliedByFor(criterion, applied)),
      ['editor', 'editor', 'server'],
    );
    const metadata = { image_type: 'snapshot' };
    const images = [
      imageOf({ id: '1', name: 'a', metadata, status: 'SAVING' }),
      imageOf({ id: '2', name: 'b', metadata }),
      imageOf({ id: '3', name: 'a', metadata: {} }),
    ];
    assert.ok(typeof test === 'function');
    assert.deepEqual(
      images.filter(test).map(({ id }) => id),
      ['1'],
    );
  });
});

describe('a time as typed', () => {
  it('may be a length of time before now', () => {
    const ago: Readonly<Record<string, number>> = {
      '30m': HOUR / 2,
      '12h': 12 * HOUR,
      '7d': 7 * DAY,
      '2w': 14 * DAY,
      ' 7 D ': 7 * DAY,
      '７ｄ': 7 * DAY,
      '0d': 0,
    };
    for (const [text, length] of Object.entries(ago))
      assert.equal(parseInstant(text, now), now - length, text);
  });

  it('may be months or years before now, on the same day of the month or on its last one', () => {
    const local = (...fields: [number, number, number]) => new Date(...fields, 12, 30).getTime();
    const at = local(2026, 10, 24);
    assert.equal(parseInstant('1y', at), local(2025, 10, 24));
    assert.equal(parseInstant('6mo', at), local(2026, 4, 24));
    assert.equal(parseInstant('１Ｙ', at), local(2025, 10, 24));
    assert.equal(parseInstant('1mo', local(2026, 2, 31)), local(2026, 1, 28));
    assert.equal(parseInstant('1y', local(2024, 1, 29)), local(2023, 1, 28));
  });

  it('may be a year or a month, meant whole', () => {
    const whole = (from: readonly [number, number], to: readonly [number, number]) => ({
      from: new Date(...from).getTime(),
      to: new Date(...to).getTime() - 1,
    });
    assert.deepEqual(parsePeriod('2024', now), whole([2024, 0], [2025, 0]));
    assert.deepEqual(parsePeriod('2024-12', now), whole([2024, 11], [2025, 0]));
    assert.deepEqual(parsePeriod('2024/2', now), whole([2024, 1], [2024, 2]));
  });

  it('may be an ISO time with a zone', () => {
    const instants: Readonly<Record<string, number>> = {
      '2026-11-23T00:00:00Z': Date.UTC(2026, 10, 23),
      '2026-11-23T09:00:00+09:00': Date.UTC(2026, 10, 23),
      '2026-11-23T09:00+0900': Date.UTC(2026, 10, 23),
      '2026-11-22 19:30:15-04:30': Date.UTC(2026, 10, 23, 0, 0, 15),
      '2026-11-23T00:00:00.123Z': Date.UTC(2026, 10, 23),
      '2024-02-29T00:00Z': Date.UTC(2024, 1, 29),
    };
    for (const [text, instant] of Object.entries(instants))
      assert.equal(parseInstant(text, now), instant, text);
  });

  it('is local without a zone, as the times shown are', () => {
    assert.equal(parseInstant('2026-11-23', now), new Date(2026, 10, 23).getTime());
    assert.equal(parseInstant('2026/11/3', now), new Date(2026, 10, 3).getTime());
    assert.equal(parseInstant('2026-11-23 09:30', now), new Date(2026, 10, 23, 9, 30).getTime());
    assert.equal(parseInstant('２０２６－１１－２３', now), new Date(2026, 10, 23).getTime());
  });

  it('may be meant whole: a day, a minute, a second', () => {
    assert.deepEqual(parsePeriod('2026-11-23', now), {
      from: new Date(2026, 10, 23).getTime(),
      to: new Date(2026, 10, 24).getTime() - 1,
    });
    const minute = Date.UTC(2026, 11, 31, 23, 59);
    assert.deepEqual(parsePeriod('2026-12-31T23:59Z', now), { from: minute, to: minute + 59_999 });
    assert.deepEqual(parsePeriod('2026-12-31T23:59:00Z', now), { from: minute, to: minute + 999 });
    assert.deepEqual(parsePeriod('1d', now), { from: now - DAY, to: now - DAY });
  });

  it('is refused when no calendar has it', () => {
    for (const text of [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-11-23T25:00',
      '2026-11-23T10:60Z',
    ])
      assert.equal(parseInstant(text, now), 'noSuchDate', text);
  });

  it('is refused when it cannot be read', () => {
    for (const text of ['', 'yesterday', '7', 'd', '-7d', '1764000000', '23.11.2026', '2026-11-23T'])
      assert.equal(parseInstant(text, now), 'unreadable', text);
  });

  it('is never a time that cannot be sent, however long ago it is', () => {
    const instant = parseInstant('99999999999999w', now);
    assert.equal(typeof instant === 'number' && new Date(instant).toISOString(), '1970-01-01T00:00:00.000Z');
  });
});

describe('editing a filter', () => {
  const ubuntu: Criterion = { kind: 'nameContains', text: 'ubuntu' };
  const notSmall: Criterion = { kind: 'nameContains', text: '30gb', negated: true };
  const active: Criterion = { kind: 'status', values: ['ACTIVE'] };

  it('replaces a criterion of the same kind, where it stands', () => {
    const filter = withCriterion(filterOf(ubuntu, active), { kind: 'nameContains', text: 'centos' });
    assert.deepEqual(filter.criteria, [{ kind: 'nameContains', text: 'centos' }, active]);
  });

  it('adds up negated criteria, each once', () => {
    const not100: Criterion = { kind: 'nameContains', text: '100gb', negated: true };
    const filter = [ubuntu, notSmall, not100, notSmall].reduce(withCriterion, NO_FILTER);
    assert.deepEqual(filter.criteria, [ubuntu, notSmall, not100]);
  });

  it('has one list of negated values of a kind, and one of wanted ones', () => {
    const not = (...values: readonly string[]): Criterion => ({ kind: 'app', values, negated: true });
    const any = (...values: readonly string[]): Criterion => ({ kind: 'app', values });
    const filter = [not('A'), any('B'), not('C', 'A'), any('D')].reduce(withCriterion, NO_FILTER);
    assert.deepEqual(filter.criteria, [not('A', 'C'), any('D')]);
  });

  it('removes each criterion alone', () => {
    assert.deepEqual(withoutCriterion(filterOf(ubuntu, active, notSmall), 1), filterOf(ubuntu, notSmall));
    assert.deepEqual(withoutCriterion(filterOf(ubuntu), 5), filterOf(ubuntu));
  });

  it('remembers the last ten filters, the latest first, each once', () => {
    const filters = Array.from({ length: 12 }, (_, n) => filterOf({ kind: 'name', value: `${n}` }));
    const recent = filters.reduce<readonly Filter[]>((kept, filter) => addRecentFilter(kept, filter), []);
    assert.deepEqual(recent, filters.toReversed().slice(0, 10));
    const [, second] = recent;
    assert.ok(second);
    assert.deepEqual(addRecentFilter(recent, second)[0], second);
    assert.equal(addRecentFilter(recent, second).length, 10);
    assert.equal(addRecentFilter(recent, NO_FILTER), recent);
  });

  it('takes filters for the same whatever the order of their criteria', () => {
    assert.ok(sameFilter(filterOf(ubuntu, active), filterOf(active, { ...ubuntu, negated: false })));
    assert.ok(!sameFilter(filterOf(ubuntu), filterOf({ ...ubuntu, negated: true })));
    assert.ok(!sameFilter(filterOf(ubuntu), filterOf(ubuntu, active)));
  });
});

describe('a stored filter', () => {
  const everything = filterOf(
    { kind: 'nameContains', text: '本番' },
    { kind: 'nameContains', text: '30gb', negated: true },
    { kind: 'namePattern', pattern: '/^vmi-/i' },
    { kind: 'name', value: 'x' },
    { kind: 'status', values: ['ERROR'], negated: true },
    { kind: 'type', value: 'snapshot' },
    { kind: 'changedSince', value: '7d' },
    { kind: 'app', values: [''] },
    { kind: 'distribution', values: ['Ubuntu'] },
    { kind: 'os', values: ['Linux'] },
    { kind: 'ownership', values: ['own'] },
    { kind: 'disk', values: ['30', '100'] },
    { kind: 'diskRange', above: 30 },
    { kind: 'size', min: 0, max: 5 },
    { kind: 'created', from: '2026-11-23' },
    { kind: 'updated', to: '7d' },
  );
  /** A criterion of every kind, with all that it can hold. */
  const whole: { readonly [Kind in CriterionKind]: Required<CriterionFields[Kind]> } = {
    nameContains: { text: 'a', negated: true },
    namePattern: { pattern: '/a/', negated: true },
    name: { value: 'a' },
    status: { values: ['ERROR', 'SAVING'], negated: true },
    type: { value: 'a' },
    changedSince: { value: '7d' },
    scope: { value: 'hidden' },
    ...forEachFacet((id) => ({
      values: facetOf(id).families?.slice(0, 2) ?? ['a', 'b'],
      negated: true,
    })),
    diskRange: { min: 1, above: 0, max: 2, below: 3 },
    size: { min: 1, above: 0, max: 2, below: 3 },
    created: { from: '7d', after: '2024', to: '1d', before: '2026-01' },
    updated: { from: '1y', after: '6mo', to: '1d', before: '2024' },
  };

  for (const [kind, held] of Object.entries(whole)) {
    it(`comes back with all that a criterion of the kind ${kind} holds`, () => {
      const stored = JSON.stringify({ criteria: [{ kind, ...held }] });
      assert.equal(serializeFilter(parseFilter(stored)), stored);
    });
  }

  it('comes back with each of the lists that there are, and with no other', () => {
    const stored = (value: string) => parseFilter(JSON.stringify({ criteria: [{ kind: 'scope', value }] }));
    for (const value of LIST_SCOPES) assert.deepEqual(stored(value), filterOf({ kind: 'scope', value }));
    assert.deepEqual(stored('deleted'), { ...NO_FILTER, broken: true });
  });

  it('comes back as it was', () => {
    assert.deepEqual(parseFilter(serializeFilter(everything)), everything);
    assert.deepEqual(parseFilter(serializeFilter(NO_FILTER)), NO_FILTER);
  });

  it('is read as it was stored by 0.1.0, a value each: those that were kept out are one list', () => {
    const stored = [
      { kind: 'app', value: 'GitLab', negated: true },
      { kind: 'status', value: 'ACTIVE', negated: false },
      { kind: 'app', value: '', negated: true },
      { kind: 'os', value: 'Linux' },
    ];
    assert.deepEqual(
      parseFilter(JSON.stringify({ criteria: stored })),
      filterOf(
        { kind: 'app', values: ['GitLab', ''], negated: true },
        { kind: 'status', values: ['ACTIVE'] },
        { kind: 'os', values: ['Linux'] },
      ),
    );
  });

  it('is none where none was stored', () => {
    assert.deepEqual(parseFilter(undefined), NO_FILTER);
  });

  it('is known to be broken when nothing of it can be read', () => {
    for (const stored of [
      null,
      0,
      '',
      '{',
      '[]',
      'null',
      '{"criteria":1}',
      '{"criteria":[null,1,"x",[]]}',
      {},
    ])
      assert.deepEqual(parseFilter(stored), { ...NO_FILTER, broken: true });
  });

  it('loses only the criteria that are broken, and says that there were some', () => {
    const broken = [
      { kind: 'nameContains' },
      { kind: 'nameContains', text: '' },
      { kind: 'name', value: 1 },
      { kind: 'changedSince', value: 'yesterday' },
      { kind: 'ownership', values: ['own', 'theirs'] },
      { kind: 'ownership', value: 'theirs' },
      { kind: 'app', values: [] },
      { kind: 'app', values: ['GitLab', 1] },
      { kind: 'status', values: [''] },
      { kind: 'size' },
      { kind: 'size', min: '1', max: -1 },
      { kind: 'created', from: 'x' },
      { kind: '__proto__' },
      { text: 'x' },
    ];
    const stored = JSON.stringify({ criteria: [...broken, { kind: 'type', value: 'snapshot', odd: 1 }] });
    const sound = filterOf({ kind: 'type', value: 'snapshot' });
    assert.deepEqual(parseFilter(stored), { ...sound, broken: true });
    assert.deepEqual(parseFilter(serializeFilter(parseFilter(stored))), sound);
  });

  it('is readable whatever was cut or changed in it', () => {
    const text = serializeFilter(everything);
    const random = new Random('stored');
    for (let run = 0; run < 500; run++) {
      const at = random.integer(0, text.length);
      const changed =
        text.slice(0, at) + random.pick(['', '"', '}', '0', 'x']) + text.slice(at + random.integer(0, 9));
      const filter = parseFilter(changed);
      assert.doesNotThrow(() => {
        filterImages([imageOf({ id: 'x' })], filter, now);
        filter.criteria.forEach((criterion) => [appliedBy(criterion), isNegated(criterion)]);
      });
    }
  });
});
