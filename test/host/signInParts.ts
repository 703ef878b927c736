import assert from 'node:assert/strict';
import { window, type QuickPick, type QuickPickItem } from 'vscode';
import type { Account } from '../../src/auth/account';
import type { ValueItem } from '../../src/commands/ask';
import type { AccountContext } from '../../src/commands/context';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { until } from '../hosts/until';
import { documentedTenantId, startServer, type Server, type ServerOptions } from '../server/index';
import { Dialogs, press, type Dialog } from './accountsDialogs';
import { partsFor } from './parts';

/** What the first question of signing in asks for. */
export const FIRST = 'curl command';

/** A server, dialogs and accounts of which there are none yet: new ones for each test of the suite that asks. */
export class SignInParts {
  api!: Server;
  dialogs!: Dialogs;
  context!: AccountContext;
  #log!: ExtensionLog;

  constructor() {
    beforeEach(async () => {
      this.api = await startServer({ regions: ['tyo1'] });
      this.#log = new ExtensionLog(window.createOutputChannel('Sign in', { log: true }));
      this.context = { ...(await partsFor(this.api, [])), log: this.#log };
      this.dialogs = new Dialogs();
    });
    afterEach(async () => {
      await press('closeQuickOpen');
      this.dialogs.dispose();
      this.#log.dispose();
      await this.api.close();
    });
  }

  /** Another server in the place of the first. */
  async serve(options: ServerOptions): Promise<void> {
    await this.api.close();
    this.api = await startServer(options);
  }

  /** Has an account of the documented tenant already. */
  async signIn(token: string): Promise<void> {
    this.context = { ...(await partsFor(this.api, [{ id: documentedTenantId, token }])), log: this.#log };
  }

  /** The account that was signed in to. */
  account(): Account {
    const { active } = this.context.accounts;
    assert.ok(active !== undefined, 'somebody is signed in');
    return active;
  }

  /** The row for what stands in the box. */
  row(dialog: Dialog, text: string): Promise<QuickPickItem> {
    return until(() => {
      const [first] = (dialog as QuickPick<ValueItem>).items;
      return first?.value === text ? first : undefined;
    }, 'the row for it');
  }

  /** The address of the documented tenant's images. */
  address(): string {
    return `${this.api.endpoint(documentedTenantId)}/images/detail`;
  }
}
