import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { groupKey, type Group } from '../../src/catalog/group';
import { GROUPINGS, groupImages } from '../../src/catalog/grouping';
import { readableHeading } from '../../src/catalog/labels/readableHeading';
import { Random } from '../server/random';
import { documentedImages, generatedImages, imageOf, namesOf } from './sampleImages';

const outline = (groups: readonly Group[]) => groups.map(({ value, images }) => [value, images.length]);
const withStatus = (status: string, at: number) => imageOf({ id: `${status}-${at}`, name: status, status });
const withApp = (app: string, id = app) => imageOf({ id, name: id, metadata: { app } });

describe('grouping', () => {
  it('shows the five documented images as ACTIVE', async () => {
    assert.deepEqual(outline(groupImages(await documentedImages(), 'status')), [['ACTIVE', 5]]);
  });

  it('shows the five documented images by app, those without one last', async () => {
    assert.deepEqual(outline(groupImages(await documentedImages(), 'app')), [
      ['GitLab 7.9.1', 1],
      ['LAMP(PHP) latest', 1],
      ['Ruby on Rails 4.2', 1],
      ['', 2],
    ]);
  });

  it('shows the five documented images by distribution, operating system and ownership', async () => {
    const images = await documentedImages();
    assert.deepEqual(outline(groupImages(images, 'distribution')), [
      ['CentOS 6.6', 3],
      ['', 2],
    ]);
    assert.deepEqual(outline(groupImages(images, 'os')), [
      ['Linux', 3],
      ['', 2],
    ]);
    assert.deepEqual(outline(groupImages(images, 'ownership')), [
      ['own', 2],
      ['vendor', 3],
    ]);
  });

  it('orders statuses: the usual one, what may need attention, other words by name, what is gone', () => {
    const words = ['DELETED', 'UNKNOWN', 'PENDING_REVIEW', 'ERROR', 'ACTIVE', 'DEACTIVATED', 'SAVING'];
    assert.deepEqual(
      groupImages(words.map(withStatus), 'status').map(({ value }) => value),
      ['ACTIVE', 'SAVING', 'ERROR', 'DEACTIVATED', 'UNKNOWN', 'PENDING_REVIEW', 'DELETED'],
    );
  });

  it('has images whose app, distribution, system or status is nothing to be seen among those without', () => {
    const [none, blank, hidden] = [{}, ' \u3000', '\u200b\u2060'].map((value, id) => {
      const facet = typeof value === 'string' ? value : null;
      const metadata = { app: facet, dst: facet, os_type: facet };
      return imageOf({ id, name: 'own', status: facet, metadata });
    });
    for (const grouping of ['app', 'distribution', 'os'] as const) {
      assert.deepEqual(outline(groupImages([none, blank, hidden] as Image[], grouping)), [['', 3]]);
    }
    assert.deepEqual(outline(groupImages([none, blank, hidden] as Image[], 'status')), [['UNKNOWN', 3]]);
  });

  it('gathers a status that comes in several stretches', () => {
    const images = ['ACTIVE', 'SAVING', 'ACTIVE', 'ACTIVE', 'SAVING', 'ACTIVE'].map(withStatus);
    const [active, saving] = groupImages(images, 'status');
    assert.deepEqual(active?.images, [images[0], images[2], images[3], images[5]]);
    assert.deepEqual(saving?.images, [images[1], images[4]]);
  });

  it('folds an app with several versions under its family, the versions in natural order', () => {
    const versions = ['1.9', '1.19.3', '1.19', '1.2'];
    const groups = groupImages(
      ['GitLab-16-64bit', ...versions.map((version) => `Minecraft-${version}-64bit`)].map((app) =>
        withApp(app),
      ),
      'app',
    );
    assert.deepEqual(outline(groups), [
      ['GitLab 16', 1],
      ['Minecraft', 4],
    ]);
    assert.deepEqual(outline(groups[1]?.groups ?? []), [
      ['1.2', 1],
      ['1.9', 1],
      ['1.19', 1],
      ['1.19.3', 1],
    ]);
    assert.deepEqual(groups[0]?.groups, []);
  });

  it('is headed by what people call an app, and keyed by what the server does', () => {
    const edition = (version: string) => withApp(`Minecraft_JAVA_Edition-${version}-64bit`);
    const [one] = groupImages([edition('1.19')], 'app');
    const [several] = groupImages([edition('1.19'), edition('1.20')], 'app');
    assert.ok(one && several);
    assert.equal(readableHeading(one), 'Minecraft Java 1.19');
    assert.equal(readableHeading(several), 'Minecraft Java');
    assert.deepEqual(several.groups.map(readableHeading), ['1.19', '1.20']);
    assert.equal(one.key, groupKey('app', 'Minecraft JAVA Edition'));
    assert.equal(one.key, several.key);
    assert.equal(readableHeading({ value: 'ACTIVE' }), 'ACTIVE');
  });

  it('puts a release behind its candidates, and counts no v before a number', () => {
    const apps = ['3.0', 'v3.1', '2.9', '3.0-rc1', '2.10-beta'].map((version) =>
      imageOf({
        name: version,
        status: 'ACTIVE',
        metadata: { app: `Redis-${version}-64bit`, display_order: '1' },
      }),
    );
    const inOrder = ['2.9', '2.10-beta', '3.0-rc1', '3.0', 'v3.1'];
    assert.deepEqual(
      groupImages(apps, 'app')[0]?.groups.map(({ value }) => value),
      inOrder,
    );
    const metadata = { app: 'Redis', display_order: '1' };
    const untold = imageOf({ id: 'u', name: 'untold', status: 'ACTIVE', metadata });
    const [kind] = groupImages([untold, ...apps], 'kind');
    assert.deepEqual(namesOf(kind?.groups[0]?.images ?? []), [...inOrder.toReversed(), 'untold']);
  });

  it('keeps the server order in a family, whatever version an image has', () => {
    const images = ['2.0', '1.0', '2.0', '1.0'].map((version, at) =>
      withApp(`Redis-${version}-64bit`, `image-${at}`),
    );
    assert.deepEqual(groupImages(images, 'app')[0]?.images, images);
  });

  it('puts a version that is not told last among the versions', () => {
    const [family] = groupImages(
      ['Redis', 'Redis-7.0-64bit'].map((app) => withApp(app)),
      'app',
    );
    assert.deepEqual(outline(family?.groups ?? []), [
      ['7.0', 1],
      ['', 1],
    ]);
  });

  it('takes both spellings of an app for one', () => {
    const groups = groupImages(
      [withApp('Ruby on Rails-4.2-64bit'), withApp('Ruby_on_Rails-4.2-64bit')],
      'app',
    );
    assert.deepEqual(outline(groups), [['Ruby on Rails 4.2', 2]]);
  });

  it('orders names by the language, letter case and digits as people read them', () => {
    const values = ['zabbix', 'Apache', 'ブログ', 'WordPress', 'アプリ', 'mattermost'];
    assert.deepEqual(
      groupImages(
        values.map((app) => withApp(app)),
        'app',
        { locale: 'ja' },
      ).map(({ value }) => value),
      ['Apache', 'mattermost', 'WordPress', 'zabbix', 'アプリ', 'ブログ'],
    );
  });

  it('keeps the key of a family when a second version of it comes in', () => {
    const one = groupImages([withApp('GitLab-15-64bit')], 'app');
    const two = groupImages([withApp('GitLab-15-64bit'), withApp('GitLab-16-64bit')], 'app');
    assert.notEqual(one[0]?.value, two[0]?.value);
    assert.equal(one[0]?.key, two[0]?.key);
  });

  it('folds the 28 versions of Minecraft in a realistic catalogue', async () => {
    const groups = groupImages(await generatedImages(220), 'app');
    const minecraft = groups.filter(({ value }) => value.startsWith('Minecraft'));
    assert.equal(minecraft.length, 3);
    assert.equal(minecraft.flatMap((family) => family.groups).length, 28);
  });

  it('gives one group of everything for none, and no group of no images', () => {
    const images = ['A', 'B'].map(withStatus);
    assert.deepEqual(outline(groupImages(images, 'none')), [['', 2]]);
    for (const grouping of GROUPINGS) assert.deepEqual(groupImages([], grouping), []);
  });

  for (const grouping of GROUPINGS) {
    it(`loses and doubles no image, and no key, by ${grouping}, whatever the images are`, () => {
      for (let run = 0; run < 200; run++) {
        const images = anyImages(new Random(`${grouping} ${run}`));
        const groups = groupImages(images, grouping);
        assert.deepEqual(sorted(groups.flatMap((group) => group.images)), sorted(images));
        for (const group of groups) {
          assert.deepEqual(
            group.images,
            images.filter((image) => group.images.includes(image)),
          );
          // A kind may have a single family.
          if (grouping !== 'kind') assert.notEqual(group.groups.length, 1);
          if (group.groups.length > 0)
            assert.deepEqual(sorted(group.groups.flatMap((version) => version.images)), sorted(group.images));
        }
        const keys = groups.flatMap((group) => [group.key, ...group.groups.map(({ key }) => key)]);
        assert.equal(new Set(keys).size, keys.length);
        assert.ok(groups.slice(0, -1).every(({ value }) => value !== ''));
      }
    });
  }

  it('changes neither the images nor their order', () => {
    const images = Object.freeze(anyImages(new Random('frozen')));
    for (const grouping of GROUPINGS) groupImages(images, grouping);
    assert.deepEqual(namesOf(images), namesOf(anyImages(new Random('frozen'))));
  });
});

