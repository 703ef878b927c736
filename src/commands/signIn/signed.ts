import type { NewAccount } from '../../auth/accounts';

/** What one way to sign in has led to. */
export interface Signed {
  readonly account: NewAccount;
  /** The account that goes when this one comes. */
  readonly replaces: string | undefined;
}
