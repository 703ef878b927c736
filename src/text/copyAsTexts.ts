import { l10n } from 'vscode';

/** What is asked and said where images are copied and inserted in a form. */
export const copyAsTexts = {
  copyAs: () => l10n.t('Copy As'),
  /** On a button beside an image, as the other with three dots. */
  copyAsMore: () => l10n.t('Copy As…'),
  insertAs: () => l10n.t('Insert As'),
  insertAsMore: () => l10n.t('Insert As…'),
  select: () => l10n.t('Select a form'),
  question: () => l10n.t('Select images'),
  forFile: () => l10n.t('For this file'),
  others: () => l10n.t('Other forms'),
  ownTemplate: () => l10n.t('Your own template'),
  unnamed: () => l10n.t('Template without a name'),
  incomplete: () => l10n.t('A template needs a name and a text. Press Enter to open the setting.'),
  /** @param called what the image is called, or how many images there are */
  copied: (format: string, called: string) => l10n.t('Copied {0} of {1}.', format, called),
  inserted: (format: string, called: string) => l10n.t('Inserted {0} of {1}.', format, called),
  /** Where the editor offers what a dropped row or a pasted id may become. */
  placed: (format: string) => l10n.t('Insert {0}', format),
  /** @param caution sentences */
  placedWith: (format: string, caution: string) => l10n.t('Insert {0}. {1}', format, caution),
  noEditor: () => l10n.t('Open the file to insert into, and put the cursor where the text should go.'),
  notInserted: () => l10n.t('Nothing was inserted: the editor does not allow changes to this file.'),
};
