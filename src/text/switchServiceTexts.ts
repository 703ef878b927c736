import { l10n } from 'vscode';
import type { ImagesService } from '../api/images/imagesService';
import { foreignText, foreignWords } from './foreignText';
import { plainLabel } from './plainLabel';

/** Moving an account from one service of images to the other. */
export const switchServiceTexts = {
  ofAccount: {
    title: () => l10n.t('Use Image Service or Compute'),
    select: () => l10n.t('Select an account to use with the other service'),
  },
  title: (service: ImagesService, label: string) =>
    service === 'image'
      ? l10n.t('Use the Image service for “{0}”', foreignText(label))
      : l10n.t('Use Compute for “{0}”', foreignText(label)),
  looking: () => l10n.t('Looking for the service…'),
  /** In the status bar. */
  moved: (service: ImagesService, label: string) =>
    service === 'image'
      ? l10n.t('“{0}” lists images by the Image service now.', plainLabel(label))
      : l10n.t('“{0}” lists images by Compute now.', plainLabel(label)),
  taken: (label: string, other: string) =>
    l10n.t(
      '“{0}” lists the images of that service and project already, so “{1}” stays as it is.',
      foreignWords(other),
      foreignWords(label),
    ),
  same: (label: string) => l10n.t('“{0}” uses that endpoint already.', foreignWords(label)),
  /** Once, for accounts that were there before there was a choice. */
  thereIsMore: (label: string) =>
    l10n.t(
      '“{0}” lists images by Compute. An Image service, where its cloud has one, also tells owner, visibility and tags.',
      foreignWords(label),
    ),
  switch: () => l10n.t('Use the Image Service…'),
};
