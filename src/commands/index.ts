import { window } from 'vscode';
import { Canceled } from '../base/canceled';
import type { Core } from '../core';
import { failureWords, showLogText } from '../text/failureText';
import type { ImagesView } from '../tree/imagesView';
import type { Command, CommandContext } from './context';
import type { CommandProgress } from './progress';
import { reportingTo } from './reporting';

/** Carries out a command of the manifest. @param args what the editor, or another extension, calls it with */
export type RunCommand = (id: string, args: readonly unknown[]) => Promise<void>;

/** What carries out commands: the one place through which their failures pass. */
export function commandRunner(
  core: Core,
  view: ImagesView,
  surroundings: Pick<CommandContext, 'extensionKind' | 'lastEditor'>,
): RunCommand {
  // One for all commands of the window.
  let progress: CommandProgress | undefined;
  const start = async (id: string, args: readonly unknown[]): Promise<void> => {
    const { COMMANDS, newProgress } = await import('./commands');
    progress ??= newProgress();
    const known: Readonly<Record<string, Command>> = COMMANDS;
    const command = known[id.replace('conohaImages.', '')];
    if (command === undefined) throw new Error(`${id} does nothing.`);
    const context: CommandContext = { ...core, ...surroundings, view, progress };
    await reportingTo(core.log.report, () => command(context, ...args));
  };
  return (id, args) => reported(core, view, start(id, args));
}

async function reported(context: Core, view: ImagesView, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Canceled) return;
    context.log.report(error);
    // The view shows a failed load by a row of its own.
    const shown = view.visible && context.sessions.ofActive()?.images.catalog.failure?.error === error;
    if (!shown) await reportFailure(context, error);
  }
}

async function reportFailure({ log }: Core, error: unknown): Promise<void> {
  const showLog = showLogText();
  if ((await window.showErrorMessage(await failureWords(error), showLog)) === showLog) log.show();
}
