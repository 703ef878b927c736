import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ARRANGEMENTS } from '../../src/session/arrangements';
import { MANIFEST } from '../hosts/manifest';
import { ROOT } from '../hosts/root';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const texts = (file: string): Texts => JSON.parse(read(file)) as Texts;

/** They are too many for the table, which leads to them. */
const ARRANGE_NAMES: ReadonlySet<string> = new Set(
  ARRANGEMENTS.flatMap(({ command, ticked }) => [command, ticked]),
);

const LANGUAGES = [
  { readme: 'README.md', titles: texts('package.nls.json') },
  { readme: 'README.ja.md', titles: texts('package.nls.ja.json') },
] as const;

/** The pages in Japanese that quote texts of the extension, and nothing else, in 「」 and in bold. */
const JAPANESE_PAGES = ['README.ja.md', join('docs', 'signing-in.ja.md')];

/** The first cells of a table's rows whose first or second cell is a name in backticks that fits. */
function rowsOf(readme: string, name: RegExp): readonly (readonly string[])[] {
  return read(readme)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.slice(0, 2).some((cell) => name.test(cell)));
}

/** The texts of a page that match, one group each. */
function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** A text of the extension as it can be seen: any words where it has a placeholder. */
function seen(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '.*?');
  return new RegExp(`^${escaped}$`);
}

/** Whether a quotation is a text, or a part of one that has no placeholder in it. */
function isQuoted(quoted: string, text: string): boolean {
  return text.includes(quoted) || seen(text).test(quoted);
}

for (const { readme, titles } of LANGUAGES) {
  describe(readme, () => {
    it('lists every command of the manifest by its title and name, and no other', () => {
      const commands = MANIFEST.contributes.commands
        .map(({ command }) => command.replace('conohaImages.', ''))
        .filter((name) => !ARRANGE_NAMES.has(name));
      assert.deepEqual(
        rowsOf(readme, /^`[a-z]\w+`$/)
          .filter(([first = '']) => !first.startsWith('`'))
          .map(([title = '', name = '']) => [name.replaceAll('`', ''), title])
          .sort(),
        commands.map((name) => [name, titles[`command.${name}`]]).sort(),
      );
    });

    it('names the command of each grouping and order', () => {
      for (const { command } of ARRANGEMENTS) assert.ok(read(readme).includes(`\`${command}\``), command);
    });

    it('lists every setting of the manifest with its default, and every context key', () => {
      const { properties } = MANIFEST.contributes.configuration;
      const rows = rowsOf(readme, /^`conohaImages\.[\w.]+`$/);
      const settings = Object.keys(properties);
      const listed = rows.map(([name = '']) => name.replaceAll('`', ''));
      const [keys] = LANGUAGES.map((language) => rowsOf(language.readme, /^`conohaImages\.[\w.]+`$/));
      assert.deepEqual(
        listed,
        keys?.map(([name = '']) => name.replaceAll('`', '')),
      );
      assert.deepEqual(
        [...new Set(listed)].filter((name) => settings.includes(name)).sort(),
        settings.sort(),
      );
      for (const [name = '', value = ''] of rows.slice(0, settings.length)) {
        const usual = properties[name.replaceAll('`', '')]?.default;
        const shown = Array.isArray(usual) ? usual.join(', ') || '[]' : String(usual);
        if (usual !== '\n') assert.equal(value, `\`${shown}\``, name);
      }
    });

    it('names every choice of the settings', () => {
      for (const [name, setting] of Object.entries(MANIFEST.contributes.configuration.properties)) {
        const row = rowsOf(readme, /^`conohaImages\.[\w.]+`$/).find(([cell]) => cell === `\`${name}\``) ?? [];
        for (const choice of setting.enum ?? setting.items?.enum ?? [])
          assert.ok(row.join(' ').includes(`\`${choice}\``), choice);
      }
    });
  });
}

