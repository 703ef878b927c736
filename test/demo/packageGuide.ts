import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../hosts/packageExtension';

/** Packages the demo's guide in a folder of its own. @returns the path of the `.vsix` */
export async function packageGuide(folder: string): Promise<string> {
  const manifest = {
    name: 'demo-guide',
    displayName: 'Demo Guide',
    publisher: 'conoha-images',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    main: './guide.js',
    activationEvents: ['onStartupFinished'],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await copyFile(join(__dirname, 'guide.main.js'), join(folder, 'guide.js'));
  const path = join(folder, 'guide.vsix');
  await packageFolder(folder, path);
  return path;
}
