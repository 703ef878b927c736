import { commands, l10n } from 'vscode';
import type { CommandContext } from './context';
import { targetImages, targetSession } from './targets';

export async function openJson(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const target = await targetImages(context, args, {
    placeholder: l10n.t('Open the JSON of which image?'),
    many: false,
  });
  if (target === undefined) return;
  const { session, images } = target;
  for (const image of images) {
    // Several at once are meant to stay side by side, not to replace one another.
    const options = { preview: images.length === 1 };
    await commands.executeCommand('vscode.open', context.documents.uriOf(session.accountId, image), options);
  }
}

export async function openListJson(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  await session.images.ensureStarted();
  await commands.executeCommand('vscode.open', context.documents.listUriOf(session.accountId), {
    preview: false,
  });
}
