import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import type { JsonObject } from '../../src/base/json';
import { columnsOf, fitting } from '../../src/base/columns';
import { diskOf } from '../../src/catalog/disk';
import { kindOf, natureOf, tellsKindsApart } from '../../src/catalog/kind';
import { groupImages, GROUPINGS } from '../../src/catalog/grouping';
import { cutLabels } from '../../src/catalog/labels/cutLabels';
import { rowLabels, type RowLabel } from '../../src/catalog/labels/rowLabel';
import { titleOf } from '../../src/catalog/labels/title';
import { ROW_DETAILS } from '../../src/catalog/labels/rowDetail';
import { foldVariants } from '../../src/catalog/variants';
import { labelText } from '../../src/text/labelText';
import { listRows, type ListBase } from '../../src/tree/listRows';
import { rowsBelow } from '../../src/tree/accountRows';
import type { GroupRow, ImageRow } from '../../src/tree/rows';
import { vendorCatalogueImages } from '../server/index';
import { NO_FAVOURITES } from './rowLooks';
import { imageOf, servedImages } from './sampleImages';

const vendor = (name: string, metadata: JsonObject = {}, fields: JsonObject = {}) =>
  imageOf({
    id: `id of ${name}`,
    name,
    status: 'ACTIVE',
    metadata: { display_order: '1', ...metadata },
    ...fields,
  });
const own = (name: string, fields: JsonObject = {}) =>
  imageOf({ id: `id of ${name}`, name, status: 'ACTIVE', metadata: { image_type: 'snapshot' }, ...fields });
const NAMING = { style: 'readable', headings: [], showsDisk: true } as const;
const labelled = (image: Image) => ({ image, name: image.name, disks: [diskOf(image) ?? []].flat() });
const seen = ({ text, apart }: RowLabel) => [
  text,
  ...(apart ? [apart.kind, 'text' in apart ? apart.text : ''] : []),
];
const labelsOf = (...images: readonly Image[]) => rowLabels(images.map(labelled), NAMING).map(seen);

describe('what an image is called', () => {
  const titles: readonly (readonly [name: string, metadata: JsonObject, title: string])[] = [
    ['vmi-ubuntu-22.04-amd64-30gb', { dst: 'Ubuntu-22.04-64bit' }, 'Ubuntu 22.04'],
    ['vmi-gitlab-16.3.4-ubuntu-20.04-amd64-100gb', { app: 'GitLab-16.3.4-64bit' }, 'GitLab 16.3.4'],
    [
      'vmi-win-2019dce-amd64-rds',
      { dst: 'WindowsServer-2019_Remote_Desktop-64bit' },
      'Windows Server 2019 RDS',
    ],
    ['vmi-minecraft-java-1.19.3', { app: 'Minecraft_JAVA_Edition-1.19.3-64bit' }, 'Minecraft Java 1.19.3'],
    ['vmi-7dtd-latest', { app: '7_Days_to_Die-latest-64bit' }, '7 Days to Die'],
    ['vmi-kusanagimanager9', { app: 'KUSANAGI_manager-KUSANAGI9 CentOS Stream9' }, 'KUSANAGI manager 9'],
    ['vmi-centos-stream9-amd64-30gb', {}, 'CentOS Stream 9'],
  ];
  for (const [name, metadata, title] of titles) {
    it(`is ${title} for ${name}`, () => assert.equal(titleOf(vendor(name, metadata)).text, title));
  }

  it('is its own name for an own image, whatever app it was saved with', () => {
    const image = own('マイクラ鯖 引っ越し前', {
      metadata: { image_type: 'snapshot', app: 'Docker-20.10-64bit' },
    });
    assert.equal(titleOf(image).text, 'マイクラ鯖 引っ越し前');
    assert.equal(titleOf(own('', { id: 'i' })).text, 'i');
  });

  it('is its own name where it may be a saved one: by a token of which the project is not known', () => {
    for (const release of [{}, { os_distro: 'ubuntu', os_version: '24.04' }]) {
      const name = 'マイクラ鯖 引っ越し前';
      const json = { id: 'a', name, status: 'active', os_type: 'linux', ...release };
      const shared = parseGlanceImage({ ...json, visibility: 'shared', owner: 'b' }, undefined);
      assert.deepEqual([titleOf(shared).text, kindOf(shared)], [name, 'other']);
    }
  });

  for (const word of ['constructor', 'constructor-1-64bit', '__proto__-1']) {
    it(`is made of a distribution ${word} as of any other word`, () => {
      const images = [vendor('vmi-x', { dst: word }), vendor('vmi-win', { dst: `Windows-2019_${word}` })];
      const text = word.replace('-64bit', '').replaceAll(/[_-]+/g, ' ').trim();
      const [title = '', windows = ''] = images.map((image) => titleOf(image).text);
      assert.equal(title.replaceAll(/[_-]+/g, ' ').trim(), text);
      assert.ok(windows.startsWith('Windows Server 2019') && !windows.includes('function'), windows);
      for (const grouping of GROUPINGS) assert.ok(groupImages(images, grouping).length > 0, grouping);
    });
  }

  it('is what all disk sizes of an image have in common where it goes by its name', () => {
    const images = [vendor('vmi-what-30gb'), vendor('vmi-what-100gb')];
    const [variants] = foldVariants(images);
    assert.ok(variants !== undefined);
    const row = { image: variants.images[0], name: variants.name, disks: [30, 100] };
    assert.deepEqual(rowLabels([row], NAMING).map(seen), [['vmi-what']]);
  });

  it('is its own name where nothing but its operating system is known', () => {
    assert.equal(titleOf(vendor('vmi-what', { os_type: 'lin' })).text, 'vmi-what');
  });
});

