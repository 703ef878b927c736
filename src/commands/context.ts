import type { Accounts } from '../auth/accounts';
import type { ImageDocuments } from '../documents/imageDocuments';
import type { KeyValueStore } from '../auth/keyValueStore';
import type { Sessions } from '../session/sessions';
import type { ExtensionLog } from '../text/extensionLog';
import type { ImagesView } from '../tree/imagesView';
import type { CommandProgress } from './progress';

/** What commands work on. */
export interface CommandContext {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly view: ImagesView;
  readonly documents: ImageDocuments;
  readonly log: ExtensionLog;
  readonly state: KeyValueStore;
  readonly progress: CommandProgress;
}

/** What commands about accounts work on. */
export type AccountContext = Pick<CommandContext, 'accounts' | 'sessions' | 'log'>;

/** @param args what the editor passes: nothing from the palette, from the tree a row and all selected rows */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;
