import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../hosts/root';

const HOW_TO = join('docs', 'how-to');

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const documents = [
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
  ...['CONTRIBUTING.md', 'README.md', 'README.ja.md', join('test', 'README.md')],
];

/** What is built, so that it may not be there. */
const BUILT = /^(dist|out|node_modules|\.vscode-test)\//;

/** The paths in backticks and links of a document, as written. */
function pathsIn(document: string): readonly string[] {
  const text = read(document).replace(/^```[^]*?^```/gm, '');
  const top = new Set([...readdirSync(ROOT), ...readdirSync(join(ROOT, dirname(document)))]);
  const quoted = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, path = '']) => path);
  const linked = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = '']) => path);
  return [
    ...quoted.filter((path) => /\.(ts|mjs|md|json)$/.test(path) || top.has(path.replace(/\/.*/, ''))),
    ...linked,
  ].filter((path) => !BUILT.test(path));
}

function exists(document: string, path: string): boolean {
  return [ROOT, join(ROOT, dirname(document))].some((folder) => existsSync(join(folder, path)));
}

describe('the documents for those who work on the code', () => {
  for (const document of documents) {
    it(`name in ${document} what is there`, () => {
      assert.deepEqual(
        pathsIn(document).filter((path) => !exists(document, path)),
        [],
      );
    });
  }

  it('show for each thing to add what to imitate, and are found from CONTRIBUTING.md', () => {
    const pages = readdirSync(join(ROOT, HOW_TO));
    for (const page of pages) {
      assert.match(read(join(HOW_TO, page)), /\bImitate [^.]*`/, page);
      assert.ok(pathsIn(join(HOW_TO, page)).length >= 3, page);
    }
    const contributing = read('CONTRIBUTING.md');
    assert.deepEqual(
      [...contributing.matchAll(/\(docs\/how-to\/([\w-]+\.md)\)/g)].map(([, page]) => page).sort(),
      pages.sort(),
    );
  });
});

interface Launch {
  readonly compounds: readonly {
    readonly configurations: readonly string[];
    readonly preLaunchTask: string;
  }[];
  readonly configurations: readonly {
    readonly name: string;
    readonly program?: string;
    readonly args: readonly string[];
    readonly outFiles?: readonly string[];
    readonly preLaunchTask?: string;
  }[];
}

interface Tasks {
  readonly tasks: readonly {
    readonly label: string;
    readonly command: string;
    readonly isBackground?: boolean;
    readonly problemMatcher: string | readonly string[] | Matcher;
  }[];
}

interface Matcher {
  readonly pattern: { readonly regexp: string };
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
}

describe("the workspace's own settings for VS Code", () => {
  /** The comments are on lines of their own. */
  const settings = (file: string): unknown =>
    JSON.parse(read(join('.vscode', file)).replace(/^\s*\/\/.*$/gm, ''));
  const { compounds, configurations } = settings('launch.json') as Launch;
  const { tasks } = settings('tasks.json') as Tasks;

  it('start what is there', () => {
    const names = configurations.map(({ name }) => name);
    assert.ok(compounds.length > 0);
    for (const compound of compounds)
      assert.deepEqual(
        compound.configurations.filter((name) => !names.includes(name)),
        [],
      );
    const labels = tasks.map(({ label }) => label);
    for (const { preLaunchTask } of [...compounds, ...configurations])
      assert.ok(preLaunchTask === undefined || labels.includes(preLaunchTask), preLaunchTask);
    for (const { program } of configurations) {
      const source = program?.replace('${workspaceFolder}/out/', '').replace(/\.js$/, '.ts');
      assert.ok(source === undefined || existsSync(join(ROOT, source)), source);
    }
  });

  it('open what is there after a build, and hand the simulated API options that it has', () => {
    const paths = configurations
      .flatMap(({ program = '', args, outFiles = [] }) => [program, ...args, ...outFiles])
      .flatMap((text) => /\$\{workspaceFolder\}\/?([^*]*)/.exec(text)?.[1] ?? [])
      .filter((path) => path !== '');
    assert.ok(paths.includes('dist/') && paths.includes('test/demo/sample'));
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
    const server = configurations.find(({ program }) => program?.includes('/server/') === true);
    const options = server?.args.filter((arg) => arg.startsWith('--')) ?? [];
    assert.ok(options.length > 0);
    const program = read('test/server/cli.ts');
    for (const option of options) assert.match(program, new RegExp(`\\b${option.slice(2)}: \\{`), option);
  });

  it('wait for what the build prints while watching', () => {
    const awaited = [...compounds, ...configurations].flatMap(({ preLaunchTask }) => preLaunchTask ?? []);
    const printed = [...read('esbuild.mjs').matchAll(/console\.log\((['`])(.*)\1\)/g)].map(
      ([, , text = '']) => text.replace('${line}', '1').replace('${column + 1}', '2'),
    );
    assert.ok(awaited.length > 0);
    for (const task of tasks.filter(({ label }) => awaited.includes(label))) {
      // What goes on while its window is open says by a line when the window can be opened.
      assert.equal(task.isBackground, true, task.label);
      assert.ok(typeof task.problemMatcher === 'object' && 'background' in task.problemMatcher, task.label);
      const { pattern, background } = task.problemMatcher;
      for (const source of [pattern.regexp, background.beginsPattern, background.endsPattern]) {
        const matched = printed.filter((line) => new RegExp(source).test(line));
        assert.equal(matched.length, 1, source);
      }
    }
  });

  it('have tasks that run scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const used = tasks.flatMap(({ command }) => [...command.matchAll(/npm (?:run )?([\w:]+)/g)]);
    assert.ok(used.length > 3);
    for (const [, script = ''] of used) assert.ok(script in scripts, script);
  });
});
