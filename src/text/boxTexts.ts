import { l10n } from 'vscode';

/** What boxes say whatever they ask for. */
export const boxTexts = {
  /** For an empty answer where there has to be one. */
  required: () => l10n.t('Required.'),
  /** What can be typed where a text narrows the list only. */
  narrows: () => l10n.t('Type a part of a row.'),
  /** The same where the list is one of addresses. */
  narrowsAddresses: () => l10n.t('Type a part of a row, or enter a Compute endpoint URL.'),
  /** Below a box for a password or secret. @param host where it goes */
  sentOnlyTo: (host: string) => l10n.t('Sent only to {0}', host),
  /** @param example what an answer looks like */
  example: (example: string) => l10n.t('Example: {0}', example),
};
