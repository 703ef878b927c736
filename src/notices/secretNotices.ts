import type { Account } from '../auth/account';
import type { RefusedSecret } from '../auth/accountTokens';
import type { AccountsOptions } from '../auth/accountsOptions';
import { secretsForgottenText } from '../text/secretsForgottenText';
import { tell } from '../text/tell';
import { inBackground } from './inBackground';

/** What signs an account in is refused: asks once, and the tree says it until it is answered. @param report hears of what fails */
export function askToSignIn(report: (error: unknown) => void): AccountsOptions['onRefused'] {
  return (account, refused) => inBackground(ask(account, refused), report);
}

/** Said once a window. */
export function tellSecretsForgotten(): void {
  tell('warning', secretsForgottenText());
}

async function ask(account: Account, refused: RefusedSecret): Promise<void> {
  // A pasted token has ended: the row in the tree says so and asks for another.
  if (account.method.kind === 'token') return;
  const { askAboutRefused } = await import('./laterNotices');
  await askAboutRefused(account, refused);
}
