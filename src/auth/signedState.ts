import type { Account } from './account';

/** An account that a person has just signed in to. */
export function signedIn(since: number): Pick<Account, 'signedIn' | 'signedOutAt' | 'since'> {
  return { signedIn: true, since, signedOutAt: undefined };
}

/** An account that has just been signed out. */
export function signedOut(): Pick<Account, 'signedIn' | 'signedOutAt' | 'since' | 'expires'> {
  return { signedIn: false, signedOutAt: Date.now(), expires: undefined, since: undefined };
}
