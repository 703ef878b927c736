import { join } from 'node:path';
import { trustOf } from '../api/http/trust';
import type { Account } from '../auth/account';
import type { Accounts } from '../auth/accounts';
import type { Clients } from '../auth/clients';
import type { KeyValueStore } from '../base/keyValueStore';
import { Emitter, type Subscription } from '../base/emitter';
import { Later } from '../base/later';
import type { Filter } from '../catalog/filter/criterion';
import { AccountImages, type ImagesChange } from './accountImages';
import type { CatalogCache } from './catalogCache';
import type { Settings } from './settings';
import { StoredViewOptions } from './storedViewOptions';
import type { ViewOptions } from './viewOptions';

/** One account with its images. */
export interface Session {
  readonly accountId: string;
  /** The account as it is now: looked up, since what is stored comes back as another object. */
  readonly account: Account;
  readonly images: AccountImages;
}

interface SessionChange {
  readonly session: Session;
  readonly change: ImagesChange;
}

interface OpenSession extends Session {
  /** Where its images come from and by what that is trusted, in one text. */
  readonly place: string;
}

/** What the sessions of a window are made of. */
export interface SessionsOptions {
  readonly accounts: Accounts;
  readonly clients: Clients;
  readonly state: KeyValueStore;
  /** A folder of the extension's own, for lists that are kept over a restart. */
  readonly folder: string;
  readonly settings: Settings;
  /** Hears of what failed where nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** BCP 47. */
  readonly locale: string;
}

/** The images of every account, each in a catalogue of its own that is made when first asked for. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #views: StoredViewOptions;
  readonly #cache: Later<CatalogCache>;
  readonly #sessions = new Map<string, OpenSession>();
  readonly #changed: Emitter<SessionChange>;
  readonly #closed: Emitter<string>;
  readonly #subscriptions: readonly Subscription[];
  /** The filter chosen last for each list. */
  readonly #chosen = new WeakMap<AccountImages, Filter>();
  /** The accounts there were when they last changed. */
  #accountIds: readonly string[];

  readonly onDidChange: Emitter<SessionChange>['event'];
  /** An account's images are gone, since it was signed out or removed: its id. */
  readonly onDidClose: Emitter<string>['event'];

  constructor(options: SessionsOptions) {
    const { settings, state, folder, report } = options;
    this.#options = options;
    this.#changed = new Emitter(report);
    this.#closed = new Emitter(report);
    this.onDidChange = this.#changed.event;
    this.onDidClose = this.#closed.event;
    this.#views = new StoredViewOptions(state, () => ({
      grouping: settings.grouping(),
      folded: settings.folded(),
      sortKey: settings.sortKey(),
    }));
    this.#cache = new Later(async () => {
      const cache = await import('./catalogCache');
      return new cache.CatalogCache(join(folder, 'catalogues'));
    });
    this.#accountIds = options.accounts.all.map(({ id }) => id);
    this.#subscriptions = [
      options.accounts.onDidChange(() => this.#closeStale()),
      settings.onDidChange(() => this.#showAnew()),
    ];
  }

  /** The images of the account that title actions and the palette mean; `undefined` when signed out of it. */
  ofActive(): Session | undefined {
    const { active } = this.#options.accounts;
    return active === undefined ? undefined : this.of(active.id);
  }

  /** The session of an account, which begins when it is first asked for; `undefined` when it is signed out. */
  of(accountId: string): Session | undefined {
    const account = this.#options.accounts.get(accountId);
    if (account?.signedIn !== true) return undefined;
    return this.#sessions.get(accountId) ?? this.#openSession(account);
  }

  /**
   * Shows a session's images another way and keeps the choice: of several filters the one chosen last. A session that
   * has ended while somebody was choosing is passed over.
   * @throws when the filter cannot be applied
   */
  async show({ accountId, images }: Session, change: Partial<ViewOptions>): Promise<void> {
    const { filter, ...rest } = change;
    const isOpen = (): boolean => this.#sessions.get(accountId)?.images === images;
    if (!isOpen()) return;
    if (filter === undefined) images.show(rest);
    else {
      this.#chosen.set(images, filter);
      // What cannot be applied would be so after every restart.
      const applied = await images.prepared(filter);
      // That takes a while, in which another one may have been chosen, or the account removed.
      if (!isOpen() || this.#chosen.get(images) !== filter) return;
      images.show({ ...rest, filter: applied });
    }
    await this.#views.keep(accountId, change);
  }

  /** Keeps every changed list for the next start. One that cannot be kept is asked for again then. */
  async save(): Promise<void> {
    await Promise.allSettled(this.opened.map(({ images }) => images.save()));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    this.#closed.dispose();
    for (const { images } of this.#sessions.values()) images.dispose();
  }

  /** Those that were opened, without opening any. */
  get opened(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  #openSession(account: Account): Session {
    const { accounts } = this.#options;
    const session: OpenSession = {
      accountId: account.id,
      get account() {
        return accounts.get(account.id) ?? account;
      },
      place: placeOf(account),
      images: this.#imagesOf(account),
    };
    this.#sessions.set(account.id, session);
    session.images.onDidChange((change) => this.#changed.fire({ session, change }));
    return session;
  }

  #imagesOf(account: Account): AccountImages {
    const { accounts, clients, settings, locale, report } = this.#options;
    const source = clients.images(account, accounts.tokens(account));
    const { id: accountId, base, tenant } = account;
    const key = { accountId, base, tenant };
    return new AccountImages({
      source,
      cached: {
        read: async () => (await this.#cache.get()).read(key, await source.reader()),
        write: async (list) => (await this.#cache.get()).write(key, list),
      },
      view: this.#views.get(account.id),
      keepUsual: (usual) => {
        this.#views.keep(account.id, { usual }).catch(report);
      },
      pageSize: settings.pageSize,
      deletedImages: settings.deletedImages,
      locale,
      report,
    });
  }

  async #forgetList(accountId: string): Promise<void> {
    await (await this.#cache.get()).remove(accountId);
  }

  /** Settings are what holds where nothing was chosen; no filter comes from them. */
  #showAnew(): void {
    for (const { accountId, images } of this.opened) {
      const { grouping, sorting, folded } = this.#views.get(accountId);
      images.show({ grouping, sorting, folded });
    }
  }

  /** A session ends with its account: signed out, removed, or now of another endpoint or tenant. Its cached list goes with it. */
  #closeStale(): void {
    const { accounts, report } = this.#options;
    for (const id of this.#accountIds) {
      const account = accounts.get(id);
      const session = this.#sessions.get(id);
      if (account !== undefined && accounts.isSignedIn(id)) {
        if (session === undefined || session.place === placeOf(account)) continue;
      }
      session?.images.dispose();
      this.#sessions.delete(id);
      this.#forgetList(id).catch(report);
      if (account === undefined) this.#views.forget(id).catch(report);
      if (session !== undefined || account === undefined) this.#closed.fire(id);
    }
    this.#accountIds = accounts.all.map(({ id }) => id);
  }
}

function placeOf(account: Account): string {
  return JSON.stringify([account.base, account.tenant, trustOf(account)]);
}
