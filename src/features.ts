import type { ExtensionContext } from 'vscode';
import type { Core } from './core';
import { registerLinks } from './links';
import { registerNotices } from './notices';

/** The features that need no more than the core: each is a folder, and the function here by which it registers itself. */
const FEATURES = [registerLinks, registerNotices] as const;

/** Lets each feature register itself. */
export function registerFeatures(core: Core, subscriptions: ExtensionContext['subscriptions']): void {
  for (const register of FEATURES) register(core, subscriptions);
}
