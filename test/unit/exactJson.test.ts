import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseImageAnswer, parseListAnswer } from '../../src/api/images/compute/parseAnswer';
import { parseImage } from '../../src/api/images/compute/parseImage';
import { parseGlanceEntry, parseGlanceList } from '../../src/api/images/glance/parseGlanceAnswer';
import { sameButForTags } from '../../src/api/images/glance/sameButForTags';
import type { Image } from '../../src/api/images/image';
import { sameEntry } from '../../src/api/images/sameEntry';
import { exactText } from '../../src/base/exactJson';
import { jsonTokens } from '../../src/base/jsonTokens';
import { layOut } from '../../src/base/layOut';
import { entryText, listText } from '../../src/documents/documentText';
import { CatalogCache } from '../../src/session/catalogCache';
import { Random } from '../server/random';

const NUMBERS =
  '0 -0 1.0 1.10 -0.0 1e400 -1E5 1e-7 2026112512345678901 0.1 12345678901234567890.5 5e-324 9007199254740993'.split(
    ' ',
  );
const STRINGS = [
  ...['""', '"a"', '"\\u00e9"', '"é"', '"\\/"', '"/"', '"\\""', '"\\\\"', '"\\ud83d\\ude00"', '"\\ud800"'],
  ...[
    '"\\b\\f\\n\\r\\t"',
    '"\\u0000"',
    '"マイクラ鯖"',
    '"\\u30de"',
    '"{\\"a\\": 1.0}"',
    '": 1.0"',
    '"[1.0,"',
    '"a  b"',
  ],
];
const KEYS = [
  '"10"',
  '"2"',
  '"__proto__"',
  '"constructor"',
  '"a\\u0062"',
  '""',
  '"id "',
  '"\\"x"',
  '"images"',
];
const OTHERS = [
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '[{}]',
  '{"a":{}}',
  '[1.0,[2.0,{"b":3.0}]]',
  '{"1":1,"0":0}',
];

/** A hundred odd values, and more. */
const VALUES: readonly [string, ...string[]] = [
  '1.0',
  ...NUMBERS,
  ...STRINGS,
  ...OTHERS,
  ...KEYS.map((key) => `{${key}:1}`),
  ...KEYS.map((key) => `{${key}:1.0,${key}:2}`),
  ...NUMBERS.map((number) => `{"n":[${number}, ${number}]}`),
  ...STRINGS.map((text) => `[${text} ,  ${text}]`),
  ...NUMBERS.map((number, at) => `{${KEYS[at % KEYS.length] ?? '"k"'}: {"deep": [ ${number} ]}}`),
];

const entryWith = (value: string, at = 0) => `{"id": "image-${at}", "name":"n",  "odd": ${value}}`;
const compact = (text: string) => jsonTokens(text).join('');
const header = () => undefined;
const answer = (body: string) => ({
  ...{ body, header, status: 200, requestId: undefined, serverTime: undefined },
});

