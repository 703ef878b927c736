import { join } from 'node:path';
import { env, window, workspace, type ExtensionContext } from 'vscode';
import { Accounts } from './auth/accounts';
import { SecretStorageVault } from './auth/secretStorageVault';
import { registerCommands } from './commands';
import { SCHEME } from './documents/imageAddress';
import { ImageDocuments } from './documents/imageDocuments';
import { CatalogCache } from './session/catalogCache';
import { Sessions } from './session/sessions';
import { Views } from './session/views';
import { settings } from './settings';
import { formatRequest } from './text/formatLog';
import { ImagesTree } from './tree/imagesTree';
import { LiveUpdates } from './tree/liveUpdates';
import { ImagesView } from './tree/imagesView';

/** Puts the parts together. Nothing is requested or read from storage until the view or a command needs it. */
export function activate({ globalState, globalStorageUri, secrets, subscriptions }: ExtensionContext): void {
  const log = window.createOutputChannel('ConoHa Images', { log: true });
  const vault = new SecretStorageVault(secrets);
  const accounts = new Accounts(globalState, vault);
  const views = new Views(globalState, () => ({
    grouping: settings.grouping(),
    sortKey: settings.sortKey(),
  }));
  const sessions = new Sessions({
    accounts,
    views,
    cache: new CatalogCache(join(globalStorageUri.fsPath, 'catalogues')),
    deletedImages: settings.deletedImages,
    log: (record) => log.info(formatRequest(record)),
    pageSize: settings.pageSize,
    requestTimeout: settings.requestTimeout,
    locale: env.language,
  });
  const documents = new ImageDocuments(accounts, sessions);
  const tree = new ImagesTree(accounts, sessions, documents);
  const view = new ImagesView(accounts, sessions, tree);
  subscriptions.push(
    log,
    sessions,
    documents,
    tree,
    view,
    new LiveUpdates(sessions, view),
    workspace.registerFileSystemProvider(SCHEME, documents, { isReadonly: true, isCaseSensitive: true }),
    registerCommands({ accounts, sessions, view, documents, log, state: globalState }),
  );
}
