import type { ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { inBackground } from './inBackground';
import { tellUnreadAccounts } from './secretNotices';

/** What is said without being asked for. */
export function registerNotices(core: Core, subscriptions: ExtensionContext['subscriptions']): void {
  tellUnreadAccounts(core);
  inBackground(tellLater(core, subscriptions), core.log.report);
}

/** Loaded once the rows of the start are on their way: no token ends within so short a time. */
async function tellLater(core: Core, subscriptions: ExtensionContext['subscriptions']): Promise<void> {
  const { accounts, state, log } = core;
  const { ExpiryNotice, tellOfImageService } = await import('./laterNotices');
  subscriptions.push(new ExpiryNotice(accounts, state, log.report));
  await tellOfImageService(core);
}