function sorted(images: readonly Image[]): readonly string[] {
  return images.map(({ key }) => key).sort();
}

/** Up to 40 images of few, odd and hostile values, so that many share a group. */
function anyImages(random: Random): readonly Image[] {
  const value = () =>
    random.pick<string | number | null>([
      'GitLab-7.9.1-64bit',
      'GitLab',
      'GitLab-16-64bit',
      'Windows-2019-64bit',
      'Ubuntu-22.04-64bit',
      '日本語-1.0-64bit',
      '__proto__',
      'a/b-1',
      'a-/b-1',
      '["a"]',
      '\ud800',
      '',
      ' ',
      0,
      null,
    ]);
  return Array.from({ length: random.integer(0, 40) }, (_, at) =>
    imageOf({
      id: `image-${at}`,
      name: random.pick(['vmi-ubuntu-22.04-amd64', 'vmi-win2019dce-rds', 'vmi-', '本番', '']),
      status: random.pick(['ACTIVE', 'SAVING', 'DELETED', 'constructor', '']),
      metadata: {
        app: value(),
        dst: value(),
        os_type: random.pick(['lin', 'win_2019', 'Plan 9', '']),
        image_type: random.pick(['snapshot', '']),
        display_order: random.pick(['1', '']),
      },
    }),
  );
}
