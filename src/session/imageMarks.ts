import { Emitter } from '../base/emitter';
import { fieldsOf, type Fields } from '../base/fields';
import type { KeyValueStore } from '../base/keyValueStore';

const KEY = 'imageMarks';

/** So many images that were copied last are remembered for each account. */
const MOST_COPIED = 5;

/** What a person has marked of an account's images, by their keys. */
interface AccountMarks {
  readonly favourites: readonly string[];
  /** The last one first. */
  readonly copied: readonly string[];
}

/** Favourites, and what was copied last: kept for each account on this computer. */
export class ImageMarks {
  readonly #store: KeyValueStore;
  readonly #changed: Emitter<string>;
  /** The favourites that were asked for, by account: the same object for as long as they are the same. */
  readonly #sets = new Map<string, ReadonlySet<string>>();

  /** The favourites of an account have changed: its id. */
  readonly onDidChange: Emitter<string>['event'];

  /** @param report hears of what a listener has thrown */
  constructor(store: KeyValueStore, report: (error: unknown) => void) {
    this.#store = store;
    this.#changed = new Emitter(report);
    this.onDidChange = this.#changed.event;
  }

  /** Keys of the images that were copied last, the last one first. */
  copied(accountId: string): readonly string[] {
    return this.#of(accountId).copied;
  }

  /** Keys of the favourites, in the order in which they became so. */
  favourites(accountId: string): readonly string[] {
    return this.#of(accountId).favourites;
  }

  /** The same as a set: the same object for as long as it is the same. */
  favouriteSet(accountId: string): ReadonlySet<string> {
    const set = this.#sets.get(accountId) ?? new Set(this.favourites(accountId));
    this.#sets.set(accountId, set);
    return set;
  }

  async addFavourites(accountId: string, keys: readonly string[]): Promise<void> {
    const { favourites, copied } = this.#of(accountId);
    await this.#keep(accountId, { favourites: [...new Set([...favourites, ...keys])], copied });
    this.#changed.fire(accountId);
  }

  async removeFavourites(accountId: string, keys: readonly string[]): Promise<void> {
    const { favourites, copied } = this.#of(accountId);
    await this.#keep(accountId, { favourites: favourites.filter((key) => !keys.includes(key)), copied });
    this.#changed.fire(accountId);
  }

  /** @param keys in the order in which they were copied */
  async noteCopied(accountId: string, keys: readonly string[]): Promise<void> {
    const { favourites, copied } = this.#of(accountId);
    const last = [...new Set([...keys.slice(0, MOST_COPIED), ...copied])].slice(0, MOST_COPIED);
    await this.#keep(accountId, { favourites, copied: last });
  }

  /** Nothing of an account that is gone is kept. */
  async forget(accountId: string): Promise<void> {
    const others = Object.entries(this.#all()).filter(([id]) => id !== accountId);
    await this.#store.update(KEY, Object.fromEntries(others));
    this.#sets.delete(accountId);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(accountId: string, marks: AccountMarks): Promise<void> {
    await this.#store.update(KEY, { ...this.#all(), [accountId]: marks });
    this.#sets.delete(accountId);
  }

  #of(accountId: string): AccountMarks {
    const { favourites, copied } = fieldsOf(this.#all()[accountId]);
    return { favourites: textsIn(favourites), copied: textsIn(copied) };
  }

  #all(): Fields {
    return fieldsOf(this.#store.get(KEY));
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
