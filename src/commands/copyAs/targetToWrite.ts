import type { CopiedImage } from '../../copy/format';
import { copyAsTexts } from '../../text/copyAsTexts';
import type { CommandContext } from '../context';
import { foundImage } from '../find/findImage';
import { pickImages } from '../pickImages';
import { targetRows, targetSession, type Target } from '../targets';

/** The images that are meant, else those that are found or ticked; `undefined` where nothing was chosen. */
export async function targetToWrite(
  context: CommandContext,
  args: readonly unknown[],
  purpose: 'copyAs' | 'insertAs',
): Promise<Target | undefined> {
  const target = await targetRows(context, args);
  if (target !== undefined) return target === 'nothing' ? undefined : target;
  const session = await targetSession(context, args[0]);
  if (session === undefined) return undefined;
  const { accountId } = session;
  const found = await foundImage(context, session, purpose);
  if (found === undefined) return undefined;
  const asked = { title: copyAsTexts[purpose](), placeholder: copyAsTexts.question(), many: true };
  const images = found === 'several' ? await pickImages(context, session, asked) : [found];
  return images && { images: images.map((image) => ({ accountId, image })) };
}

/** The same with the addresses of their services. One whose account has gone meanwhile is left out. */
export function copiedImages({ accounts }: CommandContext, { images }: Target): readonly CopiedImage[] {
  const bases = new Map(accounts.all.map(({ id, base }) => [id, base]));
  return images.flatMap(({ accountId, image }) => {
    const base = bases.get(accountId);
    return base === undefined ? [] : [{ image, base }];
  });
}
