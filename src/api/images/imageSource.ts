import type { JsonValue } from '../../base/json';
import type { Image } from './image';
import type { ImageStorage } from './imageStorage';

/** The lists there can be beside the usual one. Part of stored filters. */
export const LIST_SCOPES = ['all', 'hidden'] as const;

/**
 * A list beside the usual one.
 *
 * - `all`: the usual one with other projects' community images, and whatever is shared with the project: what it has not
 *   accepted yet, and also what it has rejected, since an image does not tell
 * - `hidden`: the images that the usual list leaves out as hidden, and no others
 */
export type ListScope = (typeof LIST_SCOPES)[number];

/** The part of a list that the server is asked to restrict. A change of it starts a new catalogue. */
export interface ServerQuery {
  /** Exact and case-sensitive. */
  readonly name?: string;
  /** The one word that means the same to every server. */
  readonly status?: 'ACTIVE';
  /** Exact match on the image property `image_type`, such as `snapshot`. */
  readonly type?: string;
  /** Milliseconds since 1970-01-01 UTC: images that have changed since then. */
  readonly changesSince?: number;
  /** `public`, `private` or `shared`: the words that mean the same to a filter as to the usual list. */
  readonly visibility?: string;
  /** The project that they belong to. */
  readonly owner?: string;
  /** A tag that they have. */
  readonly tag?: string;
  /** Such as `qcow2`. */
  readonly diskFormat?: string;
  /** Another list than the usual one. */
  readonly scope?: ListScope;
}

/**
 * Who applies a part of a query.
 *
 * - `server`: the server, whose word is taken, since the image does not tell
 * - `editor`: nobody asks the server, which does not take it or means something else by it
 * - `both`: the server is asked, and what it sends is checked, since it may ignore the question
 */
export type AppliedBy = 'server' | 'editor' | 'both';

/** Who applies each part of a query: the same for every list of a source. */
export type QueryParts = { readonly [Part in keyof ServerQuery]-?: AppliedBy };

/** Which images of the list are wanted. */
export interface PageRequest {
  /** The id after which the page starts; the first page has none. */
  readonly marker?: string;
  /** How many images are wanted, 1 or more; the server may send fewer, or all. */
  readonly limit: number;
  /** Whether an image was on a page before; none was where it is left out. */
  readonly isKnown?: (image: Image) => boolean;
  /** The page before this one was `unconfirmed`: this one tells. */
  readonly confirms?: boolean;
}

/**
 * What a page says about the end of the list.
 *
 * - `more`: the server has, or may have, more
 * - `unconfirmed`: it may have been the last one; the page after it tells
 * - `end`: it was the last one
 * - `repeated`: a page of images that are known: the server cannot be made to go on
 */
export type PageEnd = 'more' | 'unconfirmed' | 'end' | 'repeated';

/** What came of asking for a page; a refusal is thrown. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly images: readonly Image[]; readonly end: PageEnd }
  /** The server does not know the marker's image any more, or not as a marker. */
  | { readonly kind: 'markerLost' };

/** What came of asking for changes; a refusal that means anything else is thrown. */
export type ChangesAnswer =
  /** The images that have changed, with those that are gone where the server reports them, in no order. */
  | { readonly kind: 'changes'; readonly images: readonly Image[] }
  /** They cannot be had: the list has to be asked for anew. `lasting`: nor will they the next time. */
  | { readonly kind: 'unknown'; readonly lasting: boolean };

/** The list of one query. It learns from its pages what the server's are like. */
export interface ImageListing {
  /** @throws {ApiError} when the server refuses or cannot be understood; {Canceled} when `signal` fired. */
  page(request: PageRequest, signal: AbortSignal): Promise<PageAnswer>;
  /** What has changed since these images were sent, whatever the query. @throws as `page` */
  changes(known: readonly Image[], signal: AbortSignal): Promise<ChangesAnswer>;
}

/** Reads an entry of a list. Never throws. */
export type ReadImage = (raw: JsonValue) => Image;

/** Where images come from. It alone knows what is special to its kind of server. */
export interface ImageSource {
  /** The most images that are worth asking for at once. It may fall when the server has refused so many. */
  readonly largestPage: number;
  readonly applied: QueryParts;
  /** Its images have `details`. */
  readonly tellsDetails: boolean;
  /** The lists that it has beside the usual one. */
  readonly scopes: readonly ListScope[];
  /** What reads an entry as the server sent it, whatever that is, and never throws. Loaded when there is one to read. */
  readonly reader: () => Promise<ReadImage>;
  /** The server's order. */
  readonly precedes: (a: Image, b: Image) => boolean;
  /** The server has sent the same for both: nobody has to be shown anything new. */
  readonly sameContent: (a: Image, b: Image) => boolean;
  list(query: ServerQuery): ImageListing;
  /** One image by id. @throws {ApiError} of kind `notFound` when there is none or none can have that id; otherwise as `page`. */
  image(id: string, signal: AbortSignal): Promise<Image>;
  /**
   * What saved images take up; `undefined` where the server tells no such thing.
   * @param known images of its list, which may tell whose server it is
   * @throws as `page`
   */
  storage?(known: readonly Image[], signal: AbortSignal): Promise<ImageStorage | undefined>;
}

/** Whether a stored value names such a list. */
export function isListScope(value: unknown): value is ListScope {
  return LIST_SCOPES.some((scope) => scope === value);
}
