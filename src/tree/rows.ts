import type { Image } from '../api/images/image';
import type { Group } from '../catalog/group';

/** A row of the tree. Its `id` is unique in the whole tree: account first, and an image's within its group. */
export type Row = AccountRow | GroupRow | ImageRow | LoadMoreRow | InfoRow | ErrorRow;

interface RowBase {
  readonly id: string;
  readonly accountId: string;
  readonly parent: AccountRow | GroupRow | undefined;
}

export interface AccountRow extends RowBase {
  readonly kind: 'account';
  readonly parent: undefined;
}

export interface GroupRow extends RowBase {
  readonly kind: 'group';
  /** Replaced when the catalogue changes: the row stays the same object, so that the editor knows it again. */
  group: Group;
  /** The disk sizes of one image rather than a group of images. */
  readonly variants: boolean;
}

export interface ImageRow extends RowBase {
  readonly kind: 'image';
  /** Replaced when the image changes, as a group is. */
  image: Image;
}

/** Asks for the next page of its account's list. */
export interface LoadMoreRow extends RowBase {
  readonly kind: 'loadMore';
}

/**
 * Says why there is nothing, or perhaps not everything, below an account.
 * `signedOut`, `empty` and `noMatch` stand only where several accounts do: a single one has a welcome text for them.
 */
export interface InfoRow extends RowBase {
  readonly kind: 'info';
  readonly info: 'signedOut' | 'empty' | 'noMatch' | 'filterFails' | 'incomplete';
}

export interface ErrorRow extends RowBase {
  readonly kind: 'error';
  readonly error: unknown;
}

/** The row that a command was called with, when it was called from the tree. */
export function asRow(argument: unknown): Row | undefined {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && 'accountId' in argument
    ? (argument as Row)
    : undefined;
}
