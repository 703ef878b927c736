import { build } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as describeFilter from '../../src/text/describeFilter';
import type * as describeRange from '../../src/text/describeRange';
import { ROOT } from '../hosts/root';

/** What ranges are called, and the conditions that they stand in. */
export type RangeWords = Pick<typeof describeRange, 'boundsWords' | 'periodWords'> &
  Pick<typeof describeFilter, 'describeCriterion'>;

/** An editor that knows the texts of one language alone. */
const editorOf = (language: string, texts: string) => `const texts = ${texts};
const t = (text, ...values) => (texts[text] ?? text).replace(/\\{(\\d)\\}/g, (_all, at) => values[at]);
module.exports = { env: { language: '${language}' }, l10n: { t } };`;

/** Loads the words of ranges in a language of the extension. */
export async function rangeWords(language: 'en' | 'ja'): Promise<RangeWords> {
  const folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
  try {
    const texts = language === 'en' ? '{}' : readFileSync(join(ROOT, 'l10n', 'bundle.l10n.ja.json'), 'utf8');
    await mkdir(join(folder, 'node_modules', 'vscode'), { recursive: true });
    await writeFile(join(folder, 'node_modules', 'vscode', 'index.js'), editorOf(language, texts));
    const outfile = join(folder, 'words.js');
    const contents = ['describeRange', 'describeFilter']
      .map((file) => `export * from './${file}';`)
      .join('\n');
    const stdin = { contents, resolveDir: join(ROOT, 'src', 'text') };
    await build({ stdin, outfile, bundle: true, platform: 'node', external: ['vscode'] });
    return createRequire(outfile)(outfile) as RangeWords;
  } finally {
    await rm(folder, { recursive: true });
  }
}
