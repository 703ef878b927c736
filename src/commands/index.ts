import { commands, Disposable, l10n, window } from 'vscode';
import { Canceled } from '../api/apiError';
import { errorSentence } from '../text/describeError';
import type { CommandContext } from './context';
import { COMMAND_NAMES, type CommandName } from './names';
import { CommandProgress } from './progress';

/** Registers every command, each behind the one place through which failures pass. */
export function registerCommands(parts: Omit<CommandContext, 'progress'>): Disposable {
  const context = { ...parts, progress: new CommandProgress() };
  return Disposable.from(
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
