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

/** What the start does without: each is a file of its own, which takes from the start what both need. */
const later = [
  'src/commands/commands.ts',
  'src/api/http/http.ts',
  'src/api/identity/identity.ts',
  'src/tree/imageHover.ts',
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
 * Only ES modules can be split by esbuild, and the editor loads CommonJS sooner. What several have in common is put
 * into the start's own file, which the others then ask for it: each file more takes the editor longer.
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
      const entries = ['src/extension.ts', ...later].map((file) => `./${named(file).out}.js`);
      const split = new Map(outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
      const common = [...split.keys()].filter((file) => !entries.includes(file));
      for (const file of common) delete metafile.outputs[`dist/${basename(file)}`];
      const start = {
        ...toCommonJs,
        stdin: { contents: startOf(common), resolveDir: '.' },
        outfile: 'dist/extension.js',
        plugins: [fromSplit(split, ['./extension.js', ...common])],
      };
      const others = later.map(named).map(({ out }) => ({
        ...toCommonJs,
        stdin: { contents: split.get(`./${out}.js`), resolveDir: '.' },
        outfile: `dist/${out}.js`,
        plugins: [fromStart(common)],
      }));
      await Promise.all([start, ...others].map((options) => build({ ...options, minify, sourcemap })));
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

const nameIn = (common, file) => `common${common.indexOf(file)}`;

/** Each of the files that the start has in common with others under a name of its own: short names stand in several. */
const startOf = (common) =>
  [
    'export * from "./extension.js";',
    ...common.map((file) => `export * as ${nameIn(common, file)} from "${file}";`),
  ].join('\n');

/** Puts these files of the split build into the bundle; others are asked for when it runs. */
const fromSplit = (split, files) => ({
  name: 'fromSplit',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path }) =>
      files.includes(path) ? { path, namespace: 'split' } : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'split' }, ({ path }) => ({ contents: split.get(path) }));
  },
});

/** Takes from the start what the bundle has in common with it; other files are asked for when it runs. */
const fromStart = (common) => ({
  name: 'fromStart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, namespace }) =>
      namespace !== 'start' && common.includes(path)
        ? { path, namespace: 'start' }
        : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'start' }, ({ path }) => ({
      contents: `module.exports = require("./extension.js").${nameIn(common, path)};`,
    }));
  },
});

const extension = {
  ...shared,
  entryPoints: ['src/extension.ts', ...later].map(named),
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
  external: ['vscode', 'mocha', 'playwright-core', '@vscode/*', 'typescript', 'esbuild', 'selfsigned'],
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
