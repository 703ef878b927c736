import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { listFiles, PackageManager } from '@vscode/vsce';
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { createSourceFile, isObjectLiteralExpression, ScriptTarget, type Node } from 'typescript';
import { GROUPING_CHOICES } from '../../src/catalog/grouping';
import { FIELD_NAMES } from '../../src/copy/template/fieldName';
import { FILTER_NAMES } from '../../src/copy/template/filters';
import { copyCommand, PLAIN_FORMAT_IDS } from '../../src/copy/plainFormats';
import { DEFAULT_DETAILS, ROW_DETAILS } from '../../src/catalog/labels/rowDetail';
import { LABEL_STYLES } from '../../src/catalog/labels/labelStyle';
import { SORT_KEYS } from '../../src/catalog/sorting';
import { ARRANGEMENTS } from '../../src/session/arrangements';
import { MANIFEST } from '../hosts/manifest';
import { packagedParts } from '../hosts/packageExtension';
import { ROOT } from '../hosts/root';
import { TEMPLATE_PATTERN } from './templatePattern';

const { contributes } = MANIFEST;

const ARRANGE_NAMES = ARRANGEMENTS.flatMap(({ command, ticked }) => [command, ticked]);

const source = (path: string) => readFileSync(join(ROOT, 'src', path), 'utf8');

function setting(name: string) {
  const property = contributes.configuration.properties[`conohaImages.${name}`];
  assert.ok(property, name);
  return property;
}

/** The names in the object that a constant of a source file is: files that use the editor cannot be loaded here. */
function namesOf(constant: string, path: string): string[] {
  const names: string[] = [];
  const visit = (node: Node): void => {
    if (isObjectLiteralExpression(node))
      names.push(...node.properties.map((property) => property.name?.getText() ?? property.getText()));
    else node.forEachChild(visit);
  };
  const tree = createSourceFile(path, source(path), ScriptTarget.Latest, true);
  for (const statement of tree.statements)
    if (statement.getText().startsWith(`export const ${constant} `)) visit(statement);
  return names;
}

