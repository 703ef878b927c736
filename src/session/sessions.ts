import { ComputeImages } from '../api/computeImages';
import type { RequestLog } from '../api/requestLog';
import type { Account } from '../auth/account';
import type { Accounts } from '../auth/accounts';
import type { DeletedImages } from '../catalog/delta';
import { Emitter, type Subscription } from '../catalog/emitter';
import { AccountImages, type ImagesChange, type View } from './accountImages';
import type { CatalogCache, KeptCatalog } from './catalogCache';
import type { Views } from './views';

/** One account with its images. */
export interface Session {
  readonly account: Account;
  readonly images: AccountImages;
}

export interface SessionsOptions {
  readonly accounts: Accounts;
  readonly views: Views;
  readonly cache: CatalogCache;
  readonly log: RequestLog;
  readonly pageSize: () => number;
  /** Seconds. */
  readonly requestTimeout: () => number;
  readonly deletedImages: () => DeletedImages;
  /** BCP 47. */
  readonly locale: string;
}

/** The images of every account, each in a catalogue of its own that is made when first asked for. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #changed = new Emitter<{ readonly session: Session; readonly change: ImagesChange }>();
  readonly #subscription: Subscription;
  /** The accounts there were when they last changed. */
  #accountIds: readonly string[];

  readonly onDidChange = this.#changed.event;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#accountIds = options.accounts.all.map(({ id }) => id);
    this.#subscription = options.accounts.onDidChange(() => this.#closeStale());
  }

  /** The images of the account that title actions and the palette mean; `undefined` when signed out of it. */
  get active(): Session | undefined {
    const { active } = this.#options.accounts;
    return active === undefined ? undefined : this.of(active);
  }

  /** `undefined` when the account is signed out. */
  of(account: Account): Session | undefined {
    if (!this.#options.accounts.isSignedIn(account.id)) return undefined;
    const open = this.#sessions.get(account.id);
    if (open !== undefined) return open;
    const session = { account, images: this.#open(account) };
    this.#sessions.set(account.id, session);
    session.images.onDidChange((change) => this.#changed.fire({ session, change }));
    return session;
  }

  /** Shows a session's images another way and keeps the choice. */
  async show({ account, images }: Session, change: Partial<View>): Promise<void> {
    images.show(change);
    await this.#options.views.keep(account.id, change);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    for (const { images } of this.#sessions.values()) images.dispose();
  }

  /** Those that were opened, without opening any. */
  get opened(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  #open(account: Account): AccountImages {
    const { accounts, views, cache, log, pageSize, requestTimeout, deletedImages, locale } = this.#options;
    const source = new ComputeImages({
      base: account.base,
      tokens: accounts.tokens(account),
      agent: accounts.agent(account),
      timeout: requestTimeout,
      log,
    });
    const key = { accountId: account.id, base: account.base };
    const kept = { read: () => cache.read(key), write: (list: KeptCatalog) => cache.write(key, list) };
    return new AccountImages({ source, kept, deletedImages, view: views.get(account.id), pageSize, locale });
  }

  /** A session ends with its account: signed out, removed, or now of another endpoint. Its kept list goes with it. */
  #closeStale(): void {
    const { accounts, cache, views } = this.#options;
    for (const id of this.#accountIds) {
      const account = accounts.get(id);
      const session = this.#sessions.get(id);
      if (account !== undefined && accounts.isSignedIn(id)) {
        if (session === undefined || session.account.base === account.base) continue;
      }
      session?.images.dispose();
      this.#sessions.delete(id);
      void cache.remove(id).catch(() => undefined);
      if (account === undefined) void views.forget(id);
    }
    this.#accountIds = accounts.all.map(({ id }) => id);
  }
}
