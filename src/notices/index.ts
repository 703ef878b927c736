import type { ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { inBackground } from './inBackground';
import { tellUnreadAccounts } from './secretNotices';

/** What is said without being asked for. */
export function registerNotices(core: Core, subscriptions: ExtensionContext['subscriptions']): void {
  tellUnreadAccounts(core);
  inBackground(tellOfExpiry(core, subscriptions), core.log.report);
}

/** Loaded once the rows of the start are on their way: no token ends within so short a time. */
async function tellOfExpiry(
  { accounts, state, log }: Core,
  subscriptions: ExtensionContext['subscriptions'],
): Promise<void> {
  const { ExpiryNotice } = await import('./expiryNotice');
  subscriptions.push(new ExpiryNotice(accounts, state, log.report));
}
