// Bundles the extension into dist/ and the tests, the simulated API and the demo into out/test/.
import { build, context } from 'esbuild';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

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

/** The start, and all that stands behind it: what is needed by a later one, too, stands in the first that needs it. */
const first = ['src/extension.ts', 'src/whole.ts'];

/** What those do without: each is a file of its own, which takes from them what they have in common. */
const later = [
  'src/commands/commands.ts',
  'src/api/http/http.ts',
  'src/api/identity/identity.ts',
  'src/api/images/discoverService.ts',
  'src/api/images/sources.ts',
  'src/auth/accountChanges.ts',
  'src/session/catalogCache.ts',
  'src/documents/documentText.ts',
  'src/links/imageLinks.ts',
  'src/languageModel/languageModelTools.ts',
  'src/tree/drawing.ts',
  'src/tree/hovers.ts',
  'src/text/describeError.ts',
  'src/notices/laterNotices.ts',
];

/** node-fetch asks `node:https` for its requests, and hands it no TLS options but an agent: see `fetch.ts`. */
const trustInRequests = {
  name: 'trustInRequests',
  setup({ onResolve }) {
    onResolve({ filter: /^node:https$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]node-fetch[\\/]/.test(importer)
        ? { path: resolve('src/api/http/fetch.ts') }
        : undefined,
    );
  },
};

const named = (file) => ({ in: file, out: basename(file, '.ts') });

const libraries = {
  ...shared,
  entryPoints: onDemand.map(named),
  outdir: 'dist',
  plugins: [trustInRequests],
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
 * Only ES modules can be split by esbuild, and the editor loads CommonJS sooner. What the start has in common with others
 * is put into its own file, and what only others have in common into one more: each file more takes the editor longer.
 *
 * What it is worth: the start is 4 KB and what stands behind it 96 KB, instead of 324 KB for all in one file. In the editor,
 * medians of 15 activations in turn: when the start was 97 KB, it took 2.17 and 2.15 times as long as the extension that
 * `npm run bench` compares it with, one bundle 3.08 and 2.64 times; the present start takes 1.15 and 0.91 times. All of it
 * is far more than 0.05 of that ratio.
 */
const asCommonJs = {
  name: 'asCommonJs',
  setup({ onEnd, initialOptions: { minify, sourcemap } }) {
    onEnd(async ({ outputFiles, metafile: { outputs } = {} }) => {
      // While watching, a build may have failed.
      if (outputs === undefined) return;
      const split = new Map(outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
      const entries = [...first, ...later].map((file) => `./${named(file).out}.js`);
      const inCommon = [...split.keys()].filter((file) => !entries.includes(file));
      const homes = [];
      for (const { out } of first.map(named)) {
        const needed = importsOf(`dist/${out}.js`, outputs);
        const files = inCommon.filter(
          (file) => needed.has(file) && !homes.some((home) => home.files.includes(file)),
        );
        homes.push({ out: `dist/${out}.js`, entry: `./${out}.js`, files });
      }
      const shared = inCommon.filter((file) => !homes.some((home) => home.files.includes(file)));
      homes.push({ out: 'dist/shared.js', files: shared });
      for (const file of inCommon) delete outputs[`dist/${basename(file)}`];
      outputs['dist/shared.js'] = {};
      const bundles = [
        ...homes.map(({ out, entry, files }) => {
          const own = entry === undefined ? [] : [entry];
          return [
            out,
            [...own.map((file) => `export * from "${file}";`), ...exportsOf(files)],
            [...own, ...files],
          ];
        }),
        ...later.map(named).map(({ out }) => [`dist/${out}.js`, [split.get(`./${out}.js`)], []]),
      ];
      const options = { ...toCommonJs, minify, sourcemap };
      await Promise.all(
        bundles.map(([outfile, lines, files]) =>
          build({
            ...options,
            stdin: { contents: lines.join('\n'), resolveDir: '.' },
            outfile,
            plugins: [from(split, files, homes)],
          }),
        ),
      );
    });
  },
};

const toCommonJs = {
  ...shared,
  banner: { js: requireOnce },
  external: ['vscode', 'node:*'],
  // Only to what is loaded by `require` does the editor give its API.
  supported: { 'dynamic-import': false },
};

/** The files that a file of the split build cannot do without. */
function importsOf(file, outputs, found = new Set()) {
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    const name = `./${basename(path)}`;
    if (kind !== 'import-statement' || found.has(name)) continue;
    found.add(name);
    importsOf(path, outputs, found);
  }
  return found;
}

/** Each file under a name of its own: short names stand in several. */
const exportsOf = (files) => files.map((file, index) => `export * as part${index} from "${file}";`);

/**
 * Puts these files of the split build into the bundle, takes what is in common from where it stands, and asks for others
 * when it runs.
 */
const from = (split, files, homes) => ({
  name: 'from',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, namespace }) => {
      if (files.includes(path)) return { path, namespace: 'split' };
      const isHanded = namespace !== 'handed' && homes.some((home) => home.files.includes(path));
      return isHanded ? { path, namespace: 'handed' } : { path, external: true };
    });
    onLoad({ filter: /.*/, namespace: 'split' }, ({ path }) => ({ contents: split.get(path) }));
    onLoad({ filter: /.*/, namespace: 'handed' }, ({ path }) => {
      const home = homes.find((one) => one.files.includes(path));
      const place = `require("./${basename(home.out)}")`;
      return { contents: `module.exports = ${place}.part${home.files.indexOf(path)};` };
    });
  },
});

const extension = {
  ...shared,
  entryPoints: [...first, ...later].map(named),
  plugins: [librariesOutside, asCommonJs],
  outdir: 'dist',
  external: ['vscode'],
  format: 'esm',
  // What several have in common stands in files of its own.
  splitting: true,
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
  external: [
    'vscode',
    'mocha',
    'playwright-core',
    'web-tree-sitter',
    '@vscode/*',
    'typescript',
    'esbuild',
    'selfsigned',
  ],
  plugins: [trustInRequests],
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
