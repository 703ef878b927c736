import { commands, l10n } from 'vscode';
import type { Image } from '../api/images/image';
import type { Session } from '../session/sessions';
import { accountIdIn, type Row } from '../tree/rows';
import type { CommandContext } from './context';
import { pickImages } from './pickImages';

/** Images a command is meant for, all of one account. */
export interface Target {
  readonly session: Session;
  readonly images: readonly Image[];
  /** A whole group was meant, of which the server may have more than is loaded. */
  readonly wholeGroup: boolean;
}

/** The account of a row or of an id, else the active one; whoever is signed out is asked to sign in first. */
export async function targetSession(
  context: CommandContext,
  argument: unknown,
): Promise<Session | undefined> {
  const accountId = accountIdIn(argument);
  const session = sessionOf(context, accountId);
  if (session !== undefined) return session;
  if (accountId === undefined) await commands.executeCommand('conohaImages.signIn');
  else await commands.executeCommand('conohaImages.updateToken', accountId);
  return sessionOf(context, accountId);
}

/**
 * The images of the rows given or selected; with none, those the user picks from what is loaded.
 * `undefined` when the user picked nothing.
 */
export async function targetImages(
  context: CommandContext,
  args: readonly unknown[],
  pick: { readonly placeholder: string; readonly many: boolean },
): Promise<Target | undefined> {
  const rows = rowsOf(context, args).filter((row) => row.kind === 'image' || row.kind === 'group');
  const session = await targetSession(context, rows[0]?.accountId ?? args[0]);
  if (session === undefined) return undefined;
  if (rows.length === 0) {
    const images = await pickImages(context, session, pick);
    return images === undefined ? undefined : { session, images, wholeGroup: false };
  }
  const ofAccount = rows.filter((row) => row.accountId === session.accountId);
  // An image selected beside its group is meant once.
  const images = new Set(ofAccount.flatMap((row) => (row.kind === 'image' ? [row.image] : row.group.images)));
  return { session, images: [...images], wholeGroup: ofAccount.some((row) => row.kind === 'group') };
}

function sessionOf(
  { accounts, sessions }: CommandContext,
  accountId = accounts.active?.id,
): Session | undefined {
  return accountId === undefined ? undefined : sessions.of(accountId);
}

/** @param args ids of rows: the one that was clicked, and all that are selected */
function rowsOf({ view }: CommandContext, [clicked, selected]: readonly unknown[]): readonly Row[] {
  const row = view.rowOf(clicked);
  // A row that is gone by now means none, not those that happen to be selected.
  if (row === undefined) return clicked === undefined ? view.selection : [];
  const ids: readonly unknown[] = Array.isArray(selected) ? selected : [];
  // A click on a row outside the selection means that row alone.
  if (!ids.includes(row.id)) return [row];
  return ids.map((id) => view.rowOf(id)).filter((found) => found !== undefined);
}

/** A word for how many were meant, and that there may be more. */
export function moreWord({ session, wholeGroup }: Target): string {
  return wholeGroup && session.images.catalog.hasMore
    ? l10n.t('Only loaded images were taken: the server may have more.')
    : '';
}
