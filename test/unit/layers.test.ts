import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import {
  createSourceFile,
  isPropertyAccessExpression,
  preProcessFile,
  ScriptTarget,
  SyntaxKind,
  type Node,
} from 'typescript';
import { ROOT } from '../hosts/root';

/** Where a folder stands that is no floor of its own: it is a feature, beside others that it does not know. */
const FEATURE = 'feature';

/** The floors from the ground up. A file uses its own folder and what lies below it. */
const FLOORS: readonly (readonly string[])[] = [
  ['base', 'conoha'],
  ['api'],
  // Side by side: neither knows the other.
  ['catalog', 'auth'],
  ['copy'],
  ['session'],
  ['text'],
  ['documents'],
  ['core'],
  [FEATURE],
  ['tree', 'languageModel'],
  ['commands'],
  ['adapters'],
  ['features'],
  ['whole'],
  ['later'],
  ['extension'],
];

/** What needs no editor knows none. */
const WITHOUT_EDITOR = ['base', 'conoha', 'api', 'catalog', 'auth', 'copy', 'session'];

/** Lines: what is longer is about more than one thing. */
const LONGEST_FILE = 250;

/** What decides, repeats or waits. */
const LOGIC: readonly SyntaxKind[] = [
  SyntaxKind.IfStatement,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.SwitchStatement,
  SyntaxKind.ForStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.WhileStatement,
  SyntaxKind.DoStatement,
  SyntaxKind.TryStatement,
  SyntaxKind.AwaitExpression,
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.QuestionDotToken,
];

/** Methods of arrays and promises that decide, repeat or wait. */
const LOGIC_BY_METHOD = /^(?:filter|find\w*|flatMap|forEach|map|reduce\w*|some|every|then|catch|finally)$/;

/** What only Glance asks, answers or calls so; what is no whole word stands in a longer one. */
const GLANCE_WORDS: readonly RegExp[] = [
  // Lists, and how they are asked for.
  ...[/os_hidden/, /member_status/, /visibility: 'all'|visibility=/, /gte:/, /updated_at/],
  // Answers, by which they are known, and the pages' ends.
  ...[/\bschema\b.*\bfirst\b|\bfirst\b.*\bschema\b/, /created_at/],
  // Entries: what stands beside the image's own properties.
  ...[/os_hash/, /min_disk/, /min_ram/, /disk_format/, /container_format/, /virtual_size/],
  // Words for a status.
  ...[/importing/, /uploading/, /killed/, /pending_delete/, /\bdeactivated\b/],
];

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''));

const arrows = files.flatMap((from) =>
  preProcessFile(readFileSync(join(ROOT, 'src', `${from}.ts`), 'utf8')).importedFiles.map(
    ({ fileName }): Arrow => ({ from, to: fileName.startsWith('.') ? resolved(from, fileName) : fileName }),
  ),
);

/** `src/commands/index.ts` is meant by `./commands`. */
function resolved(from: string, relative: string): string {
  const path = posix.join(posix.dirname(from), relative);
  return files.includes(path) ? path : posix.join(path, 'index');
}

function folderOf(file: string): string {
  return file.replace(/\/.*$/, '');
}

function floorOf(file: string): string {
  const folder = folderOf(file);
  return FLOORS.flat().includes(folder) ? folder : FEATURE;
}

