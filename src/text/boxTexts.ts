import { l10n } from 'vscode';

/** What boxes say whatever they ask for. */
export const boxTexts = {
  /** For an empty answer where there has to be one. */
  required: () => l10n.t('Required.'),
  /** Where something is to be called something. */
  noLabel: () => l10n.t('Enter a name.'),
  /** What can be typed where a text narrows the list only. */
  narrows: () => l10n.t('Type a part of a row.'),
  /** The same where the list is one of addresses. */
  narrowsAddresses: () => l10n.t('Type a part of a row, or enter the URL of an Image or Compute endpoint.'),
  /** Rows were read anew, and the one that was chosen can be taken, or is gone. */
  readAgain: () => l10n.t('Read again.'),
  /** Rows were read anew. @param problem what is still wrong with the one that was chosen */
  stillWrong: (problem: string) => l10n.t('Read again: {0}', problem),
  /** Below a box for a password or secret. @param host where it goes */
  sentOnlyTo: (host: string) => l10n.t('Sent only to {0}', host),
  /** @param example what an answer looks like */
  example: (example: string) => l10n.t('Example: {0}', example),
  wholeList: (hint: string) => l10n.t('{0} Press Enter to show the whole list.', hint),
  nothingElse: () => l10n.t('Nothing else matches'),
};
