import { window, type ExtensionContext } from 'vscode';
import { Canceled } from '../base/canceled';
import type { Core } from '../core';
import { failureWords, showLogText } from '../text/failureText';
import type { ImagesView } from '../tree/imagesView';
import type { Command, CommandContext } from './context';
import { CommandProgress } from './progress';
import { reportingTo } from './reporting';

/** Carries out a command of the manifest. @param args what the editor, or another extension, calls it with */
export type RunCommand = (id: string, args: readonly unknown[]) => Promise<void>;

/** What carries out commands: the one place through which their failures pass. */
export function commandRunner(
  core: Core,
  view: ImagesView,
  { extensionKind }: Pick<ExtensionContext['extension'], 'extensionKind'>,
): RunCommand {
  const context: CommandContext = { ...core, view, progress: new CommandProgress(), extensionKind };
  return (id, args) => run(context, id, args);
}

async function run(context: CommandContext, id: string, args: readonly unknown[]): Promise<void> {
  try {
    const { COMMANDS } = await import('./commands');
    const known: Readonly<Record<string, Command>> = COMMANDS;
    const command = known[id.replace('conohaImages.', '')];
    if (command === undefined) throw new Error(`${id} does nothing.`);
    await reportingTo(context.log.report, () => command(context, ...args));
  } catch (error) {
    if (error instanceof Canceled) return;
    context.log.report(error);
    // The view shows a failed load by a row of its own.
    const shown =
      context.view.visible && context.sessions.ofActive()?.images.catalog.failure?.error === error;
    if (!shown) await reportFailure(context, error);
  }
}

async function reportFailure({ log }: CommandContext, error: unknown): Promise<void> {
  const showLog = showLogText();
  if ((await window.showErrorMessage(await failureWords(error), showLog)) === showLog) log.show();
}
