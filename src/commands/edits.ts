import { languages, type ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { DRAGGED_IMAGES } from '../tree/draggedImages';
import { editKind } from './copyAs/editKind';

/** No id is longer, and none has a blank in it; quotes may stand around it. */
const ID = /^\s*\S{1,257}\s*$/;
const ANY = { scheme: '*' };

/** Lets rows be dropped into any file, and an id that is pasted become more. */
export function registerEdits(core: Core, subscriptions: ExtensionContext['subscriptions']): void {
  const kinds = [editKind()];
  subscriptions.push(
    languages.registerDocumentDropEditProvider(
      ANY,
      {
        provideDocumentDropEdits: async (document, position, data) => {
          const dragged = await data.get(DRAGGED_IMAGES)?.asString();
          if (dragged === undefined) return undefined;
          const { EDITS } = await import('./commands');
          return EDITS.dropped(core, document, position, dragged);
        },
      },
      { dropMimeTypes: [DRAGGED_IMAGES], providedDropEditKinds: kinds },
    ),
    languages.registerDocumentPasteEditProvider(
      ANY,
      {
        provideDocumentPasteEdits: async (document, ranges, data) => {
          const text = (await data.get('text/plain')?.asString()) ?? '';
          if (!ID.test(text)) return undefined;
          const { EDITS } = await import('./commands');
          return EDITS.pasted(core, document, ranges, text.trim());
        },
      },
      { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: kinds },
    ),
  );
}
