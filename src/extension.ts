import { env, window, workspace, type ExtensionContext } from 'vscode';
import { SecretStorageVault } from './adapters/secretStorageVault';
import { Accounts } from './auth/accounts';
import { ExpiryNotice } from './commands/expiryNotice';
import { registerCommands } from './commands';
import { askToSignIn, tellSecretsForgotten, tellUnreadAccounts } from './commands/secretNotices';
import { SCHEME } from './documents/imageAddress';
import { ImageDocuments } from './documents/imageDocuments';
import { Sessions } from './session/sessions';
import { settings } from './settings';
import { ExtensionLog } from './text/extensionLog';
import { ImagesTree } from './tree/imagesTree';
import { ImagesView } from './tree/imagesView';
import { LiveUpdates } from './tree/liveUpdates';

let opened: Sessions | undefined;

/** Puts the parts together. Nothing is requested until the view or a command needs it. */
export function activate({
  globalState: state,
  globalStorageUri,
  secrets,
  subscriptions,
}: ExtensionContext): void {
  const extensionLog = new ExtensionLog(window.createOutputChannel('ConoHa Images', { log: true }));
  const { request: log, report } = extensionLog;
  const vault = new SecretStorageVault(secrets, tellSecretsForgotten);
  const timeout = settings.requestTimeout;
  const accounts = new Accounts({ store: state, vault, timeout, log, report, onRefused: askToSignIn });
  const folder = globalStorageUri.fsPath;
  const sessions = new Sessions({ accounts, state, folder, settings, log, report, locale: env.language });
  opened = sessions;
  const documents = new ImageDocuments(accounts, sessions);
  const tree = new ImagesTree(accounts, sessions, documents);
  const view = new ImagesView(accounts, sessions, tree, report);
  subscriptions.push(
    ...[extensionLog, accounts, sessions, documents, tree, view, new LiveUpdates(sessions, view)],
    new ExpiryNotice(accounts, state, report),
    workspace.registerFileSystemProvider(SCHEME, documents, { isReadonly: true, isCaseSensitive: true }),
    registerCommands({ accounts, sessions, view, documents, log: extensionLog, state }),
  );
  tellUnreadAccounts(accounts);
}

/** The editor waits for this a few seconds before it closes. */
export async function deactivate(): Promise<void> {
  await opened?.keep();
}
