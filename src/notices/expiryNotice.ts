import { commands, Disposable, env, window } from 'vscode';
import { fieldsOf, type Fields } from '../base/fields';
import type { Account } from '../auth/account';
import type { Accounts } from '../auth/accounts';
import { Alarm } from '../base/alarm';
import type { KeyValueStore } from '../base/keyValueStore';
import { tokenEnd, type TokenEnd } from '../auth/tokenEnd';
import { formatDuration } from '../base/format';
import { foreignWords } from '../text/foreignText';
import { expiryTexts } from '../text/expiryTexts';

/** How long before the end of a token that nothing renews the user hears of it. */
const AHEAD_MS = 15 * 60_000;
/** Of which ends the user was notified, by account: in every window, and after a restart. */
const NOTIFIED = 'expiryNotices';

interface Ending {
  readonly account: Account;
  readonly end: TokenEnd;
}

/** Says in time, once for each token, that one which will not be renewed is about to end: in the window in use. */
export class ExpiryNotice {
  readonly #accounts: Accounts;
  readonly #state: KeyValueStore;
  readonly #subscriptions: Disposable;
  readonly #alarm = new Alarm(() => this.#lookNow());

  /** @param report hears of what failed: nobody waits for a notice */
  constructor(
    accounts: Accounts,
    state: KeyValueStore,
    private readonly report: (error: unknown) => void,
  ) {
    this.#accounts = accounts;
    this.#state = state;
    this.#subscriptions = Disposable.from(
      accounts.onDidChange(() => this.#schedule()),
      window.onDidChangeWindowState(() => this.#schedule()),
    );
    this.#schedule();
  }

  dispose(): void {
    this.#alarm.dispose();
    this.#subscriptions.dispose();
  }

  #schedule(): void {
    const next = this.#endings().sort((a, b) => a.end.at - b.end.at)[0];
    this.#alarm.set(next === undefined || !window.state.focused ? Infinity : next.end.at - AHEAD_MS);
  }

  #endings(): Ending[] {
    return this.#accounts.all.flatMap((account) => {
      const end = account.renews ? undefined : tokenEnd(account);
      const ahead = end !== undefined && end.at > Date.now() && this.#notified()[account.id] !== end.at;
      return ahead ? [{ account, end }] : [];
    });
  }

  #lookNow(): void {
    this.#look().catch(this.report);
  }

  async #look(): Promise<void> {
    const due = this.#endings().filter(({ end }) => end.at - AHEAD_MS <= Date.now());
    for (const { account, end } of due) {
      await this.#state.update(NOTIFIED, { ...this.#notifiedOfPresent(), [account.id]: end.at });
      say(account, end).catch(this.report);
    }
    this.#schedule();
  }

  /** Those of accounts that are still there. */
  #notifiedOfPresent(): Fields {
    const notified = Object.entries(this.#notified());
    return Object.fromEntries(notified.filter(([id]) => this.#accounts.get(id) !== undefined));
  }

  #notified(): Fields {
    return fieldsOf(this.#state.get(NOTIFIED));
  }
}

async function say(account: Account, { at, stated }: TokenEnd): Promise<void> {
  const update = expiryTexts.update();
  const left = formatDuration(at - Date.now(), env.language);
  const label = foreignWords(account.label);
  const words = stated ? expiryTexts.stated(label, left) : expiryTexts.atTheLatest(label, left);
  if ((await window.showInformationMessage(words, update)) === update)
    await commands.executeCommand('conohaImages.updateToken', account.id);
}
