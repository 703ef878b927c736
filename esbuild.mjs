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

/** Rarely used parts: each is a bundle of its own beside the start-up bundle, loaded by `import()` when needed. */
const onDemand = ['src/catalog/patternEngine.ts', 'src/auth/clouds/readYaml.ts'];

const loadedOnDemand = {
  name: 'loadedOnDemand',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}.js`, external: true } : undefined,
    );
  },
};

const extension = {
  ...shared,
  entryPoints: ['src/extension.ts', ...onDemand].map((file) => ({ in: file, out: basename(file, '.ts') })),
  plugins: [loadedOnDemand],
  outdir: 'dist',
  // node-fetch takes streams from Node; its own, 60 KB, are for versions that have none.
  external: ['vscode', 'web-streams-polyfill/*'],
  minify: !watch,
  sourcemap: watch,
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
  external: ['vscode', 'mocha', 'playwright-core', '@vscode/*', 'typescript', 'esbuild'],
  sourcemap: 'linked',
};

/** Builds, then removes what an earlier build left there: a test whose source is gone must not run on. */
async function buildAfresh(options) {
  const { metafile } = await build(options);
  const built = new Set(Object.keys(metafile.outputs));
  for (const name of readdirSync(options.outdir, { recursive: true, encoding: 'utf8' })) {
    const file = join(options.outdir, name).replaceAll('\\', '/');
    if (!built.has(file) && !statSync(file).isDirectory()) rmSync(file);
  }
}

if (watch) {
  for (const options of [extension, tests]) await (await context(options)).watch();
} else {
  await Promise.all([buildAfresh(extension), buildAfresh(tests)]);
}
