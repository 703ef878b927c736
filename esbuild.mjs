// Bundles the extension into dist/ and the tests, the simulated API and the demo into out/test/.
import { build, context } from 'esbuild';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  metafile: true,
};

/** Libraries that no start needs: each is a bundle of its own, loaded by `import()` when needed. */
const onDemand = ['src/api/http/fetch.ts', 'src/catalog/patternEngine.ts', 'src/auth/clouds/readYaml.ts'];

const named = (file) => ({ in: file, out: basename(file, '.ts') });

const libraries = {
  ...shared,
  entryPoints: onDemand.map(named),
  outdir: 'dist',
  // node-fetch takes streams from Node; its own, 60 KB, are for versions that have none.
  external: ['web-streams-polyfill/*'],
  minify: !watch,
};

const librariesOutside = {
  name: 'librariesOutside',
  setup({ onResolve }) {
    const names = onDemand.map((file) => basename(file, '.ts'));
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' && names.includes(basename(path))
        ? { path: `./${basename(path)}.js`, external: true }
        : undefined,
    );
  },
};

/** The editor looks for a file anew at every `require`, and each source file that uses its API has one. */
const requireOnce =
  '"use strict";require=(own=>{const known=new Map;return name=>{' +
  'known.has(name)||known.set(name,own(name));return known.get(name)}})(require);';

/**
 * Only ES modules can be split by esbuild, and the editor loads CommonJS sooner. What the start has in common with the
 * commands is put into the start's own file, which the commands then ask for it: each file more takes the editor longer.
 *
 * What it is worth: the start is 94 KB instead of 179 KB, and Node loads it in 24 instead of 35 ms of processor time, the
 * best of 25 in turn on a busy computer. In the editor, as busy, medians of 13 activations in turn were 60 ms, 151 ms for
 * one bundle, and 30 ms for the extension that `npm run bench` compares it with: more than 0.05 of that ratio.
 */
const asCommonJs = {
  name: 'asCommonJs',
  setup({ onEnd, initialOptions: { minify, sourcemap } }) {
    onEnd(async ({ outputFiles, metafile }) => {
      // While watching, a build may have failed.
      if (metafile === undefined) return;
      delete metafile.outputs['dist/chunk.js'];
      const split = new Map(outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
      const start = {
        ...toCommonJs,
        stdin: { contents: 'export * from "./extension.js"; export * from "./chunk.js";', resolveDir: '.' },
        outfile: 'dist/extension.js',
        plugins: [fromSplit(split, './commands.js')],
      };
      const commands = {
        ...toCommonJs,
        stdin: { contents: split.get('./commands.js'), resolveDir: '.' },
        outfile: 'dist/commands.js',
        plugins: [fromSplit(new Map(), './chunk.js')],
      };
      await Promise.all([start, commands].map((options) => build({ ...options, minify, sourcemap })));
    });
  },
};

const toCommonJs = {
  ...shared,
  banner: { js: requireOnce },
  // Only to what is loaded by `require` does the editor give its API.
  supported: { 'dynamic-import': false },
};

/** @param asked the file of another bundle that is asked for; the start stands for what it has in common */
const fromSplit = (split, asked) => ({
  name: 'fromSplit',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path }) => {
      if (path === asked) return { path: path === './chunk.js' ? './extension.js' : path, external: true };
      return split.has(path) ? { path, namespace: 'split' } : { path, external: true };
    });
    onResolve({ filter: /^[^.]/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'split' }, ({ path }) => ({ contents: split.get(path) }));
  },
});

const extension = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  plugins: [librariesOutside, asCommonJs],
  outdir: 'dist',
  external: ['vscode'],
  format: 'esm',
  // Commands become a file of their own; what they have in common with the start stands in another.
  splitting: true,
  chunkNames: '[name]',
  write: false,
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
};

/** Programs and test files: everything the tests run that is not imported by something else here. */
const testEntries = () =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(run|suite|cli|demo|[\w.-]+\.test|[\w.-]+\.main)\.ts$/.test(file))
    .map((file) => join('test', file));

const tests = {
  ...shared,
  entryPoints: testEntries(),
  outdir: 'out/test',
  outbase: 'test',
  // Installed tools stay outside; node-fetch is an ES module and has to be bundled.
  external: ['vscode', 'mocha', 'playwright-core', '@vscode/*', 'typescript', 'esbuild', 'selfsigned'],
  sourcemap: 'linked',
};

/** Builds into a folder, then removes what an earlier build left there: a test whose source is gone must not run on. */
async function buildAfresh(folder, ...builds) {
  const built = new Set();
  for (const { metafile } of await Promise.all(builds.map((options) => build(options)))) {
    for (const file of Object.keys(metafile.outputs)) built.add(file);
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name).replaceAll('\\', '/');
    if (!built.has(file) && !statSync(file).isDirectory()) rmSync(file);
  }
}

/** Prints what `.vscode/tasks.json` waits for and lists as problems. */
function printed() {
  let running = 0;
  return {
    name: 'printed',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (running++ === 0) console.log('build started');
      });
      onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          const { file = 'esbuild.mjs', line = 1, column = 0 } = location ?? {};
          console.log(`${file}:${line}:${column + 1}: error: ${text}`);
        }
        if (--running === 0) console.log('build finished');
      });
    },
  };
}

if (watch) {
  const print = printed();
  for (const { plugins = [], ...options } of [extension, libraries, tests]) {
    const watched = { ...options, plugins: [...plugins, print], logLevel: 'silent' };
    await (await context(watched)).watch();
  }
} else {
  await Promise.all([buildAfresh('dist', extension, libraries), buildAfresh('out/test', tests)]);
}