describe('rows that would look the same', () => {
  it('say what differs in their names', () => {
    const dst = 'FreeBSD-13.1-64bit';
    assert.deepEqual(
      labelsOf(
        vendor('vmi-freebsd-13.1-zfs-amd64-30gb', { dst }),
        vendor('vmi-freebsd-13.1-ufs-amd64-30gb', { dst }),
      ),
      [
        ['FreeBSD 13.1', 'name', 'zfs'],
        ['FreeBSD 13.1', 'name', 'ufs'],
      ],
    );
  });

  it('say digits of the id where one of them with its day looks like another by its name', () => {
    const at = (name: string, day: string, id: string) =>
      own(name, { id, created: `2026-01-0${day}T12:00:00Z` });
    assert.deepEqual(
      labelsOf(at('dev', '1', 'aaaa-1'), at('dev', '3', 'bbbb-1'), at('dev 2026-01-01', '5', 'cccc-1')).map(
        ([text, kind, digits]) => [text, kind, ...(kind === 'id' ? [digits] : [])],
      ),
      [
        ['dev', 'id', 'aaaa'],
        ['dev', 'date'],
        ['dev 2026-01-01', 'id', 'cccc'],
      ],
    );
  });

  it('need nothing where their disks differ', () => {
    const dst = 'Ubuntu-22.04-64bit';
    assert.deepEqual(
      labelsOf(
        vendor('vmi-ubuntu-22.04-amd64-30gb', { dst }),
        vendor('vmi-ubuntu-22.04-amd64-100gb', { dst }),
      ),
      [['Ubuntu 22.04'], ['Ubuntu 22.04']],
    );
  });

  it('say the day where the names are the same, else the second, else the first digits of the id', () => {
    const at = (created: string, id: string) => own('dev', { id, created });
    const kinds = (...images: readonly Image[]) => labelsOf(...images).map(([, kind]) => kind);
    assert.deepEqual(kinds(at('2026-01-01T12:00:00Z', 'a'), at('2026-01-03T12:00:00Z', 'b')), [
      'date',
      'date',
    ]);
    assert.deepEqual(kinds(at('2026-01-01T12:00:00Z', 'a'), at('2026-01-01T12:00:01Z', 'b')), [
      'time',
      'time',
    ]);
    assert.deepEqual(labelsOf(at('2026-01-01T12:00:00Z', 'aaaa-1'), at('2026-01-01T12:00:00Z', 'bbbb-1')), [
      ['dev', 'id', 'aaaa'],
      ['dev', 'id', 'bbbb'],
    ]);
  });
});

