import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import type { JsonObject } from '../../src/base/json';
import { lineOf } from '../../src/catalog/lines/lineOf';
import { linesOf } from '../../src/catalog/lines/lines';
import { supportOf } from '../../src/catalog/support/support';
import { Random } from '../server/random';
import { generatedImages, imageOf } from './sampleImages';

const snapshot = { image_type: 'snapshot' };

/** An own image named `web`, by its id the day on which it was made; `dst` is what it was saved from. */
function web(day: string, dst?: string, more: JsonObject = {}): Image {
  const metadata = dst === undefined ? snapshot : { ...snapshot, dst };
  return imageOf({
    id: day,
    name: `web ${day}`,
    status: 'ACTIVE',
    created: `${day}T00:00:00Z`,
    metadata,
    ...more,
  });
}

function gitlab(version: string, day: string, more: JsonObject = {}): Image {
  const name = `vmi-gitlab-${version}-ubuntu-22.04-amd64-30gb`;
  const metadata = { app: `GitLab-${version}-64bit` };
  return imageOf({ id: version, name, status: 'ACTIVE', created: `${day}T00:00:00Z`, metadata, ...more });
}

const idsOf = (images: readonly Image[]) => images.map(({ id }) => id);

describe('the newest image of a line', () => {
  it('is none that leads to it', () => {
    for (const early of ['2.0b2', '2.0a1', '2.0-M1', '2.0-SNAPSHOT1', '2.0-beta']) {
      const images = [gitlab('2.0', '2026-01-01'), gitlab(early, '2026-02-01')];
      assert.deepEqual(idsOf(images.filter(linesOf(images, true).isNewest)), ['2.0'], early);
    }
  });

  it('is that with the highest version, whenever it was made', () => {
    const images = [
      gitlab('16.9', '2026-03-01'),
      gitlab('16.10', '2026-01-01'),
      gitlab('17.0', '2026-02-01'),
    ];
    const lines = linesOf(images, true);
    assert.deepEqual(images.map(lines.isNewest), [false, true, true]);
    assert.deepEqual(
      images.map((image) => lines.newestOf(image)?.id),
      ['16.10', '16.10', '17.0'],
    );
    assert.deepEqual(
      images.map((image) => idsOf(lines.newerThan(image))),
      [['16.10'], [], []],
    );
  });

  it('is the one that was made last, where versions do not tell', () => {
    const images = [web('2026-01-01'), web('2026-03-01'), web('2026-02-01')];
    const lines = linesOf(images, true);
    assert.deepEqual(images.map(lines.isNewest), [false, true, false]);
    assert.deepEqual(
      images.map((image) => idsOf(lines.newerThan(image))),
      [['2026-03-01', '2026-02-01'], [], ['2026-03-01']],
    );
    for (const image of images)
      assert.deepEqual(idsOf(lines.lineWith(image)), ['2026-03-01', '2026-02-01', '2026-01-01']);
  });

  it('is ACTIVE', () => {
    const images = [gitlab('16.9', '2026-01-01'), gitlab('16.10', '2026-02-01', { status: 'DELETED' })];
    const [old, gone] = images;
    const lines = linesOf(images, true);
    assert.ok(old !== undefined && gone !== undefined);
    assert.equal(lines.newestOf(gone), old);
    assert.deepEqual(lines.newerThan(old), []);
    assert.equal(lines.isNewest(gone), false);
    assert.equal(linesOf([gone], true).newestOf(gone), undefined);
  });

  it('is never one whose support ends earlier', () => {
    const images = [web('2026-01-01', 'Ubuntu-24.04-64bit'), web('2026-02-01', 'CentOS-7-64bit')];
    const [supported, ended] = images;
    const lines = linesOf(images, true);
    assert.ok(supported !== undefined && ended !== undefined);
    assert.equal(lines.newestOf(ended), supported);
    assert.deepEqual(lines.newerThan(supported), []);
    const later = linesOf([...images, web('2026-03-01', 'Debian-12-64bit')], true);
    assert.deepEqual(idsOf(later.newerThan(ended)), ['2026-03-01']);
    assert.deepEqual(idsOf(later.newerThan(supported)), []);
  });

  it('may be one of which no support is known', () => {
    const images = [
      web('2026-01-01', 'Ubuntu-24.04-64bit'),
      web('2026-02-01'),
      web('2026-03-01', 'NetBSD-4-64bit'),
    ];
    const lines = linesOf(images, true);
    assert.deepEqual(images.map(lines.isNewest), [false, true, false]);
    const reversed = [web('2026-01-01'), web('2026-02-01', 'CentOS-7-64bit')];
    assert.deepEqual(reversed.map(linesOf(reversed, true).isNewest), [false, true]);
  });

  it('is one of several that nothing orders, none of which is newer than another', () => {
    const images = ['b', 'a', 'c'].map((id) => web('2026-01-01', undefined, { id }));
    const lines = linesOf(images, true);
    assert.deepEqual(idsOf(images.filter(lines.isNewest)), ['a']);
    assert.deepEqual(images.flatMap(lines.newerThan), []);
  });

  it('is that of a complete list, or of what is loaded', () => {
    const images = [web('2026-01-01')];
    assert.equal(linesOf(images, true).isComplete, true);
    assert.equal(linesOf(images, false).isComplete, false);
    assert.equal(linesOf([], true).newestOf(web('2026-01-01')), undefined);
  });
});

