import type { ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { inBackground } from './inBackground';

/** What is said without being asked for. */
export function registerNotices(core: Core, subscriptions: ExtensionContext['subscriptions']): void {
  inBackground(tellLater(core, subscriptions), core.log.report);
}

/** Loaded once the rows of the start are on their way: no token ends within so short a time. */
async function tellLater(core: Core, subscriptions: ExtensionContext['subscriptions']): Promise<void> {
  const { accounts, state, log } = core;
  const { ExpiryNotice, tellOfImageService, tellOfUnread } = await import('./laterNotices');
  inBackground(tellOfUnread(accounts), log.report);
  subscriptions.push(new ExpiryNotice(accounts, state, log.report));
  await tellOfImageService(core);
}