describe('rows whose names differ only in what is drawn alike', () => {
  const breaks = ['x y', 'x\ty', 'x\ny', 'x\r\ny', 'x\u0085y', 'x\u2028y', 'x\u200b  y'];
  for (const names of [breaks, ['a\u0080', 'a\u0081', 'a\ud800'], ['\u00e9', 'e\u0301']]) {
    it(`are told apart: ${JSON.stringify(names)}`, () => {
      const images = names.map((name, at) => own(name, { id: `${at}${at}${at}${at}-1` }));
      const labels = rowLabels(images.map(labelled), NAMING);
      const texts = images.map((image, at) => labelText({ image, disks: [], label: labels[at] as RowLabel }));
      assert.equal(
        new Set(texts.map((text) => text.normalize('NFC').replace(/ +/g, ' '))).size,
        names.length,
      );
    });
  }

  it('need nothing where a control character is drawn as a picture', () => {
    assert.deepEqual(labelsOf(own('a\u0001'), own('a\u0002'), own('a')), [['a\u0001'], ['a\u0002'], ['a']]);
  });
});

describe('labels that are too long for a narrow list', () => {
  const cut = (...texts: readonly string[]) =>
    cutLabels(
      texts.map((text) => ({
        text: text.replace(/^!/, ''),
        urgent: text.startsWith('!') ? 'ERROR' : undefined,
      })),
    );

  it('are cut in the middle where others begin as they do, and stay whole else', () => {
    assert.deepEqual(cut('k8s-node-production-cluster-1', 'k8s-node-production-cluster-2', 'k8s'), [
      'k8s-node-pro…n-cluster-1',
      'k8s-node-pro…n-cluster-2',
      undefined,
    ]);
    const early = ['Windows Server 2016 SQL Server 2016 Web', 'Windows Server 2019 SQL Server 2016 Web'];
    assert.deepEqual(cut(...early), [undefined, undefined]);
  });

  it('never show half of a letter', () => {
    for (let before = 0; before < 12; before++) {
      const texts = ['X', 'Y'].map(
        (own) => `${'1'.repeat(before)}😀𝐀${'a'.repeat(20)}${own}${'b'.repeat(20)}`,
      );
      for (const text of cut(...texts, ...texts.map((urgent) => `!${urgent}`)))
        assert.ok(text?.isWellFormed(), text);
    }
  });

  it('show where they differ when that is in their middle, urgent ones too, in any width', () => {
    for (const texts of [
      ['alpha', 'beta', 'gamma'].map((name) => `backup-of-production-server-${name}-2023-01-05`),
      ['東京', '大阪'].map((place) => `データベースサーバー本番環境_${place}_2023-01-05`),
      ['!web-prod-alpha-server-1', '!web-prod-gamma-server-1'],
      ['!a-very-long-name-of-a-server-1-x-y-z-aaaa', '!a-very-long-name-of-a-server-2-x-y-z-aaaa'],
      ['x'.repeat(40), 'x'.repeat(41), `${'x'.repeat(39)}😀`, `${'x'.repeat(39)}😁`],
    ]) {
      const shown = cut(...texts);
      assert.equal(new Set(shown).size, texts.length, JSON.stringify(shown));
      shown.forEach((text, at) => {
        assert.ok(text !== undefined && !/\p{Surrogate}/u.test(text), texts[at]);
        assert.ok(columnsOf(text) <= (texts[at]?.startsWith('!') === true ? 18 : 24), text);
      });
    }
  });
});

describe('a label beside something urgent', () => {
  const columnsBeside = (urgent: string) =>
    columnsOf(cutLabels([{ text: '開発環境バックアップ_20261120', urgent }])[0] ?? '');

  it('leaves room for the whole of it, and has something left of its own', () => {
    for (const urgent of [
      'ERROR',
      'UNKNOWN',
      'SAVING, 5%',
      'SAVING, 100%',
      'DEACTIVATED',
      'PENDING_DELETE',
    ]) {
      const columns = columnsBeside(urgent);
      assert.ok(columns + urgent.length <= 24, `${urgent}: ${columns}`);
      assert.ok(columns >= 9, `${urgent}: ${columns}`);
    }
    const columns = columnsBeside('X'.repeat(200));
    assert.ok(columns >= 9 && columns <= 10, String(columns));
  });
});