describe('the manifest', () => {
  it('activates by its own views, commands and documents only', () => {
    assert.deepEqual(MANIFEST.activationEvents, ['onFileSystem:conoha-image']);
  });

  it('gives every command a title and the category', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(command, /^conohaImages\.\w+$/);
      assert.equal(title, `%command.${command.replace('conohaImages.', '')}%`);
      assert.equal(category, '%category%');
    }
  });

  it('means rows by the beginning of their context value, behind which more may stand', () => {
    const clauses = Object.values(contributes.menus)
      .flat()
      .flatMap(({ when = '' }) => when.split(/&&|\|\|/))
      .filter((clause) => clause.includes('viewItem'));
    assert.ok(clauses.length > 10);
    for (const clause of clauses) assert.match(clause.trim(), /^viewItem =~ \/\^.+\\b\/$/);
  });

  it('says in the READMEs which context keys and values of rows there are', () => {
    const keys = [...source('tree/viewState.ts').matchAll(/'(conohaImages\.\w+)'/g)];
    const values = [...source('tree/treeItems.ts').matchAll(/contextValue = (.+);/g)].flatMap(
      ([, value = '']) => [...value.matchAll(/'(.+?)'/g)],
    );
    assert.deepEqual([keys.length, values.length], [10, 10]);
    for (const file of ['README.md', 'README.ja.md']) {
      const readme = readFileSync(join(ROOT, file), 'utf8');
      for (const [, name] of [...keys, ...values])
        assert.ok(readme.includes(`\`${name}\``), `${file}: ${name}`);
    }
  });

  it('calls the way to an account Add Account… where one is there, and Sign In… where none is', () => {
    const items = contributes.menus['view/title'] ?? [];
    const whenOf = (name: string) =>
      items.filter(({ command }) => command === `conohaImages.${name}`).map(({ when = '' }) => when);
    const state = 'view == conohaImages.images && conohaImages.state';
    assert.deepEqual(whenOf('signIn'), [`${state} == signedOut`]);
    assert.deepEqual(whenOf('addAccount'), [`${state} && conohaImages.state != signedOut`]);
    for (const [file, ...titles] of [
      ['package.nls.json', 'Sign In…', 'Add Account…'],
      ['package.nls.ja.json', 'サインイン…', 'アカウントを追加…'],
    ] as const) {
      const texts = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;
      assert.deepEqual([texts['command.signIn'], texts['command.addAccount']], titles);
    }
  });

  it('has the commands for which there is code, and no others', () => {
    const commands = contributes.commands.map(({ command }) => command.replace('conohaImages.', ''));
    const coded = namesOf('COMMANDS', 'commands/commands.ts').filter((name) => !/^\.\.\./.test(name));
    assert.deepEqual(
      commands.sort(),
      [...coded, ...PLAIN_FORMAT_IDS.map(copyCommand), ...ARRANGE_NAMES].sort(),
    );
  });

  it('offers the groupings and the orders that there are, and no others', () => {
    assert.deepEqual(setting('groupBy').enum, GROUPING_CHOICES);
    assert.deepEqual(setting('rowLabel').enum, LABEL_STYLES);
    assert.deepEqual(setting('rowDetails').items?.enum, ROW_DETAILS);
    assert.deepEqual(setting('rowDetails').default, DEFAULT_DETAILS);
    assert.deepEqual(setting('sortBy').enum, SORT_KEYS);
  });

  it('takes from no workspace that is not trusted what decides what people paste', () => {
    assert.deepEqual(MANIFEST.capabilities.untrustedWorkspaces.restrictedConfigurations, [
      'conohaImages.copySeparator',
      'conohaImages.copyAs.templates',
      'conohaImages.copyAs.guardFormulas',
    ]);
  });

  it('takes in its settings the templates that there can be', () => {
    assert.equal(setting('copyAs.templates').items?.properties?.text?.pattern, TEMPLATE_PATTERN);
    for (const file of ['package.nls.json', 'package.nls.ja.json']) {
      const texts = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;
      for (const key of ['config.copyAs.templates', 'config.copyAs.templates.text.error'])
        for (const name of [...FIELD_NAMES, ...FILTER_NAMES])
          assert.ok(texts[key]?.includes(name), `${file}, ${key}: ${name}`);
    }
  });

  it('has no menu item without its command', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => command !== undefined && !commands.has(command)),
      [],
    );
  });

  it('takes from no workspace what decides how servers are asked', () => {
    for (const name of ['pageSize', 'requestTimeout', 'autoRefresh']) {
      assert.equal(contributes.configuration.properties[`conohaImages.${name}`]?.scope, 'application', name);
    }
    assert.ok(
      !Object.keys(contributes.configuration.properties).some((name) =>
        /endpoint|token|account|tenant/i.test(name),
      ),
    );
  });

  it('promises an editor no older than its typings', () => {
    assert.equal(MANIFEST.engines.vscode, '^1.100.0');
    assert.match(MANIFEST.devDependencies['@types/vscode'] ?? '', /^~1\.100\./);
  });

  it('has an icon of 256 by 256 pixels', () => {
    const png = readFileSync(join(ROOT, MANIFEST.icon));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });
});

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

