import { NO_FILTER, type Criterion } from '../../../src/catalog/filter/criterion';
import { withCriterion } from '../../../src/catalog/filter/editing';
import type { Place } from './places';
import type { Share } from './steps';
import type { ChosenView } from './witness/messages';

/** An account as the person who uses it knows it. */
export interface KnownAccount {
  readonly place: Place;
  label: string;
  signedIn: boolean;
  view: ChosenView;
}

const FIRST_VIEW: ChosenView = {
  grouping: 'status',
  sorting: { key: 'server', descending: false },
  filter: NO_FILTER,
  folded: false,
};

/** What somebody who has done all the steps so far knows: what has to be seen is judged by it. */
export class Person {
  readonly accounts: KnownAccount[] = [];
  /** Whether the view is the one that the side bar shows. */
  looking = true;
  /** Labels of the rows that were clicked since the last click that took no other row along. */
  clicked: readonly string[] = [];
  #active: KnownAccount | undefined;

  /** The account that title actions and the palette mean. */
  get active(): KnownAccount | undefined {
    const known = this.#active !== undefined && this.accounts.includes(this.#active);
    return known ? this.#active : this.accounts[0];
  }

  set active(account: KnownAccount | undefined) {
    this.#active = account;
  }

  at(place: Place): KnownAccount | undefined {
    return this.accounts.find((account) => account.place === place);
  }

  which(share: Share): KnownAccount | undefined {
    return this.accounts[Math.floor(share * this.accounts.length)];
  }

  signedInTo(place: Place): void {
    const known = this.at(place);
    if (known !== undefined) known.signedIn = true;
    else this.accounts.push({ place, label: place.defaultLabel, signedIn: true, view: FIRST_VIEW });
    this.active = this.at(place);
  }

  removed(account: KnownAccount): void {
    const wasActive = this.active === account;
    this.accounts.splice(this.accounts.indexOf(account), 1);
    if (wasActive) this.active = this.accounts[0];
  }
}

export function show(account: KnownAccount, change: Partial<ChosenView>): void {
  account.view = { ...account.view, ...change };
}

export function addCriterion(account: KnownAccount, criterion: Criterion): void {
  show(account, { filter: withCriterion(account.view.filter, criterion) });
}