describe('the pages for users', () => {
  const english = [
    ...Object.keys(texts('l10n/bundle.l10n.ja.json')),
    ...Object.values(texts('package.nls.json')),
  ];
  const japanese = [
    ...Object.values(texts('l10n/bundle.l10n.ja.json')),
    ...Object.values(texts('package.nls.ja.json')),
  ];

  for (const page of JAPANESE_PAGES) {
    it(`quote in ${page} what the extension says in Japanese`, () => {
      const messages = matches(read(page), /「([^」]+)」/g);
      const labels = matches(read(page), /\*\*([^*]+)\*\*/g).filter((label) => label !== '…');
      assert.ok(messages.length + labels.length > 0);
      assert.deepEqual(
        messages.filter((quoted) => !japanese.some((text) => isQuoted(quoted, text))),
        [],
      );
      // Buttons of the welcome text are links in it.
      const whole = new Set([
        ...japanese,
        ...japanese.flatMap((text) => matches(text, /\[([^\]]+)\]\(command:/g)),
      ]);
      assert.deepEqual(
        labels.filter((label) => !whole.has(label)),
        [],
      );
    });
  }

  it('quote in the table of README.md what the extension says in English', () => {
    const [, table = ''] = /^## Troubleshooting$([^]*?)^## /m.exec(read('README.md')) ?? [];
    const quotations = matches(table, /“([^”]+)”/g).map((quoted) => quoted.replace(/ …$/, ''));
    assert.ok(quotations.length > 10);
    assert.deepEqual(
      quotations.filter((quoted) => !english.some((text) => isQuoted(quoted, text))),
      [],
    );
  });

  it('name both causes of a token that Image v2 does not accept, and that it is kept', () => {
    const rowOf = (page: string, quoted: string): string =>
      read(page)
        .split('\n')
        .find((line) => line.startsWith(`| ${quoted}`)) ?? '';
    const inEnglish = rowOf('README.md', '“Token not accepted (401)”');
    for (const words of ['expired', 'Image v2', 'identity service may be unavailable', 'kept', '**Refresh**'])
      assert.ok(inEnglish.includes(words), words);
    const inJapanese = rowOf('README.ja.md', '「トークンが無効です（401）。」');
    for (const words of [
      '期限切れ',
      'Image v2',
      'Identity API を利用できない',
      '保持',
      '**最新の情報に更新**',
    ])
      assert.ok(inJapanese.includes(words), words);
  });

  it('have as many problems in the one language as in the other', () => {
    const problems = (page: string): number =>
      (/^## (?:Troubleshooting|トラブルシューティング)$([^]*?)^## /m.exec(read(page))?.[1] ?? '').split(
        '\n| ',
      ).length;
    assert.equal(problems('README.ja.md'), problems('README.md'));
  });

  it('list the same keys of a clouds file in both languages', () => {
    const keys = (page: string): readonly string[] =>
      matches(read(join('docs', page)), /^\| (`[^|]*`) +\|/gm).map((cell) => cell.replace(/、| /g, ' '));
    assert.ok(keys('signing-in.md').length > 30);
    assert.deepEqual(keys('signing-in.ja.md'), keys('signing-in.md'));
  });

  it('have no line break inside a Japanese paragraph, which would be shown as a space', () => {
    for (const page of ['README.md', ...JAPANESE_PAGES])
      assert.deepEqual(
        matches(
          read(page).replace(/^```[^]*?^```/gm, ''),
          /^(?![|#>!-]|\d+\.)(.*[^\n -~].*)\n(?=[^\n|#>!-])/gm,
        ).filter((line) => /\p{Script=Hiragana}/u.test(line)),
        [],
        page,
      );
  });

  it('link to what is packaged with them, and to one another', () => {
    // What vsce makes of this list is what the test of the package looks at.
    const packaged = new Set(matches(read('.vscodeignore'), /^!(.+)$/gm));
    const pages = ['README.md', join('docs', 'signing-in.md'), ...JAPANESE_PAGES];
    for (const page of pages) {
      const links = matches(read(page), /\]\(([^)#:]+)\)/g).map((link) =>
        normalize(join(dirname(page), link)),
      );
      assert.deepEqual(
        links.filter((link) => !packaged.has(link.replaceAll('\\', '/'))),
        [],
        page,
      );
      const other = page.endsWith('.ja.md') ? page.replace('.ja.md', '.md') : page.replace('.md', '.ja.md');
      assert.ok(links.includes(other), page);
    }
  });
});