/** All that a file needs, directly or by way of others. */
function reachedFrom(file: string, all: readonly Arrow[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [file];
  for (let from = next.pop(); from !== undefined; from = next.pop()) {
    for (const { to } of all.filter((arrow) => arrow.from === from && !reached.has(arrow.to))) {
      reached.add(to);
      next.push(to);
    }
  }
  return reached;
}

/** What a file says to the compiler: its text without comments. */
function codeOf(file: string): string {
  return readFileSync(join(ROOT, 'src', `${file}.ts`), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
}

function linesOf(file: string): number {
  return readFileSync(join(ROOT, 'src', `${file}.ts`), 'utf8')
    .trimEnd()
    .split('\n').length;
}

/** What decides, repeats or waits in a file. */
function logicIn(file: string): readonly string[] {
  const source = readFileSync(join(ROOT, 'src', `${file}.ts`), 'utf8');
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (LOGIC.includes(node.kind)) found.push(node.parent.getText());
    if (isPropertyAccessExpression(node) && LOGIC_BY_METHOD.test(node.name.text)) found.push(node.getText());
    node.forEachChild(visit);
  };
  visit(createSourceFile(`${file}.ts`, source, ScriptTarget.Latest, true));
  return found;
}

function described(found: readonly Arrow[]): string[] {
  return found.map(({ from, to }) => `${from} imports ${to}`);
}

describe('the layers of the source', () => {
  const inside = arrows.filter(({ to }) => files.includes(to));

  it('are these', () => {
    assert.deepEqual([...new Set(files.map(floorOf))].sort(), FLOORS.flat().sort());
    assert.ok(inside.length > files.length);
  });

  it('are drawn in the picture of the architecture', () => {
    const text = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
    const [drawn = ''] = /^ *extension --> .*$/m.exec(text) ?? [];
    const floors = drawn
      .trim()
      .split(' --> ')
      .map((floor) => floor.split(' & '));
    assert.deepEqual(floors.reverse(), FLOORS);
    const explained = [...text.matchAll(/^ *(\w+)\["/gm)].map(([, floor]) => floor);
    assert.deepEqual(explained.sort(), FLOORS.flat().sort());
  });

  it('are used from above alone', () => {
    const heights = new Map(FLOORS.flatMap((names, height) => names.map((name) => [name, height] as const)));
    const heightOf = (file: string): number => heights.get(floorOf(file)) ?? NaN;
    const wrong = inside.filter(
      ({ from, to }) => folderOf(from) !== folderOf(to) && heightOf(from) <= heightOf(to),
    );
    assert.deepEqual(described(wrong), []);
  });

  it('have features that are a folder and a line in the list of features', () => {
    const folders = new Set(files.filter((file) => floorOf(file) === FEATURE).map(folderOf));
    const listed = inside
      .filter(({ from, to }) => from === 'features' && floorOf(to) === FEATURE)
      .map(({ to }) => to);
    assert.deepEqual(listed.sort(), [...folders].map((folder) => `${folder}/index`).sort());
  });

  it('have no circles', () => {
    const circles = files.filter((file) => reachedFrom(file, inside).has(file));
    assert.deepEqual(circles, []);
  });

  it('have no file that is too long to be about one thing', () => {
    const long = files.filter((file) => linesOf(file) > LONGEST_FILE);
    assert.deepEqual(long, []);
  });

  it('have the hosts of ConoHa in one file alone', () => {
    assert.deepEqual(
      files.filter((file) => /conoha\\?\.io/.test(codeOf(file))),
      ['conoha'],
    );
  });

  it('know no editor where none is needed', () => {
    const wrong = arrows.filter(({ from, to }) => to === 'vscode' && WITHOUT_EDITOR.includes(floorOf(from)));
    assert.deepEqual(described(wrong), []);
  });

  // Elsewhere what is said is typed, so that nobody decides by words, and words are seen side by side.
  it('make words in one folder alone', () => {
    const wordy = files.filter((file) => /\bl10n\b/.test(codeOf(file)));
    assert.ok(wordy.length > 0);
    assert.deepEqual(
      wordy.filter((file) => folderOf(file) !== 'text'),
      [],
    );
  });

  it('ask who signs in from ten files at most', () => {
    const dialogs = files.filter((file) => file.startsWith('commands/signIn/'));
    assert.ok(dialogs.length > 0 && dialogs.length <= 10, `${String(dialogs.length)} files`);
  });

  it('use the adapters to the editor nowhere but where all is built', () => {
    const users = inside.filter(({ to }) => floorOf(to) === 'adapters').map(({ from }) => from);
    assert.deepEqual([...new Set(users)], ['whole']);
  });

  it('order names by one collator, which is told the language', () => {
    const ordering = files.filter((file) => /localeCompare|\bCollator\b/.test(codeOf(file)));
    assert.deepEqual(ordering, ['base/collator']);
  });

  // A list that is begun without the kept one takes its place.
  it('have a list loaded by its account alone, which begins with the one that was kept', () => {
    const loading = /catalog\.(?:ensureStarted|loadAll|loadMore|refresh|restore|update)\(/;
    const users = files.filter((file) => loading.test(codeOf(file)));
    assert.deepEqual(users, ['session/accountImages']);
  });

  it('send requests in one file alone', () => {
    const clients = /^(node:)?(https?|http2|net|tls)$|^(node-fetch|undici|axios|got)$/;
    const users = arrows.filter(({ to }) => clients.test(to)).map(({ from, to }) => `${from}: ${to}`);
    assert.deepEqual(users, [
      'api/http/fetch: node:https',
      'api/http/fetch: node:http',
      'api/http/fetch: node-fetch',
      // For its types alone: it loads the other.
      'api/http/fetchText: node-fetch',
      // For the form of certificates alone.
      'api/http/tlsOptions: node:tls',
    ]);
    assert.deepEqual(described(inside.filter(({ to }) => to === 'api/http/fetch')), [
      'api/http/fetchText imports api/http/fetch',
    ]);
  });

  it('know what is special to Compute in its own folder alone, words for users aside', () => {
    const words = ['Nova', 'images/detail', 'changes-since', 'OS-EXT-IMG-SIZE'];
    const elsewhere = files.filter((file) => !/^(api\/images\/compute|text)\//.test(file));
    const found = elsewhere.filter((file) => {
      const text = readFileSync(join(ROOT, 'src', `${file}.ts`), 'utf8');
      return words.some((word) => text.includes(word));
    });
    assert.deepEqual(found, []);
  });

  it('know what is special to Glance in its own folder alone, words for users aside', () => {
    const elsewhere = files.filter((file) => !/^(api\/images\/glance|text)\//.test(file));
    const found = elsewhere.flatMap((file) => {
      const text = readFileSync(join(ROOT, 'src', `${file}.ts`), 'utf8');
      return GLANCE_WORDS.filter((word) => word.test(text)).map((word) => `${file}: ${word.source}`);
    });
    assert.deepEqual(found, []);
  });

  it('have in that folder each word that is looked for elsewhere', () => {
    const own = files.filter((file) => file.startsWith('api/images/glance/'));
    const text = own.map((file) => readFileSync(join(ROOT, 'src', `${file}.ts`), 'utf8')).join('');
    assert.deepEqual(
      GLANCE_WORDS.filter((word) => !word.test(text)).map(({ source }) => source),
      [],
    );
  });

  it('ask by parameters in the folders of the services alone', () => {
    const asking = files.filter((file) => /\b(?:URLSearchParams|searchParams)\b/.test(codeOf(file)));
    assert.ok(asking.length > 0);
    assert.deepEqual(
      asking.filter((file) => !file.startsWith('api/images/')),
      [],
    );
  });

  // Through which service they come does not matter: what is read and how it is spelled are told apart here.
  it('have the keys of properties and tags in one file alone, the services and words for users aside', () => {
    const keys =
      /\b(?:os_distro|os_version|os_type|image_type|gnc_app|(?:app|dst)_(?:name|version)|display_order|hw_architecture)\b/;
    assert.deepEqual(
      files.filter((file) => !/^(api\/images|text)\//.test(file) && keys.test(codeOf(file))),
      ['conoha'],
    );
  });

  for (const file of ['extension', 'whole']) {
    it(`have no logic in ${file}.ts, which waits for nothing and asks nobody`, () => {
      assert.deepEqual(logicIn(file), []);
      assert.ok(arrows.every(({ from, to }) => from !== file || !/^api\/|^node:/.test(to)));
    });
  }
});
