import { version } from 'vscode';
import { HOSTS } from '../hosts/pins';

const [oldest] = HOSTS;
const isOldest = HOSTS.length > 1 && version.startsWith(`${oldest.vscode}.`);

/**
 * `describe` for what no version of VS Code does otherwise: what servers, files and texts decide, by boxes that other tests
 * use in every version. It is not run in the oldest one.
 */
export function describeInNewest(title: string, tests: () => void): void {
  if (!isOldest) describe(title, tests);
}
