import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeUnneededExtensions } from './builtInExtensions';
import { fetchPackage, installDependencies } from './fetchPackage';
import type { HostPin } from './pins';
import { ROOT } from './root';

/** A VS Code on this machine, ready to be started. */
export interface Host {
  /** Version of VS Code. */
  readonly vscode: string;
  /** The Node that it runs on. */
  readonly node: string;
  /** The server's main script. */
  readonly main: string;
}

/** The packages have binaries for one system. */
export function hostsRunHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Fetches a host on first use.
 *
 * @throws on systems that the packages have no binaries for
 */
export async function installHost(pin: HostPin): Promise<Host> {
  if (!hostsRunHere()) {
    throw new Error(
      `VS Code in the browser runs here on Linux x64 only, not on ${process.platform} ${process.arch}; ` +
        '`npm run test:unit` runs anywhere, `npm run test:desktop` wherever desktop VS Code does.',
    );
  }
  const [node, server] = await Promise.all([
    fetchPackage(pin.node, 'bin'),
    fetchPackage(pin.server, join('lib', 'vscode'), installDependencies),
  ]);
  await Promise.all([replaceNativeLogger(server), removeUnneededExtensions(server)]);
  return { vscode: pin.vscode, node: join(node, 'node'), main: join(server, 'out', 'server-main.js') };
}

/** See `spdlog.main.ts`. Left alone where it is in place, since a running host may be reading it. */
async function replaceNativeLogger(server: string): Promise<void> {
  const own = await readFile(join(ROOT, 'out', 'test', 'hosts', 'spdlog.main.js'), 'utf8');
  const place = join(server, 'node_modules', '@vscode', 'spdlog', 'index.js');
  if ((await readFile(place, 'utf8')) !== own) await writeFile(place, own);
}
