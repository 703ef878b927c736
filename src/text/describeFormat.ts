import { l10n } from 'vscode';
import type { FormatId } from '../copy/formats';

interface FormatWords {
  /** Asks for images to be copied. */
  readonly question: () => string;
  /** Says how many texts were copied. */
  readonly copied: (count: number) => string;
}

const WORDS: Readonly<Record<FormatId, FormatWords>> = {
  id: {
    question: () => l10n.t('Select images to copy their IDs'),
    copied: (count) => (count === 1 ? l10n.t('Copied the ID.') : l10n.t('Copied {0} IDs.', count)),
  },
  name: {
    question: () => l10n.t('Select images to copy their names'),
    copied: (count) => (count === 1 ? l10n.t('Copied the name.') : l10n.t('Copied {0} names.', count)),
  },
};

/** The words of a format in the language of the editor. */
export function formatWords(format: FormatId): FormatWords {
  return WORDS[format];
}
