import { fieldsOf, textOrNone } from '../base/fields';
import type { KeyValueStore } from '../base/keyValueStore';
import { Emitter } from '../base/emitter';
import type { Account } from './account';
import { readAccounts, unreadEntries, withUnread, type StoredAccounts } from './storedAccounts';

const KEY = 'accounts';

/** The accounts as they are stored, without anything secret, and which of them is active. */
export class AccountList {
  readonly #store: KeyValueStore;
  readonly #changed: Emitter<void>;

  readonly onDidChange: Emitter<void>['event'];

  /** @param report hears of what a listener has thrown */
  constructor(store: KeyValueStore, report: (error: unknown) => void) {
    this.#store = store;
    this.#changed = new Emitter(report);
    this.onDidChange = this.#changed.event;
  }

  get all(): readonly Account[] {
    return this.#stored().accounts;
  }

  get active(): Account | undefined {
    const { accounts, active } = this.#stored();
    return accounts.find(({ id }) => id === active) ?? accounts[0];
  }

  /** How many stored accounts cannot be read: those of a later version, or broken ones. */
  get unread(): number {
    return unreadEntries(this.#store.get(KEY)).length;
  }

  get(id: string): Account | undefined {
    return this.all.find((account) => account.id === id);
  }

  isSignedIn(id: string): boolean {
    return this.get(id)?.signedIn ?? false;
  }

  /** Adds the account, or puts it in the place of the one with its id; it becomes the active one. */
  async put(account: Account): Promise<void> {
    const { id } = account;
    const others = this.all.filter((other) => other.id !== id);
    const place = this.all.findIndex((other) => other.id === id);
    const accounts = place === -1 ? [...others, account] : others.toSpliced(place, 0, account);
    await this.#write({ accounts, active: id });
  }

  async change(id: string, change: Partial<Account>): Promise<void> {
    const { accounts, active } = this.#stored();
    await this.#write({
      accounts: accounts.map((account) => (account.id === id ? { ...account, ...change } : account)),
      active,
    });
  }

  async setActive(id: string): Promise<void> {
    await this.#write({ ...this.#stored(), active: id });
  }

  /** Takes the account away; where it was active, the first of the others is. */
  async remove(id: string): Promise<void> {
    const { accounts, active } = this.#stored();
    const rest = accounts.filter((other) => other.id !== id);
    await this.#write({ accounts: rest, active: active === id ? rest[0]?.id : active });
  }

  /** Takes those away that cannot be read. @param mayGo whether one goes, by the id it may have, if no other has it */
  async removeUnread(mayGo: (id: string | undefined) => Promise<boolean>): Promise<void> {
    const staying: unknown[] = [];
    for (const entry of unreadEntries(this.#store.get(KEY))) {
      const id = textOrNone(fieldsOf(entry).id);
      const isOthers = id !== undefined && this.get(id) !== undefined;
      if (!(await mayGo(isOthers ? undefined : id))) staying.push(entry);
    }
    await this.#store.update(KEY, withUnread(this.#stored(), { accounts: staying }));
    this.#changed.fire();
  }

  /** Says that something about an account has changed that is not stored here. */
  announce(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #write(stored: StoredAccounts): Promise<void> {
    await this.#store.update(KEY, withUnread(stored, this.#store.get(KEY)));
    this.#changed.fire();
  }

  #stored(): StoredAccounts {
    return readAccounts(this.#store.get(KEY));
  }
}
