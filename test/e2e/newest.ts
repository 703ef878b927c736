import { HOSTS } from '../hosts/pins';
import { sharedSession } from './workbench/session';

const isNewest = sharedSession().vscode === HOSTS.at(-1)?.vscode;

/**
 * `describe` for what no version of VS Code does otherwise: what a server, a clock or a count decides, by ways through the
 * window that other tests go in every version. It is run in the newest one alone.
 */
export function describeInNewest(title: string, tests: () => void): void {
  if (isNewest) describe(title, tests);
}

/** `it` for the same. */
export function itInNewest(title: string, test: () => Promise<void>): void {
  if (isNewest) it(title, test);
}
