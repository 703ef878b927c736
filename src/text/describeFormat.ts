import { l10n } from 'vscode';
import type { PlainFormatId } from '../copy/plainFormats';

interface FormatWords {
  /** Asks for images to be copied. */
  readonly question: () => string;
  /** Of a box in which images are found to be copied. */
  readonly title: () => string;
  /** Says how many texts were copied. @param called what the image is called, where it is one */
  readonly copied: (count: number, called: string | undefined) => string;
}

const WORDS: Readonly<Record<PlainFormatId, FormatWords>> = {
  id: {
    question: () => l10n.t('Select images to copy their IDs'),
    title: () => l10n.t('Copy ID'),
    copied: (count, called) =>
      called !== undefined
        ? l10n.t('Copied ID of {0}.', called)
        : count === 1
          ? l10n.t('Copied 1 ID.')
          : l10n.t('Copied {0} IDs.', count),
  },
  name: {
    question: () => l10n.t('Select images to copy their names'),
    title: () => l10n.t('Copy Name'),
    copied: (count, called) =>
      called !== undefined
        ? l10n.t('Copied name of {0}.', called)
        : count === 1
          ? l10n.t('Copied 1 name.')
          : l10n.t('Copied {0} names.', count),
  },
};

/** The words of a format in the language of the editor. */
export function formatWords(format: PlainFormatId): FormatWords {
  return WORDS[format];
}
