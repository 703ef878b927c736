import { commands, Disposable, l10n, window } from 'vscode';
import { Canceled } from '../api/apiError';
import { errorSentence } from '../text/describeError';
import { removeAccount, renameAccount, showAccount, signOut, switchAccount, updateToken } from './account';
import { groupBy, groupByApp, groupByStatus, sortBy } from './arrange';
import type { Command, CommandContext } from './context';
import { copyId, copyName } from './copy';
import { clearFilter, filter } from './filter/filter';
import { findImage } from './findImage';
import { loadAll, loadMore, refresh } from './load';
import { openJson, openListJson } from './openJson';
import { signIn } from './signIn/signIn';

const COMMANDS: Readonly<Record<string, Command>> = {
  signIn,
  signOut,
  switchAccount,
  renameAccount,
  removeAccount,
  updateToken,
  showAccount,
  refresh,
  loadMore,
  loadAll,
  groupByStatus,
  groupByApp,
  groupBy,
  sortBy,
  filter,
  clearFilter,
  findImage,
  copyId,
  copyName,
  openJson,
  openListJson,
  showLog: ({ log }) => log.show(),
};

/** Registers every command, each behind the one place through which failures pass. */
export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    ...Object.entries(COMMANDS).map(([name, command]) =>
      commands.registerCommand(`conohaImages.${name}`, (...args: readonly unknown[]) =>
        run(context, command, args),
      ),
    ),
  );
}

async function run(context: CommandContext, command: Command, args: readonly unknown[]): Promise<void> {
  try {
    await command(context, ...args);
  } catch (error) {
    if (error instanceof Canceled) return;
    context.log.error(errorSentence(error));
    // The view shows a failed load by a row of its own.
    const shown = context.view.visible && context.sessions.active?.images.catalog.failure?.error === error;
    if (!shown) await tell(context, error);
  }
}

async function tell({ log }: CommandContext, error: unknown): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await window.showErrorMessage(errorSentence(error), showLog)) === showLog) log.show();
}
