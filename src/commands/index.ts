import { commands, window, type ExtensionContext } from 'vscode';
import { Canceled } from '../base/canceled';
import type { Core } from '../core';
import { failureWords, showLogText } from '../text/failureText';
import type { ImagesView } from '../tree/imagesView';
import type { Command, CommandContext } from './context';
import { CommandProgress } from './progress';
import { reportingTo } from './reporting';

/** Registers every command of the manifest, each behind the one place through which failures pass. */
export function registerCommands(
  core: Core,
  view: ImagesView,
  { extension, subscriptions }: Pick<ExtensionContext, 'extension' | 'subscriptions'>,
): void {
  const { extensionKind } = extension;
  const context: CommandContext = { ...core, view, progress: new CommandProgress(), extensionKind };
  const { contributes } = extension.packageJSON as Manifest;
  for (const { command } of contributes.commands) {
    const carryOut = (...args: readonly unknown[]) => run(context, command, args);
    subscriptions.push(commands.registerCommand(command, carryOut));
  }
}

/** What is read of `package.json`. */
interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
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