describe('what a server sent', () => {
  it('is a hundred odd things here', () => assert.ok(VALUES.length >= 100));

  for (const [service, list, single] of [
    [
      'Compute',
      (body: string) => parseListAnswer(answer(`{"images": [${body}], "images_links": []}`), 'h').images,
      (body: string) => parseImageAnswer(answer(`{"image": ${body}}`), 'h'),
    ],
    [
      'Image v2',
      (body: string) =>
        parseGlanceList(answer(`{"first": "/v2/images", "images": [${body}]}`), 'h', undefined).images,
      (body: string) => parseGlanceEntry(answer(body), 'h', undefined),
    ],
  ] as const) {
    it(`is kept token by token, each entry for itself, in lists of ${service} and by id`, () => {
      const entries = VALUES.map(entryWith);
      const images = list(entries.join(' , '));
      assert.deepEqual(
        images.map(({ raw }) => exactText(raw)),
        entries.map(compact),
      );
      for (const entry of entries) assert.equal(exactText(single(entry).raw), compact(entry));
    });
  }

  it('is kept beside other keys of the same name, and where only another part of the answer is odd', () => {
    const body = `{"a": {"images": [1.0]}, "images": [${entryWith('1.0')}], "images": [${entryWith('2.0')}]}`;
    const [image] = parseListAnswer(answer(body), 'h').images;
    assert.ok(image);
    assert.equal(exactText(image.raw), compact(entryWith('2.0')));
  });

  it('is kept however deep it is', () => {
    const deep = `${'['.repeat(20_000)}1.0${']'.repeat(20_000)}`;
    const { images } = parseListAnswer(answer(`{"images": [${entryWith(deep)}]}`), 'h');
    assert.equal(images[0] && exactText(images[0].raw), compact(entryWith(deep)));
    assert.deepEqual(jsonTokens(layOut(deep)), jsonTokens(deep));
  });

  it('is kept where depth, or a text that is millions of escapes, is all that is odd', () => {
    for (const value of [`${'['.repeat(20_000)}1${']'.repeat(20_000)}`, `"${'\\u30de'.repeat(2e6)}"`]) {
      const { images } = parseListAnswer(answer(`{"images": [${entryWith(value)}]}`), 'h');
      // As one value: what differs in millions of letters is nothing to be shown.
      assert.ok(images[0] && exactText(images[0].raw) === compact(entryWith(value)));
    }
  });

  it('is that of the list that was read, however its name is spelled', () => {
    const bodies = [
      `{"images": [${entryWith('1.0')}], "imag\\u0065s": [${entryWith('2.0')}]}`,
      `{"imag\\u0065s": [${entryWith('1.0')}], "images": [${entryWith('2.0')}]}`,
      `{"image": [${entryWith('1.0')}], "images": [${entryWith('2.0')}]}`,
      `{"images": [${entryWith('2.0')}], "image": [${entryWith('1.0')}]}`,
      `{"images": null, "image": [${entryWith('2.0')}]}`,
    ];
    for (const body of bodies) {
      const [image] = parseListAnswer(answer(body), 'h').images;
      assert.equal(image && exactText(image.raw), compact(entryWith('2.0')), body);
    }
  });

  for (const [service, list] of [
    ['Compute', (body: string) => parseListAnswer(answer(body), 'h').images],
    ['Image v2', (body: string) => parseGlanceList(answer(body), 'h', undefined).images],
  ] as const) {
    it(`is kept of entries that are no objects, in lists of ${service}, and nothing else is read of them`, () => {
      const entries = [
        '[1.0]',
        '[1]',
        '[{"10":1,"2":2}]',
        '1.0',
        '1',
        '"\\u0061bc"',
        '"abc"',
        'true',
        'null',
      ];
      const images = list(`{"schema": "s", "images": [${entries.join(' , ')}]}`);
      assert.deepEqual(
        images.map(({ raw }) => exactText(raw)),
        entries,
      );
      assert.deepEqual(
        images.map(({ raw }) => entryText(raw)),
        entries.map((entry) => layOut(entry)),
      );
      assert.equal(listText(images.map(({ raw }) => raw)), layOut(`{"images":[${entries.join(',')}]}`));
      assert.equal(new Set(images.map(({ key }) => key)).size, entries.length);
      for (const { id, name, metadata } of images)
        assert.deepEqual({ id, name, metadata }, { id: '', name: '', metadata: {} });
    });
  }

  it('is laid out as JSON.stringify does it, with each token as it was', () => {
    const random = new Random('layout');
    const value = (depth: number): string => {
      const kind = depth > 4 ? 0 : random.integer(0, 3);
      if (kind === 0) return random.pick(VALUES);
      const inner = Array.from({ length: random.integer(0, 3) }, () => value(depth + 1));
      if (kind === 1) return `[${inner.join(' , ')}]`;
      return `{${inner.map((one, at) => `"k${at}" : ${one}`).join(',\n')}}`;
    };
    for (let times = 0; times < 300; times++) {
      const text = value(0);
      assert.deepEqual(jsonTokens(layOut(text)), jsonTokens(text));
      const plain = JSON.stringify(JSON.parse(text));
      assert.equal(layOut(plain), JSON.stringify(JSON.parse(plain), null, 2));
    }
  });

  it('has changed where only a token has', () => {
    const read = (value: string): Image => {
      const [image] = parseListAnswer(answer(`{"images": [${entryWith(value)}]}`), 'h').images;
      assert.ok(image);
      return image;
    };
    assert.ok(!sameEntry(read('1.0'), read('1')));
    assert.ok(sameEntry(read('1.0'), read('1.0')));
    const glance = (tags: string, value: string): Image => {
      const entry = `{"id":"a","tags":[${tags}],"odd":${value}}`;
      const [image] = parseGlanceList(answer(`{"schema":"s","images":[${entry}]}`), 'h', undefined).images;
      assert.ok(image);
      return image;
    };
    assert.ok(sameButForTags(glance('"a","b"', '1.0'), glance('"b","a"', '1.0')));
    assert.ok(!sameButForTags(glance('"a","b"', '1.0'), glance('"b","a"', '1')));
    assert.ok(!sameButForTags(glance('"a","b"', '[1.0,1]'), glance('"b","a"', '[1,1.0]')));
    assert.ok(!sameButForTags(glance('"a","b"', '["c","d"]'), glance('"b","a"', '["d","c"]')));
    assert.ok(!sameButForTags(glance('"a","b"', '1'), glance('"a","a"', '1')));
    assert.ok(sameButForTags(glance('1.0,1', '[]'), glance('1,1.0', '[]')));
    // The last one counts, however it is spelled.
    const again = (one: string, other: string) => `1,"tags":[${one}],"t\\u0061gs":[${other}]`;
    assert.ok(sameButForTags(glance('', again('1,2', '3,4')), glance('', again('1,2', '4,3'))));
    assert.ok(!sameButForTags(glance('', again('1,2', '3,4')), glance('', again('2,1', '3,4'))));
  });

  describe('and was kept on disk', () => {
    let folder: string;
    beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'conoha-images-exact-'))));
    afterEach(() => rm(folder, { recursive: true }));

    it('is the same when it is read again', async () => {
      const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
      const entries = [
        ...VALUES.map(entryWith),
        ...[entryWith(deep), '[1.0]', '1.0', '"\\u0061"', 'null', '"\u2028"'],
      ];
      const { images } = parseListAnswer(answer(`{"images": [${entries.join(',')}]}`), 'h');
      const cache = new CatalogCache(folder);
      const key = { accountId: 'a', base: 'https://h', tenant: 't' };
      const now = Date.now();
      const list = {
        images,
        query: {},
        completeness: { kind: 'complete' },
        asOf: now,
        listedAt: now,
      } as const;
      await cache.write(key, list);
      const read = await cache.read(key, parseImage);
      assert.deepEqual(
        read?.images.map(({ raw }) => exactText(raw)),
        entries.map(compact),
      );
    });
  });
});
