import { env, window, type ExtensionContext } from 'vscode';
import { SecretStorageVault } from './adapters/secretStorageVault';
import { settings } from './adapters/settings';
import { Accounts } from './auth/accounts';
import { Clients } from './auth/clients';
import { Closing } from './base/closing';
import { registerCommands } from './commands';
import { registerDocuments } from './documents';
import { registerFeatures } from './features';
import { askToSignIn, tellSecretsForgotten } from './notices/secretNotices';
import { Sessions } from './session/sessions';
import { ExtensionLog } from './adapters/extensionLog';
import { registerTree } from './tree';

/** The editor calls `deactivate` with nothing: this is what it has to find. */
const closing = new Closing();

/** Builds the core and lets each feature register itself. Nothing is requested until the view or a command needs it. */
export function activate(context: ExtensionContext): void {
  const { globalState: state, globalStorageUri, secrets, subscriptions } = context;
  const log = new ExtensionLog(window.createOutputChannel('ConoHa Images', { log: true }));
  const { request, report } = log;
  const vault = new SecretStorageVault(secrets, tellSecretsForgotten, report);
  const clients = new Clients({ timeout: settings.requestTimeout, log: request });
  const accounts = new Accounts({ clients, store: state, vault, report, onRefused: askToSignIn(report) });
  const folder = globalStorageUri.fsPath;
  const locale = env.language;
  const sessions = new Sessions({ accounts, clients, state, folder, settings, report, locale });
  subscriptions.push(log, accounts, sessions, vault);
  const documents = registerDocuments(accounts, sessions, subscriptions);
  const core = { accounts, clients, sessions, documents, settings, log, state };
  closing.add(() => sessions.save());
  const view = registerTree(core, subscriptions);
  registerFeatures(core, subscriptions);
  registerCommands(core, view, context);
}

/** The editor waits for this a few seconds before it closes. */
export function deactivate(): Promise<void> {
  return closing.run();
}
