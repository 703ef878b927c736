import type { Image } from '../api/images/image';
import type { Group, Heading } from '../catalog/group';
import type { Grouping } from '../catalog/grouping';
import type { RowDetail } from '../catalog/labels/rowDetail';
import type { LabelStyle } from '../catalog/labels/labelStyle';
import type { RowLabel } from '../catalog/labels/rowLabel';
import type { ListInfo } from '../text/treeTexts';

/** What a row is called in the list. */
export interface ShownLabel extends RowLabel {
  /** What a narrow list shows of it; `undefined` for the whole. */
  readonly narrow: string | undefined;
}

/**
 * A row of the tree: a value that is made anew whenever what it shows has changed. The editor knows it by its `id`,
 * which is unique in the whole tree: the account's first, then what stands above it, and an image's within its group.
 */
export type Row = AccountRow | GroupRow | ImageRow | LoadMoreRow | InfoRow | ErrorRow;

interface RowBase {
  readonly id: string;
  readonly accountId: string;
  /** Id of the row above; `undefined` at the top. */
  readonly parent: string | undefined;
}

/** Its `id` is the account's. */
export interface AccountRow extends RowBase {
  readonly kind: 'account';
  readonly parent: undefined;
  readonly signedIn: boolean;
  /** Whether a filter is on. */
  readonly filtered: boolean;
  readonly label: string;
  readonly description: string;
  /** Milliseconds since 1970, where it is known. */
  readonly tokenEnds: number | undefined;
}

/** Images with the same value, or the disk sizes of one image. */
export interface GroupRow extends RowBase {
  readonly kind: 'group';
  readonly group: Group;
  readonly grouping: Grouping;
  /** Of the disk sizes of one image, which are no group of images: what that is called. */
  readonly variants: ShownLabel | undefined;
  /** What stands above the rows below it. */
  readonly headings: readonly Heading[];
  readonly look: RowLook;
  /** Keys of its account's favourites. */
  readonly favourites: ReadonlySet<string>;
  /** Disk sizes of one image are one row below it. */
  readonly folded: boolean;
  /** The server may have more of its images: it is not known to be whole. */
  readonly mayHaveMore: boolean;
  /** Its account has no other group. */
  readonly alone: boolean;
}

/** One image, without rows below it. */
export interface ImageRow extends RowBase {
  readonly kind: 'image';
  readonly image: Image;
  readonly label: ShownLabel;
  readonly look: RowLook;
  readonly isFavourite: boolean;
}

/** How rows of images look, which the settings say: the same object for as long as they say the same. */
export interface RowLook {
  readonly style: LabelStyle;
  readonly details: readonly RowDetail[];
  readonly distributionIcons: boolean;
}

/** Asks for the next page of its account's list. */
export interface LoadMoreRow extends RowBase {
  readonly kind: 'loadMore';
  /** How many images there are already. */
  readonly loaded: number;
  readonly loading: boolean;
}

/**
 * Says why there is nothing, or perhaps not everything, below an account.
 * `signedOut`, `loading` and `empty` stand only where several accounts do: a single one has a welcome text or the view's
 * progress bar for them.
 */
export interface InfoRow extends RowBase {
  readonly kind: 'info';
  readonly info: ListInfo;
}

/** Says what failed, and asks for what helps. */
export interface ErrorRow extends RowBase {
  readonly kind: 'error';
  readonly error: unknown;
}

/**
 * The account that a command is meant for by what it was called with: a row's id, or an account's, which is that of
 * its row. `undefined` where it was called with neither.
 */
export function accountIdIn(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument.replace(/\/.*$/s, '') : undefined;
}
