import type { ImageRecord } from '../images';
import { nameMatcher, listed } from '../nameOperators';
import { sizeOf } from './glanceJson';
import { isInScope, ownerOf, type MemberStatus, type Scope, type Visibility } from './visibility';

/** Answers with an error of that status. */
export type Refuse = (status: number, message: string) => never;

export interface GlanceQuery {
  /** Absent: Glance's 25. */
  readonly limit?: number;
  readonly marker?: string;
  readonly matches: (image: ImageRecord) => boolean;
}

type Test = (image: ImageRecord) => boolean;

/** Reads the query as Glance does: what it does not know is a filter by that property, which empties the list. */
export function parseGlanceQuery(params: URLSearchParams, tenantId: string, refuse: Refuse): GlanceQuery {
  const last = (name: string) => params.getAll(name).at(-1);
  const limit = last('limit');
  const tests = [...new Set(params.keys())]
    .filter((name) => !NO_FILTERS.includes(name))
    .map((name) => testOf(name, params, tenantId, refuse));
  const scope = scopeOf(last, refuse);
  return {
    limit: limit === undefined ? undefined : parseLimit(limit, refuse),
    marker: last('marker'),
    matches: (image) =>
      !NEVER_LISTED.includes(image.status) &&
      isInScope(image, tenantId, scope) &&
      tests.every((test) => test(image)),
  };
}

const NEVER_LISTED: readonly string[] = ['deleted', 'killed', 'pending_delete'];

/** `deleted` is ignored. */
const NO_FILTERS: readonly string[] = [
  'limit',
  'marker',
  'visibility',
  'member_status',
  'os_hidden',
  'deleted',
];

function parseLimit(text: string, refuse: Refuse): number {
  if (/^\d+$/.test(text)) return Number(text);
  return refuse(400, /^-\d+$/.test(text) ? 'limit param must be positive' : 'limit param must be an integer');
}

function scopeOf(last: (name: string) => string | undefined, refuse: Refuse): Scope {
  const word = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const value = last(name);
    if (value === undefined) return undefined;
    return words.find((one) => one === value) ?? refuse(400, `Invalid ${name} value: ${value}`);
  };
  const hidden = last('os_hidden')?.toLowerCase();
  if (hidden !== undefined && hidden !== 'true' && hidden !== 'false') {
    refuse(400, 'Invalid value for os_hidden');
  }
  return {
    visibility: word<Visibility | 'all'>('visibility', ['public', 'private', 'shared', 'community', 'all']),
    memberStatus: word<MemberStatus | 'all'>('member_status', ['accepted', 'pending', 'rejected', 'all']),
    hidden: hidden === 'true',
  };
}

function testOf(name: string, params: URLSearchParams, tenantId: string, refuse: Refuse): Test {
  const values = params.getAll(name);
  const value = values.at(-1) ?? '';
  switch (name) {
    case 'name': {
      const isNamed = nameMatcher(value, 'understood', (message) => refuse(400, message));
      return (image) => isNamed(image.name);
    }
    case 'status':
      return oneOf(value, (image) => image.status, refuse);
    case 'id':
      return oneOf(value, (image) => image.id, refuse);
    case 'disk_format':
      return oneOf(value, ({ diskFormat = 'qcow2' }) => diskFormat, refuse);
    case 'container_format':
      return oneOf(value, ({ containerFormat = 'bare' }) => containerFormat, refuse);
    case 'owner':
      return (image) => ownerOf(image, tenantId) === value;
    case 'tag':
      return ({ tags = [] }) => values.every((tag) => tags.includes(tag));
    case 'protected':
      if (value !== 'true' && value !== 'false') refuse(400, 'Invalid value for protected');
      return (image) => (image.protected ?? false) === (value === 'true');
    case 'size_min':
    case 'size_max': {
      const bound = wholeNumber(value, name, refuse);
      return (image) => {
        const size = sizeOf(image);
        return size !== null && (name === 'size_min' ? size >= bound : size <= bound);
      };
    }
    case 'min_disk':
      return ({ minDisk }) => minDisk === wholeNumber(value, name, refuse);
    case 'min_ram':
      return ({ minRam }) => minRam === wholeNumber(value, name, refuse);
    case 'created_at':
    case 'updated_at':
      return timeTest(name, value, refuse);
    case 'changes-since':
      return refuse(400, 'Invalid filter changes-since');
    case 'properties':
      return refuse(
        500,
        'The server has either erred or is incapable of performing the requested operation.',
      );
    case 'sort':
    case 'sort_key':
    case 'sort_dir':
      // No client needs it: the order in which pages can be had by marker is the usual one.
      throw new Error(`The simulated image service does not sort: ${name}`);
    default:
      return ({ metadata }) => Object.hasOwn(metadata, name) && metadata[name] === value;
  }
}

function oneOf(value: string, of: (image: ImageRecord) => string | null, refuse: Refuse): Test {
  const [, operator, operand = ''] = /^([^:]*):(.*)$/s.exec(value) ?? [];
  if (operator === undefined) return (image) => of(image) === value;
  if (operator !== 'in') refuse(400, `Unable to filter by unknown operator '${operator}'.`);
  return (image) => listed(operand).includes(of(image) ?? '');
}

function wholeNumber(value: string, name: string, refuse: Refuse): number {
  return /^\d+$/.test(value) ? Number(value) : refuse(400, `Invalid value for ${name}`);
}

const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Times are compared with microseconds that no answer shows: only `gte:` of a whole second is safe. */
function timeTest(name: 'created_at' | 'updated_at', value: string, refuse: Refuse): Test {
  const [, operator = '', text = ''] = /^(\w+):(.*)$/s.exec(value) ?? [];
  const compare = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (compare === undefined) return refuse(400, `Unable to filter by unknown operator '${operator}'.`);
  const isZoned = /Z$|[+-]\d{2}:\d{2}$/.test(text.slice(10));
  const instant = TIME.test(text) ? Date.parse(isZoned || text.length === 10 ? text : `${text}Z`) : NaN;
  if (Number.isNaN(instant)) {
    return refuse(400, `Bad "${name}" query filter format. Use ISO 8601 DateTime notation.`);
  }
  return (image) => compare(exactTime(image, name), instant);
}

const COMPARISONS: Readonly<Record<string, (time: number, bound: number) => boolean>> = {
  gt: (time, bound) => time > bound,
  gte: (time, bound) => time >= bound,
  lt: (time, bound) => time < bound,
  lte: (time, bound) => time <= bound,
  eq: (time, bound) => time === bound,
  neq: (time, bound) => time !== bound,
};

/** Milliseconds since 1970: always a little after the whole second that is shown. */
function exactTime({ created, updated, id }: ImageRecord, name: 'created_at' | 'updated_at'): number {
  const fraction = 1 + ((id.codePointAt(0) ?? 0) % 998);
  return Date.parse(name === 'created_at' ? created : updated) + fraction;
}
