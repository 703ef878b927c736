import { workspace, type ExtensionContext } from 'vscode';
import type { Accounts } from '../auth/accounts';
import type { Sessions } from '../session/sessions';
import { IMAGE_SCHEME } from './imageAddress';
import { ImageDocuments } from './imageDocuments';

/** The JSON documents of images and lists. @returns them: the core holds them, so they are not handed the core */
export function registerDocuments(
  accounts: Accounts,
  sessions: Sessions,
  subscriptions: ExtensionContext['subscriptions'],
): ImageDocuments {
  const documents = new ImageDocuments(accounts, sessions);
  subscriptions.push(
    documents,
    workspace.registerFileSystemProvider(IMAGE_SCHEME, documents, {
      isReadonly: true,
      isCaseSensitive: true,
    }),
  );
  return documents;
}
