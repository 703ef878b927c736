import { languages, type ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { DRAGGED_IMAGES } from '../tree/draggedImages';
import { EDIT_KIND } from './copyAs/editKind';

/** No id is longer, and none has a blank in it. */
const ID = /^\s*\S{1,255}\s*$/;
const ANY = { scheme: '*' };
const KINDS = [EDIT_KIND];

/** Lets rows be dropped into any file, and an id that is pasted become more. */
export function registerEdits(core: Core, subscriptions: ExtensionContext['subscriptions']): void {
  subscriptions.push(
    languages.registerDocumentDropEditProvider(
      ANY,
      {
        provideDocumentDropEdits: async (document, position, data) => {
          const dragged = await data.get(DRAGGED_IMAGES)?.asString();
          if (dragged === undefined) return undefined;
          return (await import('./commands')).EDITS.dropped(core, document, position, dragged);
        },
      },
      { dropMimeTypes: [DRAGGED_IMAGES], providedDropEditKinds: KINDS },
    ),
    languages.registerDocumentPasteEditProvider(
      ANY,
      {
        provideDocumentPasteEdits: async (document, [range], data) => {
          const text = (await data.get('text/plain')?.asString()) ?? '';
          if (range === undefined || !ID.test(text)) return undefined;
          return (await import('./commands')).EDITS.pasted(core, document, range.start, text.trim());
        },
      },
      { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: KINDS },
    ),
  );
}