describe('lines', () => {
  const random = new Random('lines');
  const odd = Array.from({ length: 400 }, (_, at) =>
    web(
      '2026-01-01',
      random.pick([undefined, 'Ubuntu-24.04-64bit', 'CentOS-7-64bit', 'NetBSD-4-64bit', 'Debian-12-64bit']),
      {
        id: `odd${at}`,
        name: `web-${random.integer(1, 30)} 2026-01-01`,
        status: random.pick(['ACTIVE', 'ACTIVE', 'SAVING', 'ERROR']),
        created: random.pick([
          undefined,
          '2026-01-01T00:00:00Z',
          '2026-02-01T00:00:00Z',
          '2026-03-01T00:00:00Z',
        ]),
      },
    ),
  );
  const listed = async () => [...odd, ...(await generatedImages(1500))];
  const endOf = (image: Image) => {
    const support = supportOf(image);
    return support && (support.ends ?? '0');
  };

  it('put an image before or behind another one, not both', async () => {
    const images = await listed();
    const lines = linesOf(images, true);
    let compared = 0;
    for (const image of images)
      for (const newer of lines.newerThan(image)) {
        compared++;
        assert.ok(!lines.newerThan(newer).includes(image));
        assert.equal(newer.status, 'ACTIVE');
        assert.equal(lineOf(newer), lineOf(image));
        const [end, own] = [endOf(newer), endOf(image)];
        assert.ok(end === undefined || own === undefined || end >= own);
      }
    assert.ok(compared > 1000);
  });

  it('have one newest image each where one is ACTIVE, than which none is newer', async () => {
    const images = await listed();
    const lines = linesOf(images, true);
    const newest = images.filter(lines.isNewest);
    const active = images.filter(({ status }) => status === 'ACTIVE');
    assert.equal(new Set(newest.map(lineOf)).size, newest.length);
    assert.deepEqual(new Set(newest.map(lineOf)), new Set(active.map(lineOf)));
    for (const image of newest) {
      assert.deepEqual(lines.newerThan(image), []);
      const ends = lines.lineWith(image).filter(({ status }) => status === 'ACTIVE');
      for (const other of ends) assert.ok((endOf(image) ?? '9') >= (endOf(other) ?? '0'));
    }
  });

  it('go on: what is newer than a newer one is newer', async () => {
    const images = await listed();
    const lines = linesOf(images, true);
    for (const image of images) {
      const newer = new Set(lines.newerThan(image));
      for (const one of newer) for (const other of lines.newerThan(one)) assert.ok(newer.has(other));
    }
  });

  it('are the same in whatever order the images come', async () => {
    const images = await listed();
    const outline = (list: readonly Image[]) => {
      const lines = linesOf(list, true);
      return images.map((image) => [
        lines.newestOf(image)?.id,
        idsOf(lines.newerThan(image)),
        idsOf(lines.lineWith(image)),
      ]);
    };
    const expected = outline(images);
    for (const seed of ['a', 'b', 'c'])
      assert.deepEqual(outline(new Random(seed).shuffled(images)), expected);
  });
});