describe('the kind of an image', () => {
  it('is what it is, and not ready to use first of all', () => {
    assert.equal(kindOf(own('a')), 'own');
    assert.equal(kindOf(vendor('vmi-ubuntu-22.04')), 'os');
    assert.equal(kindOf(vendor('vmi-x', { app: 'GitLab-1-64bit' })), 'app');
    assert.equal(kindOf(vendor('vmi-what')), 'other');
    for (const status of ['SAVING', 'ERROR', 'DEACTIVATED', 'UNKNOWN', 'QUEUED']) {
      const image = own('a', { status });
      assert.deepEqual([kindOf(image), natureOf(image)], ['attention', 'own']);
    }
    assert.equal(kindOf(own('a', { status: 'DELETED' })), 'own');
  });

  it('tells images apart where there is an operating system or an app beside something else', () => {
    assert.ok(tellsKindsApart([own('a'), vendor('vmi-ubuntu-22.04')]));
    assert.ok(!tellsKindsApart([own('a'), own('b')]));
    assert.ok(!tellsKindsApart([vendor('vmi-ubuntu-22.04')]));
    assert.ok(!tellsKindsApart([own('a'), vendor('vmi-what')]));
  });
});

describe('the rows of a catalogue like a real one', () => {
  let images: readonly Image[];
  before(async () => (images = await servedImages(vendorCatalogueImages())));

  const base: Omit<ListBase, 'grouping' | 'folded'> = {
    ...{ kind: 'group', accountId: 'a', parent: undefined, variants: undefined, headings: [] },
    ...{ mayHaveMore: false, alone: false, favourites: NO_FAVOURITES },
    look: { style: 'readable', details: ['disk', 'created'], distributionIcons: true },
  };
  const textOf = (row: GroupRow | ImageRow) => {
    const label = row.kind === 'image' ? row.label : row.variants;
    const own = row.kind === 'image' ? [row.image] : row.group.images;
    if (label === undefined) return undefined;
    return JSON.stringify([label.text, label.apart, own.map(diskOf)]);
  };

  for (const grouping of ['kind', 'status', 'app', 'distribution', 'os', 'ownership', 'none'] as const) {
    for (const folded of [true, false]) {
      it(`are told apart by ${grouping}${folded ? ', folded' : ''}, and each image has one`, () => {
        const check = (rows: readonly (GroupRow | ImageRow)[]): number => {
          const texts = rows.flatMap((row) => textOf(row) ?? []);
          assert.equal(new Set(texts).size, texts.length, grouping);
          return rows.reduce((sum, row) => sum + (row.kind === 'image' ? 1 : check(rowsBelow(row))), 0);
        };
        const groups = groupImages(images, grouping);
        assert.equal(
          check(listRows({ ...base, grouping, folded }, { groups, images: [] }, 'a')),
          images.length,
        );
      });
    }
  }

  it('are told apart whatever stands beside them, folded or not', () => {
    for (const detail of [...ROW_DETAILS, undefined]) {
      for (const folded of [true, false]) {
        const look = { ...base.look, details: detail === undefined ? [] : [detail] };
        const rows = listRows({ ...base, look, grouping: 'none', folded }, { groups: [], images }, 'a');
        const texts = rows.map((row) => {
          const [image, ...others] = row.kind === 'image' ? [row.image] : row.group.images;
          const label = row.kind === 'image' ? row.label : row.variants;
          assert.ok(image && label);
          const disks = [image, ...others].flatMap((one) => diskOf(one) ?? []);
          const described = { image, disks, label };
          const shown = detail === 'disk' || disks.length > 1 ? disks.join() : '';
          return `${label.narrow ?? labelText(described)} | ${shown}`;
        });
        assert.equal(new Set(texts).size, texts.length, `${String(detail)} ${String(folded)}`);
      }
    }
  });

  it('stand under a heading whose words they leave out', () => {
    const [, , systems] = groupImages(images, 'kind');
    const ubuntu = systems?.groups.find(({ value }) => value === 'Ubuntu');
    assert.ok(ubuntu?.heading);
    const labels = rowLabels(ubuntu.images.map(labelled), { ...NAMING, headings: [ubuntu.heading] });
    assert.ok(labels.length > 2 && labels.every(({ text }) => /^\d\d\.\d\d(\.\d)?$/.test(text)));
  });
});

describe('a text that has to fit', () => {
  it('keeps its beginning and its end', () => {
    assert.equal(fitting('k8s-node-production-cluster-worker-02', 18), 'k8s-node-…orker-02');
    assert.equal(fitting('short', 18), 'short');
    assert.equal(columnsOf('開発環境_1'), 10);
    const japanese = fitting('Webサーバー_バックアップ_20261101', 18);
    assert.ok(columnsOf(japanese) <= 18 && japanese.endsWith('20261101'), japanese);
  });
});
