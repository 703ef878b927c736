import { commands, env, l10n, window } from 'vscode';
import type { Account } from '../auth/account';
import type { Accounts } from '../auth/accounts';
import type { Subscription } from '../catalog/emitter';
import { formatDuration } from '../catalog/format';

/** How long before the end of a token that nothing renews the user hears of it. */
const AHEAD_MS = 15 * 60_000;
/** The longest a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Says, once for each token, that one which will not be renewed is about to end. */
export class ExpiryNotice {
  readonly #accounts: Accounts;
  readonly #subscription: Subscription;
  readonly #said = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
    this.#subscription = accounts.onDidChange(() => this.#schedule());
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const next = this.#ending().sort((a, b) => a.expires - b.expires)[0];
    if (next === undefined) return;
    const wait = Math.max(next.expires - AHEAD_MS - Date.now(), 0);
    this.#timer = setTimeout(
      () => {
        if (next.expires - AHEAD_MS <= Date.now()) void this.#say(next);
        this.#schedule();
      },
      Math.min(wait, LONGEST_MS),
    );
  }

  #ending(): (Account & { readonly expires: number })[] {
    return this.#accounts.all.flatMap((account) => {
      const { expires } = account;
      if (expires === undefined || !account.signedIn || account.renews || expires < Date.now()) return [];
      return this.#said.has(keyOf(account)) ? [] : [{ ...account, expires }];
    });
  }

  async #say(account: Account & { readonly expires: number }): Promise<void> {
    this.#said.add(keyOf(account));
    const update = l10n.t('Update Token');
    const left = formatDuration(account.expires - Date.now(), env.language);
    const answer = await window.showInformationMessage(
      l10n.t('The token of “{0}” ends in {1}.', account.label, left),
      update,
    );
    if (answer === update)
      await commands.executeCommand('conohaImages.updateToken', { kind: 'account', account });
  }
}

function keyOf({ id, expires }: Account): string {
  return `${id} ${String(expires)}`;
}
