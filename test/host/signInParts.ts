import assert from 'node:assert/strict';
import { window } from 'vscode';
import type { Account } from '../../src/auth/account';
import type { AccountContext } from '../../src/commands/context';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { signIn } from '../../src/commands/signIn/signIn';
import { documentedTenantId, startServer, type Server, type ServerOptions } from '../server/index';
import { begun, Dialogs, press } from './accountsDialogs';
import { partsFor, type Tenant } from './parts';

/** What the first question of signing in asks for. */
export const FIRST = 'Select a method';

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
      this.context = await this.#contextFor([]);
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
    this.context = await this.#contextFor([{ id: documentedTenantId, token }]);
  }

  async #contextFor(tenants: readonly Tenant[]): Promise<AccountContext> {
    return { ...(await partsFor(this.api, tenants)), log: this.#log };
  }

  /** The account that was signed in to. */
  account(): Account {
    const { active } = this.context.accounts;
    assert.ok(active !== undefined, 'somebody is signed in');
    return active;
  }

  /** How many images that account lists. */
  async imagesShown(): Promise<number> {
    const images = this.context.sessions.of(this.account().id)?.images;
    await images?.ensureStarted();
    return images?.catalog.images.length ?? 0;
  }

  /** Begins to sign in. @returns when that is over, given up or not */
  begin(): Promise<void> {
    return begun(signIn(this.context));
  }

  /** The address of the documented tenant's images. */
  address(): string {
    return `${this.api.endpoint(documentedTenantId)}/images/detail`;
  }
}
