import { env, l10n, window } from 'vscode';
import type { Image } from '../api/images/image';
import type { CommandContext } from './context';
import { moreWord, targetImages, type Target } from './targets';

const MESSAGE_MS = 2000;
/** A word about what was not copied takes longer to read. */
const LONG_MESSAGE_MS = 6000;

export async function copyId(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const target = await targetImages(context, args, {
    placeholder: l10n.t('Copy the ID of which images?'),
    many: true,
  });
  if (target === undefined) return;
  await copy(
    context,
    target,
    ({ id }) => id,
    (count) => (count === 1 ? l10n.t('Copied the ID.') : l10n.t('Copied {0} IDs.', count)),
  );
}

export async function copyName(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const target = await targetImages(context, args, {
    placeholder: l10n.t('Copy the name of which images?'),
    many: true,
  });
  if (target === undefined) return;
  await copy(
    context,
    target,
    ({ name }) => name,
    (count) => (count === 1 ? l10n.t('Copied the name.') : l10n.t('Copied {0} names.', count)),
  );
}

async function copy(
  { settings }: Pick<CommandContext, 'settings'>,
  target: Target,
  textOf: (image: Image) => string,
  said: (count: number) => string,
): Promise<void> {
  const texts = target.images.map(textOf).filter((text) => text !== '');
  const without = target.images.length - texts.length;
  if (texts.length > 0) await env.clipboard.writeText(texts.join(settings.copySeparator()));
  const words = [
    texts.length > 0 ? said(texts.length) : l10n.t('Nothing was copied.'),
    without > 0 ? l10n.t('{0} of the images have none.', without) : '',
    moreWord(target),
  ].filter((word) => word !== '');
  window.setStatusBarMessage(`$(copy) ${words.join(' ')}`, words.length > 1 ? LONG_MESSAGE_MS : MESSAGE_MS);
}