describe('the package', () => {
  it('holds bundles, media, manifest, translations, users’ pages, CHANGELOG and LICENSE, and nothing else', async () => {
    assert.equal(MANIFEST.dependencies, undefined);
    const files = await listFiles({ cwd: await packagedParts(), packageManager: PackageManager.None });
    assert.deepEqual(files.map((file) => file.replaceAll('\\', '/')).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.ja.md',
      'README.md',
      'ThirdPartyNotices.txt',
      'dist/accountChanges.js',
      'dist/catalogCache.js',
      'dist/commands.js',
      'dist/describeError.js',
      'dist/discoverService.js',
      'dist/documentText.js',
      'dist/drawing.js',
      'dist/extension.js',
      'dist/fetch.js',
      'dist/hovers.js',
      'dist/http.js',
      'dist/identity.js',
      'dist/imageLinks.js',
      'dist/languageModelTools.js',
      'dist/laterNotices.js',
      'dist/patternEngine.js',
      'dist/readYaml.js',
      'dist/shared.js',
      'dist/sources.js',
      'dist/whole.js',
      'docs/signing-in.ja.md',
      'docs/signing-in.md',
      'l10n/bundle.l10n.ja.json',
      'media/activity-bar.svg',
      'media/font-logos.woff2',
      'media/icon.png',
      'media/list-dark.png',
      'media/list-ja.png',
      'media/list-light.png',
      'package.json',
      'package.nls.ja.json',
      'package.nls.json',
    ]);
    // It looks through all that lies beside it, packages and editors among them.
  }).timeout(120_000);

  it('carries nothing of the source twice: what is loaded later is handed what it needs', async () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const later = readdirSync(join(ROOT, 'dist')).filter((file) => file !== 'extension.js');
    const [handed, libraries] = partition(later, (file) =>
      /require\("\.\/(?:extension|whole|shared)\.js"\)/.test(readFileSync(join(ROOT, 'dist', file), 'utf8')),
    );
    assert.deepEqual(handed, [
      'accountChanges.js',
      'catalogCache.js',
      'commands.js',
      'describeError.js',
      'discoverService.js',
      'documentText.js',
      'drawing.js',
      'hovers.js',
      'http.js',
      'identity.js',
      'imageLinks.js',
      'languageModelTools.js',
      'laterNotices.js',
      'shared.js',
      'sources.js',
      'whole.js',
    ]);
    assert.ok(libraries.length > 0);
    for (const file of libraries) {
      const entry = sources.find((path) => basename(path) === file.replace(/\.js$/, '.ts'));
      assert.ok(entry, file);
      const { metafile } = await build({
        absWorkingDir: ROOT,
        entryPoints: [join('src', entry)],
        bundle: true,
        platform: 'node',
        external: ['vscode', 'web-streams-polyfill/*'],
        outfile: file,
        write: false,
        metafile: true,
      });
      const own = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'));
      assert.deepEqual(own, [join('src', entry).replaceAll('\\', '/')]);
    }
  });

  it('starts with at most 8 KiB, and has all that stands behind the view in at most 100 KiB', async () => {
    assert.deepEqual(await loadedBy('extension.js'), ['extension.js']);
    assert.deepEqual(await loadedBy('whole.js'), ['extension.js', 'whole.js']);
    const bytes = (file: string) => statSync(join(ROOT, 'dist', file)).size;
    assert.ok(bytes('extension.js') <= 8 * 1024, `${bytes('extension.js')} bytes`);
    assert.ok(bytes('whole.js') <= 100 * 1024, `${bytes('whole.js')} bytes`);
  });

  it('has what every window loads in ASCII, one byte for each character in memory', () => {
    for (const file of ['extension.js', 'whole.js']) {
      assert.doesNotMatch(readFileSync(join(ROOT, 'dist', file), 'utf8'), /[\u0080-\uffff]/, file);
    }
  });
});

/** The files of the package that are loaded with one, in an editor in which every class and function is an empty one. */
async function loadedBy(name: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
  try {
    await mkdir(join(folder, 'node_modules', 'vscode'), { recursive: true });
    const editor = 'module.exports = new Proxy({}, { get: () => class {} });';
    await writeFile(join(folder, 'node_modules', 'vscode', 'index.js'), editor);
    const load = `require(${JSON.stringify(join(ROOT, 'dist', name))});
      console.log(JSON.stringify(Object.keys(require.cache)));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', load], {
      env: { ...process.env, NODE_PATH: join(folder, 'node_modules') },
    });
    const loaded = (JSON.parse(stdout) as string[]).filter((file) => file.startsWith(ROOT));
    return loaded.map((file) => basename(file)).sort();
  } finally {
    await rm(folder, { recursive: true });
  }
}
