import { commands, Uri } from 'vscode';
import type { Image } from '../api/images/image';
import { formatCount, formatDisks } from '../base/format';
import type { Session } from '../session/sessions';
import { copyTexts } from '../text/copyTexts';
import { imageLabel } from '../text/describeImage';
import { plainLabel } from '../text/plainLabel';
import { disksOf } from '../tree/listRows';
import { accountIdIn, type GroupRow, type ImageRow, type Row } from '../tree/rows';
import type { CommandContext } from './context';
import { pickOne } from './pick';
import { pickImages, type ImagesQuestion } from './pickImages';

/** An image that a command is meant for. */
export interface TargetImage {
  readonly accountId: string;
  readonly image: Image;
}

/** Images a command is meant for, of one account or of several. */
export interface Target {
  readonly images: readonly TargetImage[];
  /** A whole group was meant, of which the server may have more than is loaded. */
  readonly mayHaveMore?: boolean;
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
 * The images of the rows given or selected, or of the document given; `undefined` where there are none, `nothing` where somebody was asked which of
 * them is meant, and gave up.
 */
async function targetRows(
  context: CommandContext,
  args: readonly unknown[],
  asksSize: boolean,
): Promise<Target | 'nothing' | undefined> {
  const [clicked] = args;
  if (clicked instanceof Uri) return documentTarget(context, clicked);
  const rows = rowsOf(context, args).filter((row) => row.kind === 'image' || row.kind === 'group');
  const [only, ...others] = rows;
  if (asksSize && only?.kind === 'group' && others.length === 0 && only.variants !== undefined) {
    return (await oneSize(only)) ?? 'nothing';
  }
  return rows.length > 0 ? targetOf(context, rows) : undefined;
}

/** The image whose JSON an editor shows; one that was signed out meanwhile has none. */
async function documentTarget({ documents }: CommandContext, document: Uri): Promise<Target | 'nothing'> {
  const image = await documents.imageAt(document);
  return image === undefined ? 'nothing' : { images: [image] };
}

/**
 * The same; with no rows, those that somebody picks from what is loaded.
 * @param asksSize which of its disk sizes is meant where one image in several is: else all of them are
 * @returns `undefined` when nothing was picked
 */
export function targetImages(
  context: CommandContext,
  args: readonly unknown[],
  pick: ImagesQuestion,
  asksSize?: boolean,
): Promise<Target | undefined> {
  return targetOrChosen(context, args, (session) => pickImages(context, session, pick), asksSize);
}

/** The images of the rows or of the document given; with none, those that somebody chooses. @param choose `undefined` when nothing was chosen */
export async function targetOrChosen(
  context: CommandContext,
  args: readonly unknown[],
  choose: (session: Session) => Promise<readonly Image[] | undefined>,
  asksSize = true,
): Promise<Target | undefined> {
  const target = await targetRows(context, args, asksSize);
  if (target !== undefined) return target === 'nothing' ? undefined : target;
  const session = await targetSession(context, args[0]);
  if (session === undefined) return undefined;
  const { accountId } = session;
  const images = await choose(session);
  return images && { images: images.map((image) => ({ accountId, image })) };
}

/** Of an image in several disk sizes one is meant, or all of them. */
async function oneSize({ accountId, group: { images } }: GroupRow): Promise<Target | undefined> {
  const sizes = images.map((image) => ({
    label: formatDisks(disksOf([image])),
    description: plainLabel(imageLabel(image)),
    images: [image],
  }));
  const all = { label: copyTexts.allSizes(formatCount(images.length)), images };
  const picked = await pickOne([...sizes, all], { title: copyTexts.whichSize() });
  return picked && { images: picked.images.map((image) => ({ accountId, image })) };
}

/** Rows of several accounts may be selected together. */
function targetOf({ sessions }: CommandContext, rows: readonly (ImageRow | GroupRow)[]): Target {
  // An image selected beside its group is meant once.
  const accounts = new Map<Image, string>();
  for (const row of rows) {
    for (const image of row.kind === 'image' ? [row.image] : row.group.images) {
      if (!accounts.has(image)) accounts.set(image, row.accountId);
    }
  }
  return {
    images: Array.from(accounts, ([image, accountId]) => ({ accountId, image })),
    mayHaveMore: rows.some(
      ({ kind, accountId }) =>
        kind === 'group' && sessions.of(accountId)?.images.catalog.isComplete === false,
    ),
  };
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

/** A word for images that may be missing; `undefined` where none can be. */
export function moreWord({ mayHaveMore }: Target): string | undefined {
  return mayHaveMore === true ? copyTexts.mayHaveMore() : undefined;
}
