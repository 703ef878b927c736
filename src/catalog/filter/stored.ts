import { fieldsOf, type Fields } from '../../base/fields';
import { NO_FILTER, type Criterion, type Filter } from './criterion';
import { withCriterion } from './editing';
import { parseInstant } from './instant';

/** A filter as text, to be stored. */
export function serializeFilter({ criteria }: Filter): string {
  return JSON.stringify({ criteria });
}

/** Reads a stored filter: none where nothing was stored, `broken` where not all of it can be read. */
export function parseFilter(stored: unknown): Filter {
  if (stored === undefined) return NO_FILTER;
  const { criteria } = fieldsOf(fromText(stored));
  if (!Array.isArray(criteria)) return { ...NO_FILTER, broken: true };
  const read = criteria.map(readCriterion).filter((criterion) => criterion !== undefined);
  const filter = read.reduce(withCriterion, NO_FILTER);
  return read.length === criteria.length ? filter : { ...filter, broken: true };
}

function fromText(stored: unknown): unknown {
  if (typeof stored !== 'string') return undefined;
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

function readCriterion(stored: unknown): Criterion | undefined {
  const fields = fieldsOf(stored);
  const { kind, value } = fields;
  const negated = fields.negated === true ? { negated: true } : {};
  switch (kind) {
    case 'nameContains':
      return isText(fields.text) ? { kind, text: fields.text, ...negated } : undefined;
    case 'namePattern':
      return isText(fields.pattern) ? { kind, pattern: fields.pattern, ...negated } : undefined;
    case 'name':
    case 'type':
      return isText(value) ? { kind, value } : undefined;
    case 'changedSince':
      return isTime(value) ? { kind, value } : undefined;
    case 'status':
      return isText(value) ? { kind, value, ...negated } : undefined;
    case 'app':
    case 'distribution':
    case 'os':
      return typeof value === 'string' ? { kind, value, ...negated } : undefined;
    case 'ownership':
      return value === 'own' || value === 'vendor' ? { kind, value } : undefined;
    case 'size':
      return readSize(fields);
    case 'created':
    case 'updated':
      return readDuring(kind, fields);
    default:
      return undefined;
  }
}

function readSize({ min, max }: Fields): Criterion | undefined {
  const bounds = { ...(isSize(min) && { min }), ...(isSize(max) && { max }) };
  return Object.keys(bounds).length === 0 ? undefined : { kind: 'size', ...bounds };
}

function readDuring(kind: 'created' | 'updated', { from, to }: Fields): Criterion | undefined {
  const bounds = { ...(isTime(from) && { from }), ...(isTime(to) && { to }) };
  return Object.keys(bounds).length === 0 ? undefined : { kind, ...bounds };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && typeof parseInstant(value, Date.now()) === 'number';
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
