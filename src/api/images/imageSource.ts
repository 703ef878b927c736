import type { Image } from './image';

/**
 * The part of a listing that the server is asked to restrict. A change of it starts a new catalogue.
 * Only `ACTIVE` is trusted to the server: the other status words mean something else to it (Nova).
 */
export interface ServerQuery {
  /** Exact and case-sensitive. */
  readonly name?: string;
  readonly status?: 'ACTIVE';
  /** Exact match on the image property `image_type`, such as `snapshot`. */
  readonly type?: string;
  /** Milliseconds since 1970-01-01 UTC; sent as `changes-since` in UTC with `Z`. */
  readonly changesSince?: number;
}

/**
 * Who applies a part of a query.
 *
 * - `server`: the server, whose word is taken, since the image does not tell
 * - `editor`: nobody asks the server, which does not take it or means something else by it
 * - `both`: the server is asked, and what it sends is checked, since it may ignore the question
 */
export type AppliedBy = 'server' | 'editor' | 'both';

export type QueryParts = { readonly [Part in keyof ServerQuery]-?: AppliedBy };

export interface PageRequest {
  readonly query: ServerQuery;
  /** The id after which the page starts; the first page has none. */
  readonly marker?: string;
  /** How many images are asked for, 1 or more; the server may send fewer, or all. */
  readonly limit: number;
}

export interface ImagePage {
  readonly images: readonly Image[];
  /** The server announced a next page. Its address is never followed: pages are asked for by marker. */
  readonly hasNext: boolean;
  /** The server's clock when it answered, milliseconds since 1970-01-01 UTC, where it told. */
  readonly serverTime: number | undefined;
}

/** Where images come from: Compute's `images/detail` now, another service later. */
export interface ImageSource {
  readonly applied: QueryParts;
  /** @throws {ApiError} when the server refuses or cannot be understood; {Canceled} when `signal` fired. */
  page(request: PageRequest, signal: AbortSignal): Promise<ImagePage>;
  /** One image by id. @throws {ApiError} of kind `notFound` when there is none or `isAskable` says no; otherwise as `page`. */
  image(id: string, signal: AbortSignal): Promise<Image>;
}
