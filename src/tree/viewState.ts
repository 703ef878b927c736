import type { Accounts } from '../auth/accounts';
import { sortingName } from '../catalog/sorting';
import type { Session } from '../session/sessions';
import { ContextKey } from './contextKey';

/**
 * What the view of the active account shows; welcome texts and menus depend on it.
 * `noMatch` is no image that the filter lets through, `empty` is no image at all.
 */
export type ViewState = 'signedOut' | 'loading' | 'ready' | 'empty' | 'noMatch' | 'error';

/**
 * What the view shows of a session.
 * @param session `undefined` where the account is signed out, or there is none
 */
export function viewStateOf(session: Session | undefined): ViewState {
  if (session === undefined) return 'signedOut';
  const { catalog, shown, filtered, filterFails } = session.images;
  if (shown.length > 0) return 'ready';
  if (catalog.failure !== undefined || filterFails) return 'error';
  if (!catalog.started) return 'loading';
  return filtered ? 'noMatch' : 'empty';
}

/** Keeps the context keys in step with the active account. */
export class ViewContext {
  readonly #state = new ContextKey<ViewState>('conohaImages.state');
  readonly #filtered = new ContextKey<boolean>('conohaImages.filtered');
  readonly #hasMore = new ContextKey<boolean>('conohaImages.hasMore');
  readonly #groupBy = new ContextKey<string>('conohaImages.groupBy');
  readonly #chosenGrouping = new ContextKey<string>('conohaImages.chosenGrouping');
  readonly #sortBy = new ContextKey<string>('conohaImages.sortBy');
  readonly #folded = new ContextKey<boolean>('conohaImages.folded');
  readonly #tellsDetails = new ContextKey<boolean>('conohaImages.tellsDetails');
  readonly #accounts = new ContextKey<number>('conohaImages.accounts');
  readonly #severalAccounts = new ContextKey<boolean>('conohaImages.severalAccounts');

  update(accounts: Accounts, session: Session | undefined): void {
    const images = session?.images;
    const view = images?.view;
    this.#state.set(viewStateOf(session));
    this.#filtered.set(images?.filtered ?? false);
    this.#hasMore.set(images !== undefined && images.catalog.started && images.catalog.hasMore);
    this.#groupBy.set(view?.grouping ?? '');
    this.#chosenGrouping.set(view?.wantedGrouping ?? '');
    this.#sortBy.set(view === undefined ? '' : sortingName(view.sorting));
    this.#folded.set(view?.folded ?? false);
    this.#tellsDetails.set(images?.source.tellsDetails ?? false);
    this.#accounts.set(accounts.all.length);
    this.#severalAccounts.set(accounts.all.length > 1);
  }
}
