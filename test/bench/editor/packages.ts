import { build } from 'esbuild';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../hosts/packageExtension';
import { ROOT } from '../../hosts/root';

export const BARE_EXTENSION = 'conoha-images.bench-bare';

/** Packages the extension that drives the comparison. @returns the path of the `.vsix` */
export async function packageDriver(folder: string): Promise<string> {
  return packaged(folder, 'bench-driver', ['onStartupFinished'], ['bench.here', 'bench.bare'], (main) =>
    copyFile(join(__dirname, 'editor', 'driver.main.js'), main),
  );
}

/** Packages the extension that ours is compared with, bundled as ours is. @returns the path of the `.vsix` */
export async function packageBareExtension(folder: string): Promise<string> {
  return packaged(folder, 'bench-bare', [], ['bench.three'], (main) =>
    build({
      entryPoints: [join(ROOT, 'test', 'bench', 'editor', 'bareExtension.ts')],
      outfile: main,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      external: ['vscode', 'web-streams-polyfill/*'],
    }),
  );
}

async function packaged(
  folder: string,
  name: string,
  activationEvents: readonly string[],
  views: readonly string[],
  writeMain: (path: string) => Promise<unknown>,
): Promise<string> {
  const manifest = {
    name,
    publisher: 'conoha-images',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents,
    contributes: {
      viewsContainers: { activitybar: [{ id: name, title: name, icon: 'icon.svg' }] },
      views: { [name]: views.map((id) => ({ id, name: id })) },
    },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await copyFile(join(ROOT, 'media', 'activity-bar.svg'), join(folder, 'icon.svg'));
  await writeMain(join(folder, 'main.js'));
  const vsix = join(folder, `${name}.vsix`);
  await packageFolder(folder, vsix);
  return vsix;
}
