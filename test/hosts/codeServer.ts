import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { execute } from './execute';
import type { Host } from './installHost';
import { endGroup, startGroup } from './processGroup';

const START_MS = 60_000;

/** The folders a server writes to; a test gives it its own, so that nothing is left over from another run. */
export interface ServerFolders {
  readonly data: string;
  readonly extensions: string;
}

export interface ServerOptions extends ServerFolders {
  /** `asked`: folders are untrusted until the user trusts them. `off`: everything is trusted. */
  readonly workspaceTrust: 'asked' | 'off';
  /** Whether the page may name extension tests to run; newer builds ignore them otherwise. */
  readonly extensionTests: boolean;
  /** What opens at the bare address. */
  readonly defaultFolder?: string;
  /** Added to the environment, which the extension host gets as well. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A running VS Code, served on loopback. */
export class CodeServer {
  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  /** @throws when it does not listen within a minute, with what it printed */
  static async start(host: Host, options: ServerOptions): Promise<CodeServer> {
    const args = [
      host.main,
      ...['--host', '127.0.0.1', '--port', '0'],
      ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
      // The environment given here is the one; the user's shell would be started to ask it for another.
      '--force-disable-user-env',
      ...folderArguments(options),
      ...(options.workspaceTrust === 'off' ? ['--disable-workspace-trust'] : []),
      ...(options.defaultFolder === undefined ? [] : ['--default-folder', options.defaultFolder]),
      ...(options.extensionTests ? ['--enable-smoke-test-driver'] : []),
    ];
    const child = startGroup(host.node, args, {
      env: serverEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      return new CodeServer(child, await listeningPort(child));
    } catch (error) {
      await endGroup(child);
      throw error;
    }
  }

  get authority(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** The address that opens a folder; `payload` are the workbench's own start parameters. */
  address(folder: string, payload: readonly (readonly [string, string])[] = []): string {
    const url = new URL(`http://${this.authority}/`);
    url.searchParams.set('folder', folder);
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  }

  async stop(): Promise<void> {
    await endGroup(this.process);
  }
}

/** Installs packaged extensions into the folders of a server that is not running yet. */
export async function installExtensions(
  host: Host,
  vsixes: readonly string[],
  folders: ServerFolders,
): Promise<void> {
  const installing = vsixes.flatMap((vsix) => ['--install-extension', vsix]);
  await execute(host.node, [host.main, ...installing, ...folderArguments(folders)], {
    env: serverEnvironment({}),
  });
}

/** Where a server keeps its user's settings. */
export function userSettingsFile(folders: ServerFolders): string {
  return join(userData(folders), 'User', 'settings.json');
}

function userData(folders: ServerFolders): string {
  return join(folders.data, 'data');
}

function folderArguments(folders: ServerFolders): string[] {
  return [
    ...['--server-data-dir', folders.data],
    ...['--user-data-dir', userData(folders)],
    ...['--extensions-dir', folders.extensions],
  ];
}

/** This environment without what an enclosing VS Code (its terminal, say) put into it. */
function serverEnvironment(added: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON|NODE_OPTIONS)/.test(name));
  return { ...Object.fromEntries(own), ...added };
}

/** The port of the line that a server prints once it can be used. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => {
      clearTimeout(deadline);
      reject(new Error(`VS Code's server ${reason}:\n${output.slice(-4000)}`));
    };
    const deadline = setTimeout(() => fail(`did not listen within ${START_MS / 1000} s`), START_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(deadline);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with code ${code ?? 'none'}`));
  });
}
