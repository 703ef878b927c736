import { fieldsOf } from '../../base/fields';
import { NO_FILTER, type Criterion, type CriterionKind, type Filter } from './criterion';
import { DEFINITIONS } from './definitions';
import { withCriterion } from './editing';

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
  const { kind } = fields;
  if (!isKind(kind)) return undefined;
  const held = DEFINITIONS[kind].read(fields);
  // What was read by the definition of a kind is of that kind.
  return held && ({ kind, ...held } as Criterion);
}

function isKind(kind: unknown): kind is CriterionKind {
  return typeof kind === 'string' && Object.hasOwn(DEFINITIONS, kind);
}
