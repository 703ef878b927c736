import { Accounts } from '../../src/auth/accounts';
import type { AccountsOptions } from '../../src/auth/accountsOptions';
import { Clients, type ClientsOptions } from '../../src/auth/clients';
import { Sessions, type SessionsOptions } from '../../src/session/sessions';
import { memoryStore, memoryVault } from './memory';
import { rethrow } from './rethrow';
import { sessionSettings } from './sessionSettings';

/** Accounts on stores of the test's own. What fails where nobody waits for it fails the test. */
export function accountsFor(options: Partial<AccountsOptions> = {}): Accounts {
  return new Accounts({
    store: memoryStore(),
    vault: memoryVault(),
    clients: clientsFor(),
    report: rethrow,
    onRefused: () => undefined,
    ...options,
  });
}

/** Their images. @param options with the folder for lists that are kept */
export function sessionsFor(
  accounts: Accounts,
  options: Partial<SessionsOptions> & Pick<SessionsOptions, 'folder'>,
): Sessions {
  return new Sessions({
    accounts,
    clients: clientsFor(),
    state: memoryStore(),
    settings: sessionSettings(),
    report: rethrow,
    locale: 'en',
    ...options,
  });
}

/** What asks the servers, without a log. */
export function clientsFor(options: Partial<ClientsOptions> = {}): Clients {
  return new Clients({ timeout: () => 10, log: () => undefined, ...options });
}
