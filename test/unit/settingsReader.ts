import { build } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../src/session/settings';
import { ROOT } from '../hosts/root';

/** What somebody has written into their settings, by names of the manifest without `conohaImages.` */
export type Written = Readonly<Record<string, unknown>>;

/** What the extension makes of settings, and which of them it has read for that. */
export interface Reading {
  readonly values: readonly unknown[];
  readonly names: readonly string[];
}

interface Editor {
  written: Written;
  names: string[];
}

/** An editor that knows settings alone, and no defaults. */
const EDITOR = `const editor = { written: {}, names: [] };
const get = (name) => (editor.names.push(name), editor.written[name]);
module.exports = { editor, workspace: { getConfiguration: () => ({ get }) } };`;

/** Loads the adapter to the editor's settings with an editor that has none of the manifest's defaults. */
export async function settingsReader(): Promise<(written: Written) => Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
  try {
    await mkdir(join(folder, 'node_modules', 'vscode'), { recursive: true });
    await writeFile(join(folder, 'node_modules', 'vscode', 'index.js'), EDITOR);
    const outfile = join(folder, 'settings.js');
    const entryPoints = [join(ROOT, 'src', 'adapters', 'settings.ts')];
    await build({ entryPoints, outfile, bundle: true, platform: 'node', external: ['vscode'] });
    const load = createRequire(outfile);
    const { editor } = load('vscode') as { readonly editor: Editor };
    const { settings } = load(outfile) as { readonly settings: Settings };
    const { onDidChange } = settings;
    const reads = Object.values(settings).filter((read): read is () => unknown => read !== onDidChange);
    return (written) => {
      Object.assign(editor, { written, names: [] });
      const values = reads.map((read) => read());
      return { values, names: editor.names };
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
