import type { CopiedImage } from '../../copy/format';
import { copyAsTexts } from '../../text/copyAsTexts';
import type { CommandContext } from '../context';
import { targetToCopy } from '../targetToCopy';
import type { Target } from '../targets';

/** The images that are meant, else those that are found or ticked; `undefined` where nothing was chosen. */
export function targetToWrite(
  context: CommandContext,
  args: readonly unknown[],
  purpose: 'copyAs' | 'insertAs',
): Promise<Target | undefined> {
  const asked = { title: copyAsTexts[purpose](), placeholder: copyAsTexts.question() };
  return targetToCopy(context, args, purpose, asked);
}

/** The same with the addresses of their services. One whose account has gone meanwhile is left out. */
export function copiedImages({ accounts }: CommandContext, { images }: Target): readonly CopiedImage[] {
  const bases = new Map(accounts.all.map(({ id, base }) => [id, base]));
  return images.flatMap(({ accountId, image }) => {
    const base = bases.get(accountId);
    return base === undefined ? [] : [{ image, base }];
  });
}
