import type { ExtensionKind } from 'vscode';
import type { Core } from '../core';
import type { ImagesView } from '../tree/imagesView';
import type { LastEditor } from './lastEditor';
import type { CommandProgress } from './progress';

/** What commands work on. */
export interface CommandContext extends Core {
  readonly view: Pick<ImagesView, 'reveal' | 'revealAccount' | 'rowOf' | 'selection' | 'visible'>;
  readonly progress: CommandProgress;
  /** The file that somebody was in last. */
  readonly lastEditor: LastEditor;
  /** In a remote window: on whose computer the extension runs, and with it all that it reads. */
  readonly extensionKind: ExtensionKind;
}

/** What commands about accounts work on. */
export type AccountContext = Pick<
  CommandContext,
  'accounts' | 'clients' | 'sessions' | 'log' | 'view' | 'extensionKind' | 'progress'
>;

/** @param args what the editor passes: nothing from the palette, from the tree a row and all selected rows */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;
