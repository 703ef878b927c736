import { env, window, type ExtensionContext, type TreeView } from 'vscode';
import { ExtensionLog } from './adapters/extensionLog';
import { SecretStorageVault } from './adapters/secretStorageVault';
import { settings } from './adapters/settings';
import { Accounts } from './auth/accounts';
import { Clients } from './auth/clients';
import type { Closing } from './base/closing';
import { commandRunner, type RunCommand } from './commands';
import { ImageDocuments } from './documents/imageDocuments';
import { registerFeatures } from './features';
import { askToSignIn, tellSecretsForgotten } from './notices/secretNotices';
import { ImageMarks } from './session/imageMarks';
import { Sessions } from './session/sessions';
import { registerTree } from './tree';
import type { ImagesTree } from './tree/imagesTree';

/** What the editor asks for: the rows of the view, the documents, and what a command does. */
export interface Whole {
  readonly tree: ImagesTree;
  readonly documents: ImageDocuments;
  readonly run: RunCommand;
}

/**
 * Builds the core and lets each feature register itself. Nothing is requested until rows, a document or a command need it.
 * @param view the view of the images, which the rows are for
 */
export function buildWhole(context: ExtensionContext, view: TreeView<string>, closing: Closing): Whole {
  const { extension, globalState: state, globalStorageUri, secrets, subscriptions } = context;
  const log = new ExtensionLog(window.createOutputChannel('ConoHa Images', { log: true }));
  const { request, report } = log;
  const vault = new SecretStorageVault(secrets, tellSecretsForgotten, report);
  const clients = new Clients({ timeout: settings.requestTimeout, log: request });
  const accounts = new Accounts({ clients, store: state, vault, report, onRefused: askToSignIn(report) });
  const folder = globalStorageUri.fsPath;
  const locale = env.language;
  const sessions = new Sessions({ accounts, clients, state, folder, settings, report, locale });
  const documents = new ImageDocuments(accounts, sessions);
  const marks = new ImageMarks(state, report);
  const core = { accounts, clients, sessions, documents, marks, settings, log, state };
  subscriptions.push(log, accounts, sessions, vault, documents, marks);
  closing.add(() => sessions.save());
  const { tree, imagesView } = registerTree(core, view, subscriptions);
  registerFeatures(core, subscriptions);
  return { tree, documents, run: commandRunner(core, imagesView, extension) };
}
