import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { TABLE_COLUMNS } from '../../src/copy/format';
import { quoteHcl } from '../../src/copy/quoting/hcl';
import { quoteJson } from '../../src/copy/quoting/json';
import { oneLine } from '../../src/copy/quoting/oneLine';
import { quoteYaml } from '../../src/copy/quoting/yaml';
import { anyTexts } from './anyText';
import { copiedImage, imagesOfTexts, OPTIONS, textIn } from './copiedImages';
import { parseExactly } from '../../src/base/exactJson';
import { parseImage } from '../../src/api/images/compute/parseImage';

const records = (text: string) =>
  parse(text, { bom: true, record_delimiter: '\r\n' }) as readonly (readonly string[])[];

/** What does not look like what it is, in an editor. */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/u;

describe('images in CSV', () => {
  const images = imagesOfTexts(anyTexts('csv', 200).filter((text) => text !== ''));
  const idsAndNames = images.map(({ image }) => [image.id, image.name]);

  it('have any text in a field, without the guard against formulas', () => {
    const read = records(textIn('csvRecords', images));
    assert.deepEqual(
      read.map(([id, name]) => [id, name]),
      idsAndNames,
    );
    assert.ok(read.every((record) => record.length === TABLE_COLUMNS.length));
  });

  it('have no formula with it, and the same text behind one quote', () => {
    const fields = records(textIn('csvRecords', images, { guardsFormulas: true })).flatMap(
      ([id = '', name = '']) => [id, name],
    );
    for (const field of fields) assert.doesNotMatch(field, /^\s*[=+\-@＝＋－＠]/);
    assert.deepEqual(
      fields.map((field) => field.replace(/^'/, '')),
      idsAndNames.flat(),
    );
  });

  it('have the names of the columns above them in a table, with the mark for Excel where it is wanted and begins a file', () => {
    const table = textIn('csvTable', images);
    const elsewhere = { margin: '  ', level: '\t', isStart: false, isLineEnd: true };
    assert.deepEqual(records(table)[0], [...TABLE_COLUMNS]);
    assert.equal(textIn('csvTable', images, { hasBom: true }), `\ufeff${table}`);
    assert.equal(textIn('csvTable', images, {}, elsewhere), table);
    assert.equal(textIn('csvTable', images, { hasBom: true }, elsewhere), table);
  });

  it('tell what programs need', () => {
    const image = copiedImage({
      id: 'i',
      name: 'vmi-docker',
      min_disk: 100,
      size: 12,
      created_at: '2026-01-31T09:00:00Z',
      tags: ['app_name=Docker', 'app_version=20.10', 'dst_name=Ubuntu', 'dst_version=22.04'],
    });
    assert.equal(
      textIn('csvRecords', [image]),
      'i,vmi-docker,ACTIVE,Docker 20.10,Ubuntu 22.04,100,12,2026-01-31T09:00:00Z',
    );
  });
});

describe('images in JSON', () => {
  const texts = anyTexts('json', 200);

  it('have any text as a string', () => {
    const halves = [...texts, 'a\ud83d', '\udc00'];
    assert.deepEqual(JSON.parse(`[${halves.map(quoteJson).join(',')}]`), halves);
  });

  it('are what the server sent: one by itself, several in a list, at any place', () => {
    const images = imagesOfTexts(texts.slice(1));
    const [first = assert.fail()] = images;
    assert.deepEqual(JSON.parse(textIn('json', [first])), first.image.raw);
    const raws = images.map(({ image }) => image.raw);
    assert.deepEqual(JSON.parse(textIn('json', images)), raws);
    const text = textIn('json', images, {}, { margin: '\t', level: '    ', isStart: false, isLineEnd: true });
    assert.deepEqual(JSON.parse(text), raws);
    for (const line of text.split('\n').slice(1)) assert.match(line, /^\t(?: {4})*[^ ]/);
  });

  it('have nothing in them that is not to be seen', () => {
    const names = imagesOfTexts(texts.slice(1));
    assert.doesNotMatch(textIn('json', names).replaceAll('\n', ''), UNSHOWN);
    for (const text of texts)
      for (const quote of [quoteHcl, quoteJson, quoteYaml]) assert.doesNotMatch(quote(text), UNSHOWN);
  });

  it('have numbers as the server wrote them', () => {
    const image = parseImage(parseExactly('{"id":"i","size":12345678901234567890,"ratio":1.0}'));
    assert.equal(
      textIn('json', [{ image, base: '' }]),
      '{\n  "id": "i",\n  "size": 12345678901234567890,\n  "ratio": 1.0\n}',
    );
  });
});

describe('images in Markdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // Nothing can be done where any word with a dot in it is a link.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  const images = imagesOfTexts(anyTexts('markdown', 200).filter((text) => text !== ''));

  it('are the rows of one table, with nothing in a cell but text', () => {
    const tokens = markdown.parse(`before\n\n${textIn('markdownTable', images)}\n\nafter`, {});
    assert.equal(tokens.filter(({ type }) => type === 'tr_open').length, images.length + 1);
    const cells = tokens.filter((_, at) => /^t[hd]_open$/.test(tokens[at - 1]?.type ?? ''));
    assert.equal(cells.length, (images.length + 1) * TABLE_COLUMNS.length);
    for (const { children } of cells) for (const { type } of children ?? []) assert.equal(type, 'text');
    const shown = cells.map(({ children }) => children?.map(({ content }) => content).join('') ?? '');
    assert.deepEqual(
      shown.slice(0, TABLE_COLUMNS.length),
      TABLE_COLUMNS.map((column) => OPTIONS.headings[column]),
    );
    images.forEach(({ image }, at) => {
      const row = shown.slice((at + 1) * TABLE_COLUMNS.length);
      assert.deepEqual(row.slice(0, 2), [image.id, image.name].map(oneLine));
    });
  });

  it('have ids and vendor’s names as they are', () => {
    const id = '6c9f7a3e-1b2c-4d5e-8f90-a1b2c3d4e5f6';
    const row =
      textIn('markdownTable', [copiedImage({ id, name: 'vmi-a_b-22.04-amd64' })])
        .split('\n')
        .at(-1) ?? '';
    assert.ok(row.startsWith(`| ${id} | vmi-a_b-22.04-amd64 | ACTIVE | `), row);
  });
});
