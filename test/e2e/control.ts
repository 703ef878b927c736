import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageHelper } from '../hosts/packageHelper';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { Workbench, type WorkbenchOptions } from './workbench/workbench';

const FILE = 'reject-on-purpose.txt';

/** Packages the extension that leaves rejections behind, in windows of `openControl` alone. @returns the path of the `.vsix` */
export function packageControl(folder: string): Promise<string> {
  const manifest = {
    name: 'control',
    activationEvents: [`workspaceContains:${FILE}`],
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  return packageHelper('e2e/control.main.js', manifest, folder);
}

/** Opens a window in which something is rejected on purpose. */
export function openControl(trust: WorkbenchOptions['trust']): Promise<Workbench> {
  const folder = temporaryFolder('control');
  writeFileSync(join(folder, FILE), '');
  return Workbench.open({ folder, trust });
}
