import { env, window, type ExtensionContext, type TreeView } from 'vscode';
import { ExtensionLog } from './adapters/extensionLog';
import { SecretStorageVault } from './adapters/secretStorageVault';
import { settings } from './adapters/settings';
import { Accounts } from './auth/accounts';
import { Clients } from './auth/clients';
import type { Closing } from './base/closing';
import { commandRunner, type RunCommand } from './commands';
import { registerEdits } from './commands/edits';
import { rememberEditor } from './commands/lastEditor';
import type { Core, Log } from './core';
import { ImageDocuments } from './documents/imageDocuments';
import { registerFeatures } from './features';
import { askToSignIn, tellSecretsForgotten } from './notices/secretNotices';
import { ImageMarks } from './session/imageMarks';
import { Sessions } from './session/sessions';
import { registerTree } from './tree';
import type { ImagesTree } from './tree/imagesTree';

/** What the editor asks for: the rows of the view, the documents, what a command does, and what tools look up. */
export interface Whole {
  readonly core: Core;
  readonly tree: ImagesTree;
  readonly documents: ImageDocuments;
  readonly run: RunCommand;
}

/** What it is built into. */
export interface Surroundings {
  /** The view of the images, which the rows are for. */
  readonly view: TreeView<string>;
  readonly closing: Closing;
  readonly log: Log;
  /** Take each part as soon as it is there: a later one may fail. */
  readonly parts: ExtensionContext['subscriptions'];
}

/** Opens the output channel, of which a window has one. */
export function openLog(): ExtensionLog {
  return new ExtensionLog(window.createOutputChannel('ConoHa Images', { log: true }));
}

/** Builds the core and lets each feature register itself. Nothing is requested until rows, a document or a command need it. */
export function buildWhole(context: ExtensionContext, { view, closing, log, parts }: Surroundings): Whole {
  const {
    extension: { extensionKind },
    globalState: state,
    globalStorageUri,
    secrets,
  } = context;
  const { request, report } = log;
  const vault = new SecretStorageVault(secrets, tellSecretsForgotten, report);
  parts.push(vault);
  const clients = new Clients({ timeout: settings.requestTimeout, log: request });
  const accounts = new Accounts({ clients, store: state, vault, report, onRefused: askToSignIn(report) });
  parts.push(accounts);
  const folder = globalStorageUri.fsPath;
  const locale = env.language;
  const sessions = new Sessions({ accounts, clients, state, folder, settings, report, locale });
  parts.push(sessions);
  const documents = new ImageDocuments(accounts, sessions);
  parts.push(documents);
  const marks = new ImageMarks(state, report);
  parts.push(marks);
  const core = { accounts, clients, sessions, documents, marks, settings, log, state };
  const { tree, imagesView } = registerTree(core, view, parts);
  registerFeatures(core, parts);
  registerEdits(core, parts);
  closing.add(() => sessions.save());
  const lastEditor = rememberEditor(parts);
  return { core, tree, documents, run: commandRunner(core, imagesView, { extensionKind, lastEditor }) };
}
