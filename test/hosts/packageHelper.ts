import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './packageExtension';
import { ROOT } from './root';

/**
 * Packages an extension that only tests install.
 * @param main its main file, as built, below the folder of the built tests
 * @param manifest what is its own in its manifest
 * @param folder where that is done
 * @returns the path of the `.vsix`
 */
export async function packageHelper(
  main: string,
  manifest: Readonly<Record<string, unknown>> & { readonly name: string },
  folder: string,
): Promise<string> {
  const common = {
    publisher: 'conoha-images',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...common, ...manifest }));
  await copyFile(join(ROOT, 'out', 'test', main), join(folder, 'main.js'));
  const vsix = join(folder, `${manifest.name}.vsix`);
  await packageFolder(folder, vsix);
  return vsix;
}
