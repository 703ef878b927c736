import type { Account } from './account';
import type { Secret } from './secretVault';

/** What an account says of its secret. */
export type StateBySecret = Pick<
  Account,
  'signedIn' | 'signedOutAt' | 'since' | 'expires' | 'renews' | 'keptBefore'
>;

/** An account that a person has just signed in to. @param before the account, where how it signs in stays */
export function signedIn(
  secret: Pick<Secret, 'expires' | 'renewal'>,
  since: number,
  before?: Account,
): StateBySecret {
  const { expires } = secret;
  return { signedIn: true, since, signedOutAt: undefined, expires, ...renewing(secret, before) };
}

/** An account that has just been signed out. */
export function signedOut(before: Account): StateBySecret {
  return {
    signedIn: false,
    signedOutAt: Date.now(),
    expires: undefined,
    since: undefined,
    ...renewing(undefined, before),
  };
}

/** Whether an account is renewed, by the secret that it has now. @param before the account, where how it signs in stays */
export function renewing(
  secret: Pick<Secret, 'renewal'> | undefined,
  before?: Account,
): Pick<Account, 'renews' | 'keptBefore'> {
  const renews = secret?.renewal !== undefined;
  const isToBeKept = !renews && before !== undefined && keepsSecret(before);
  return { renews, keptBefore: isToBeKept ? true : undefined };
}

/** Whether the password or credential of an account is kept when it is entered. */
export function keepsSecret({ renews, keptBefore }: Account): boolean {
  return renews || keptBefore === true;
}
