import { Disposable, env, window } from 'vscode';
import type { CommandContext } from '../../src/commands/context';
import { rememberEditor } from '../../src/commands/lastEditor';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { startServer, type Server } from '../server/index';
import { memoryStore } from '../unit/memory';
import { Dialogs, press } from './accountsDialogs';
import { allRows, partsFor, type Tenant } from './parts';

/** What commands work on, with one account for each tenant, and a view in which rows are selected by the test. */
export async function commandParts(api: Server, tenants: readonly Tenant[], folder?: string) {
  const parts = await partsFor(api, tenants, 100, folder);
  const { tree, view } = parts;
  const log = new ExtensionLog(window.createOutputChannel('Commands', { log: true }));
  const context: CommandContext = {
    ...parts,
    log,
    state: memoryStore(),
    lastEditor: rememberEditor([]),
  };
  return { ...parts, log, context, selection: view.selection, rows: () => allRows(tree) };
}

/** What is said in the status bar, and what is copied, in place of the editor's own. */
export class Said {
  readonly messages: string[] = [];
  readonly #original = window.setStatusBarMessage;

  constructor() {
    Object.assign(window, {
      setStatusBarMessage: (message: string) => {
        this.messages.push(message);
        return new Disposable(() => undefined);
      },
    });
  }

  async copied(): Promise<string> {
    return env.clipboard.readText();
  }

  dispose(): void {
    Object.assign(window, { setStatusBarMessage: this.#original });
  }
}

/** A server, what is said, and the dialogs: new ones for each test of the suite that asks. */
export class CommandSurroundings {
  api!: Server;
  said!: Said;
  dialogs!: Dialogs;

  constructor() {
    beforeEach(async () => {
      this.api = await startServer();
      this.said = new Said();
      this.dialogs = new Dialogs();
      await env.clipboard.writeText('before');
    });
    afterEach(async () => {
      await press('closeQuickOpen');
      this.dialogs.dispose();
      this.said.dispose();
      await this.api.close();
    });
  }
}
