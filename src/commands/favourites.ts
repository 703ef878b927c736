import type { CommandContext } from './context';
import { favouriteTexts } from '../text/favouriteTexts';
import { targetImages, type Target } from './targets';

/** Makes images favourites of their accounts, kept on this computer. @param args as for `targetImages` */
export async function addFavourite(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  for (const [accountId, keys] of await keysOf(context, args, favouriteTexts.add()))
    await context.marks.addFavourites(accountId, keys);
}

/** Makes them favourites no more. @param args as for `targetImages` */
export async function removeFavourite(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  for (const [accountId, keys] of await keysOf(context, args, favouriteTexts.remove())) {
    await context.marks.removeFavourites(accountId, keys);
  }
}

async function keysOf(
  context: CommandContext,
  args: readonly unknown[],
  title: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const target: Target | undefined = await targetImages(context, args, {
    title,
    placeholder: favouriteTexts.select(),
    many: true,
  });
  const keys = new Map<string, string[]>();
  for (const { accountId, image } of target?.images ?? []) {
    keys.set(accountId, [...(keys.get(accountId) ?? []), image.key]);
  }
  return keys;
}
