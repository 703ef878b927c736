import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../../hosts/packageExtension';
import { ROOT } from '../../../hosts/root';

/** Packages the extension that walks install beside the product. @returns the path of the `.vsix` */
export async function packageWitness(folder: string): Promise<string> {
  const manifest = {
    name: 'walk-witness',
    publisher: 'conoha-images',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: 'walk.mark', title: 'Walk: Mark' }] },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const main = join(ROOT, 'out', 'test', 'e2e', 'walk', 'witness', 'witness.main.js');
  await copyFile(main, join(folder, 'main.js'));
  const vsix = join(folder, 'walk-witness.vsix');
  await packageFolder(folder, vsix);
  return vsix;
}
