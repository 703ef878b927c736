import { fieldsOf, timeOrNone, type Fields } from '../base/fields';
import { isListScope, type ServerQuery } from '../api/images/imageSource';
import type { Completeness, IncompleteReason } from '../catalog/pager';

/** Of the format of cached lists: a list of another version is not read. */
export const CACHE_VERSION = 1;

/** The first line of a cached list; an image a line follows. */
export interface Header {
  readonly version: number;
  readonly base: string;
  /** 0.1.0 wrote none. */
  readonly tenant?: string;
  readonly query: ServerQuery;
  readonly extent: Completeness;
  /** Milliseconds since 1970-01-01 UTC, as is `walkedAt`. */
  readonly asOf: number;
  readonly walkedAt: number;
  /** How many images follow. */
  readonly count: number;
}

/** Reads a header narrowly: `undefined` where anything in it is not what this version writes. @throws when it is no JSON */
export function readCacheHeader(line: string): Header | undefined {
  const fields = fieldsOf(JSON.parse(line));
  const { base, tenant, count } = fields;
  const [query, extent] = [readQuery(fields.query), readExtent(fields.extent)];
  const [asOf, walkedAt] = [timeOrNone(fields.asOf), timeOrNone(fields.walkedAt)];
  if (fields.version !== CACHE_VERSION || typeof base !== 'string' || typeof count !== 'number')
    return undefined;
  if (tenant !== undefined && typeof tenant !== 'string') return undefined;
  if (query === undefined || extent === undefined || asOf === undefined || walkedAt === undefined) {
    return undefined;
  }
  return { version: CACHE_VERSION, base, tenant, query, extent, asOf, walkedAt, count };
}

/** The compiler asks for every part of a query here. */
const PARTS: { readonly [Part in keyof ServerQuery]-?: (value: unknown) => boolean } = {
  name: (value) => typeof value === 'string',
  status: (value) => value === 'ACTIVE',
  type: (value) => typeof value === 'string',
  changesSince: (value) => timeOrNone(value) !== undefined,
  visibility: (value) => typeof value === 'string',
  owner: (value) => typeof value === 'string',
  tag: (value) => typeof value === 'string',
  diskFormat: (value) => typeof value === 'string',
  scope: isListScope,
};

/** A query with a part that is not known is none of the present one: the list would be another. */
function readQuery(stored: unknown): ServerQuery | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined;
  const sound = Object.entries(stored).every(
    ([part, value]) => Object.hasOwn(PARTS, part) && PARTS[part as keyof ServerQuery](value),
  );
  return sound ? stored : undefined;
}

const REASONS: Readonly<Record<IncompleteReason, true>> = { repeatedPage: true, noId: true };

const EXTENTS: { readonly [Kind in Completeness['kind']]: (fields: Fields) => Completeness | undefined } = {
  more: () => ({ kind: 'more' }),
  unconfirmed: () => ({ kind: 'unconfirmed' }),
  complete: () => ({ kind: 'complete' }),
  incomplete: ({ reason }) => (isReason(reason) ? { kind: 'incomplete', reason } : undefined),
};

function readExtent(stored: unknown): Completeness | undefined {
  const fields = fieldsOf(stored);
  const { kind } = fields;
  return typeof kind === 'string' && Object.hasOwn(EXTENTS, kind)
    ? EXTENTS[kind as Completeness['kind']](fields)
    : undefined;
}

function isReason(value: unknown): value is IncompleteReason {
  return typeof value === 'string' && Object.hasOwn(REASONS, value);
}
