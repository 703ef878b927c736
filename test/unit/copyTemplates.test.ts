import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { FormatOptions } from '../../src/copy/format';
import { formatted, type TextPlace } from '../../src/copy/formatted';
import { quoteCsv } from '../../src/copy/quoting/csv';
import { quoteHcl } from '../../src/copy/quoting/hcl';
import { quoteJson } from '../../src/copy/quoting/json';
import { quoteShell } from '../../src/copy/quoting/shell';
import { quoteYaml } from '../../src/copy/quoting/yaml';
import { FIELD_NAMES } from '../../src/copy/template/fieldName';
import { FILTER_NAMES } from '../../src/copy/template/filters';
import { parseTemplate } from '../../src/copy/template/template';
import { Random } from '../server/random';
import { anyTexts } from './anyText';
import { copiedImage, OPTIONS } from './copiedImages';
import { TEMPLATE_PATTERN } from './templatePattern';

const IMAGE = copiedImage({
  id: 'i1',
  name: 'it’s "x"',
  min_disk: 30,
  size: 1024,
  created_at: '2026-01-31T09:00:00.5Z',
  os_type: 'linux',
  'hw:a|b': 'never asked for',
  tags: [
    'app_name=Ruby_on_Rails',
    'app_version=8.1.0',
    'dst_name=Ubuntu',
    'dst_version=24.04',
    'stable',
    'x=1=2',
  ],
});

function problemOf(text: string) {
  const parsed = parseTemplate(text, '');
  return 'kind' in parsed ? parsed : undefined;
}

function rendered(
  text: string,
  images = [IMAGE],
  options: Partial<FormatOptions> = {},
  place?: TextPlace,
): string {
  const parsed = parseTemplate(text, 'yaml');
  if ('kind' in parsed) return assert.fail(JSON.stringify(parsed));
  return formatted(parsed, images, { ...OPTIONS, ...options }, place).text;
}

describe('a template of one’s own', () => {
  it('has what an image has in the place of its names', () => {
    const texts = {
      '${id}': 'i1',
      '${name}': 'it’s "x"',
      '${status}': 'ACTIVE',
      '${app}': 'Ruby on Rails 8.1.0',
      '${app.family}': 'Ruby on Rails',
      '${app.version}': '8.1.0',
      '${distribution}': 'Ubuntu 24.04',
      '${disk}': '30',
      '${size}': '1024',
      '${created}': '2026-01-31T09:00:00Z',
      '${metadata.os_type}': 'linux',
      '${metadata.none}': '',
      '${tag.dst_name}': 'Ubuntu',
      '${tag.x}': '1=2',
      '${tag.stable}': 'stable',
      '${tag.none}': '',
    };
    for (const [template, text] of Object.entries(texts)) assert.equal(rendered(template), text, template);
    const names = Object.keys(texts).map((template) =>
      template.slice(2, -1).replace(/^(metadata|tag)\..*/, '$1.x'),
    );
    assert.deepEqual([...new Set(names)], FIELD_NAMES);
  });

  it('has nothing in the place of what an image does not have', () => {
    const bare = copiedImage({ id: 'i' });
    for (const name of FIELD_NAMES.filter((one) => one !== 'id' && one !== 'status'))
      assert.equal(rendered(`<\${${name}}>`, [bare]), '<>', name);
    assert.equal(rendered('${metadata.constructor}${tag.constructor}', [bare]), '');
  });

  it('quotes by the filter that stands behind a name', () => {
    const filters = {
      json: quoteJson,
      hcl: quoteHcl,
      yaml: quoteYaml,
      sh: quoteShell,
      csv: (text: string) => quoteCsv(text, true),
    };
    assert.deepEqual(Object.keys(filters), FILTER_NAMES);
    for (const text of anyTexts('templates', 100)) {
      const image = copiedImage({ id: 'i', name: text, note: text });
      for (const [filter, quote] of Object.entries(filters)) {
        const expected = `a ${quote(text)} b ${quote(text)}`;
        const template = `a \${name|${filter}} b \${ metadata.note | ${filter} }`;
        assert.equal(rendered(template, [image], { guardsFormulas: true }), expected);
      }
    }
  });

  it('keeps all else as it is, and `${` where it is written with another dollar', () => {
    assert.equal(rendered('$ $$ {} $id }${id}{ $${id} $$${id} %{x}'), '$ $$ {} $id }i1{ ${id} $${id} %{x}');
  });

  it('has a line or several for each image, moved to their place, but for lines within a value', () => {
    const two = [IMAGE, copiedImage({ id: 'i2', name: 'a\nb' })];
    const place = { margin: '  ', level: '\t', isStart: false, isLineEnd: true };
    assert.equal(rendered('- ${id}\n', two, {}, place), '- i1\n  - i2');
    assert.equal(
      rendered('- ${id}:\r\n    ${name}', two, {}, place),
      '- i1:\n      it’s "x"\n  - i2:\n      a\nb',
    );
  });

  it('leaves out an image that has nothing of it, and counts it', () => {
    const format = parseTemplate('${tag.owner}', '');
    assert.ok('linesOf' in format);
    const images = [IMAGE, copiedImage({ id: 'i2', tags: ['owner=me'] }), IMAGE];
    assert.deepEqual(formatted(format, images, OPTIONS), { text: 'me', without: 2 });
    assert.equal(rendered('owner: ${tag.owner}'), 'owner: ');
  });

  it('is refused with the names that there are', () => {
    assert.deepEqual(problemOf('${nmae}'), { kind: 'unknownName', written: 'nmae', names: FIELD_NAMES });
    assert.deepEqual(problemOf('${name|HCL}'), {
      kind: 'unknownFilter',
      written: 'HCL',
      names: FILTER_NAMES,
    });
    assert.deepEqual(problemOf('${name|}'), { kind: 'unknownFilter', written: '', names: FILTER_NAMES });
    for (const name of [
      '',
      'metadata',
      'metadata.',
      'tag',
      'app.',
      'app.x',
      'constructor',
      'toString.x',
      'ID',
    ])
      assert.equal(problemOf(`\${${name}}`)?.kind, 'unknownName', name);
    assert.deepEqual(problemOf('a ${id} ${name'), { kind: 'unclosed', written: '${name' });
    assert.deepEqual(problemOf('${name\n}'), { kind: 'unclosed', written: '${name' });
    assert.deepEqual(problemOf(' \n'), { kind: 'empty' });
  });

  it('is known by a pattern, as the editor of settings needs it', () => {
    const pieces = [
      '$',
      '${',
      '$${',
      '}',
      '{',
      '|',
      'id',
      'name',
      'app.family',
      'metadata.',
      'tag.',
      'x',
      'sh',
      'json',
      ' ',
      '\n',
    ];
    const all = [
      ...pieces,
      '${id}',
      '${ name | sh }',
      '${metadata.x y|csv}',
      '${metadata. }',
      '${tag.x|sh|json}',
    ] as const;
    const random = new Random('templates');
    const kinds = new Set<boolean>();
    for (let at = 0; at < 20_000; at++) {
      const text = Array.from({ length: random.integer(0, 8) }, () => random.pick(['$', ...all])).join('');
      const isTemplate = problemOf(text) === undefined;
      assert.equal(new RegExp(TEMPLATE_PATTERN, 'u').test(text), isTemplate, JSON.stringify(text));
      kinds.add(isTemplate);
    }
    assert.equal(kinds.size, 2);
  });

  it('is read as quickly where it never ends', () => {
    assert.equal(problemOf('${'.repeat(100_000))?.kind, 'unclosed');
    assert.equal(problemOf('$'.repeat(200_000)), undefined);
  });
});
