import { commands, l10n, window, type ExtensionContext } from 'vscode';
import { Canceled } from '../base/canceled';
import { errorSentence } from '../text/describeError';
import type { Core } from '../core';
import type { ImagesView } from '../tree/imagesView';
import type { CommandContext } from './context';
import { COMMAND_NAMES, type CommandName } from './names';
import { CommandProgress } from './progress';

/** Registers every command, each behind the one place through which failures pass. */
export function registerCommands(
  core: Core,
  view: ImagesView,
  subscriptions: ExtensionContext['subscriptions'],
): void {
  const context: CommandContext = { ...core, view, progress: new CommandProgress() };
  subscriptions.push(
    ...COMMAND_NAMES.map((name) =>
      commands.registerCommand(`conohaImages.${name}`, (...args: readonly unknown[]) =>
        run(context, name, args),
      ),
    ),
  );
}

async function run(context: CommandContext, name: CommandName, args: readonly unknown[]): Promise<void> {
  try {
    const { COMMANDS } = await import('./commands');
    await COMMANDS[name](context, ...args);
  } catch (error) {
    if (error instanceof Canceled) return;
    context.log.report(error);
    // The view shows a failed load by a row of its own.
    const shown = context.view.visible && context.sessions.active?.images.catalog.failure?.error === error;
    if (!shown) await tell(context, error);
  }
}

async function tell({ log }: CommandContext, error: unknown): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await window.showErrorMessage(errorSentence(error), showLog)) === showLog) log.show();
}
