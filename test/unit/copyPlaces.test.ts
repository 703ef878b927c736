import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { formatted, NO_PLACE, placeAt } from '../../src/copy/formatted';
import { FORMAT_IDS, FORMATS, type FormatId } from '../../src/copy/formats';
import { fileLanguage, inOfferedOrder } from '../../src/copy/offeredFormats';
import { copiedImage, OPTIONS, textIn } from './copiedImages';

const images = [copiedImage({ id: 'a', name: 'A' }), copiedImage({ name: 'B' }), copiedImage({ id: 'c' })];

describe('images in a form', () => {
  it('say how many have nothing to be said in it', () => {
    const idsOf = (format: FormatId) => formatted(FORMATS[format], images, OPTIONS);
    assert.deepEqual(idsOf('id'), { text: 'a\nc', without: 1 });
    assert.deepEqual(idsOf('name'), { text: 'A\nB', without: 1 });
    assert.deepEqual(idsOf('terraformData').without, 1);
    assert.deepEqual(idsOf('csvRecords').without, 0);
  });

  it('are an empty text where there is none', () => {
    for (const format of FORMAT_IDS) assert.equal(textIn(format, []), '', format);
  });

  it('are joined as people have set it where they are ids or names, else as the form wants', () => {
    assert.equal(textIn('id', images, { separator: ', ' }), 'a, c');
    assert.equal(textIn('idAndName', images, { separator: ', ' }), 'a  # A\nc');
    assert.equal(textIn('terraformData', images).split('\n\n').length, 2);
  });

  it('begin at the cursor, and have the lines behind it begin as its line does', () => {
    const place = placeAt('\t  ima', { line: 0, character: 6 }, '    ');
    assert.deepEqual(place, { margin: '\t  ', level: '    ', isStart: false, isLineEnd: true });
    assert.equal(textIn('id', images, {}, place), 'a\n\t  c');
    assert.equal(
      textIn('terraformData', images.slice(0, 1), {}, place).replaceAll('\t', '>'),
      'data "openstack_images_image_v2" "a" {\n>      name        = "A"\n>      most_recent = true\n>  }',
    );
    assert.match(textIn('terraformData', images, {}, place), /\}\n\n\t {2}data /);
  });

  it('are indented by what stands before the cursor alone', () => {
    assert.equal(placeAt('    x', { line: 1, character: 2 }, '\t').margin, '  ');
    assert.deepEqual(placeAt('', { line: 0, character: 0 }, '  '), NO_PLACE);
    assert.equal(placeAt('', { line: 1, character: 0 }, '  ').isStart, false);
  });

  it('leave what stands behind the cursor in a line of its own, where it would be a part of a comment or a value', () => {
    const [image = assert.fail()] = images;
    const before = placeAt('  flavor = 1', { line: 1, character: 2 }, '  ');
    const inList = placeAt('[]', { line: 1, character: 1 }, '  ');
    const replacing = placeAt('  old', { line: 1, character: 2 }, '  ', '  ');
    assert.equal(textIn('terraformImageId', [image], {}, before), 'image_id = "a" # A\n  ');
    assert.equal(textIn('terraformImageId', [image], {}, replacing), 'image_id = "a" # A');
    assert.equal(textIn('idAndName', [image], {}, inList), 'a  # A\n');
    assert.equal(textIn('csvRecords', [image], {}, before).slice(-2), '\r\n');
    for (const format of ['id', 'name', 'json'] as const)
      assert.equal(textIn(format, [image], {}, inList), textIn(format, [image]), format);
    for (const format of FORMAT_IDS) assert.equal(textIn(format, [], {}, before), '', format);
  });

  it('have levels of two blanks in YAML, where a dash is as wide', () => {
    const text = textIn(
      'ansibleServer',
      images,
      {},
      { margin: '  ', level: '    ', isStart: false, isLineEnd: true },
    );
    assert.match(text, /^- name: .*\n {4}openstack\.cloud\.server:\n {6}state: present\n/);
  });

  it('are made of a thousand rows at once', () => {
    const many = Array.from({ length: 1000 }, (_, at) => copiedImage({ id: `image ${at}`, name: 'same' }));
    assert.equal(formatted(FORMATS.csvTable, many, OPTIONS, NO_PLACE).text.split('\r\n').length, 1001);
    assert.equal(new Set(textIn('terraformInstance', many).match(/" "\w+" \{/g)).size, 1000);
  });
});

describe('the forms that are offered', () => {
  const all = FORMAT_IDS.map((id) => ({ id, languages: FORMATS[id].languages }));
  const offered = (language: string | undefined, used: readonly string[] = []) =>
    inOfferedOrder(all, language, used).map(({ id }) => id);

  it('are those that fit the language of the file first', () => {
    assert.deepEqual(offered('terraform').slice(0, 5), [
      'terraformImageId',
      'terraformInstance',
      'terraformVolume',
      'terraformData',
      'id',
    ]);
    assert.equal(offered('yaml')[0], 'idAndName');
    assert.equal(offered('markdown')[0], 'markdownTable');
    assert.equal(offered('jsonc')[0], 'json');
    assert.deepEqual(offered(undefined), FORMAT_IDS);
  });

  it('are those used last first among what fits, and among the rest', () => {
    const used = ['curl', 'terraformData', 'id'];
    assert.deepEqual(offered('terraform', used).slice(0, 6), [
      'terraformData',
      'terraformImageId',
      'terraformInstance',
      'terraformVolume',
      'curl',
      'id',
    ]);
    assert.deepEqual(offered(undefined, used).slice(0, 4), ['curl', 'terraformData', 'id', 'name']);
  });

  it('fit a file by its name where the editor has no language for it', () => {
    const languages = [
      ['plaintext', '/x/main.tf', 'terraform'],
      ['plaintext', '/x/prod.TFVARS', 'terraform'],
      ['hcl', '/x/a.pkr.hcl', 'packer'],
      ['hcl', '/x/a.hcl', 'hcl'],
      ['plaintext', '/x/images.csv', 'csv'],
      ['yaml', '/x/play.yml', 'yaml'],
      ['plaintext', '/x/tf', 'plaintext'],
    ] as const;
    for (const [id, path, language] of languages) assert.equal(fileLanguage(id, path), language, path);
  });
});
