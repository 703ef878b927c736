import type { ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { ExpiryNotice } from './expiryNotice';
import { tellUnreadAccounts } from './secretNotices';

/** What is said without being asked for. */
export function registerNotices(
  { accounts, state, log }: Core,
  subscriptions: ExtensionContext['subscriptions'],
): void {
  tellUnreadAccounts(accounts);
  subscriptions.push(new ExpiryNotice(accounts, state, log.report));
}
