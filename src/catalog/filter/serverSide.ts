import type { ServerQuery } from '../../api/images/imageSource';
import type { Criterion, CriterionKind, CriterionOf, Filter } from './criterion';
import { parseInstant } from './instant';

/** Who applies a criterion; `both`: the server is asked, and what it answers is checked, since it may ignore it. */
export type AppliedBy = 'server' | 'editor' | 'both';

/**
 * What can be left to the server (Nova): an exact name, a time of change, the status ACTIVE and no other, and the
 * type, which only the server can check: the property need not be in what it sends.
 */
export function appliedBy(criterion: Criterion): AppliedBy {
  switch (criterion.kind) {
    case 'name':
    case 'changedSince':
      return 'both';
    case 'status':
      return isActive(criterion) ? 'both' : 'editor';
    case 'type':
      return 'server';
    case 'nameContains':
    case 'namePattern':
    case 'app':
    case 'distribution':
    case 'os':
    case 'ownership':
    case 'size':
    case 'created':
    case 'updated':
      return 'editor';
  }
}

/** The criteria that the server is asked to apply. */
export function serverCriteria(filter: Filter): readonly Criterion[] {
  return filter.criteria.filter((criterion) => appliedBy(criterion) !== 'editor');
}

/**
 * What the server is asked for. Relative times become fixed ones: the query is kept for the life of a catalogue.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function serverQuery(filter: Filter, now: number): ServerQuery {
  const name = find(filter, 'name')?.value;
  const type = find(filter, 'type')?.value;
  const changed = find(filter, 'changedSince');
  const changesSince = changed === undefined ? undefined : wholeSecond(parseInstant(changed.value, now));
  const active = filter.criteria.some((criterion) => criterion.kind === 'status' && isActive(criterion));
  return {
    ...(name !== undefined && { name }),
    ...(active && { status: 'ACTIVE' }),
    ...(type !== undefined && { type }),
    ...(changesSince !== undefined && { changesSince }),
  };
}

/** Both filters ask the same of the server; a relative time is the same as itself, whenever it was typed. */
export function sameServerQuery(a: Filter, b: Filter): boolean {
  return asked(a) === asked(b);
}

function asked(filter: Filter): string {
  const parts = serverCriteria(filter).map((criterion) => [
    criterion.kind,
    criterion.kind === 'status' ? 'ACTIVE' : 'value' in criterion && criterion.value,
  ]);
  return JSON.stringify(parts.sort(([a], [b]) => String(a).localeCompare(String(b), 'en')));
}

function isActive(criterion: CriterionOf<'status'>): boolean {
  return criterion.value.toUpperCase() === 'ACTIVE' && criterion.negated !== true;
}

function find<Kind extends CriterionKind>(filter: Filter, kind: Kind): CriterionOf<Kind> | undefined {
  return filter.criteria.find((criterion): criterion is CriterionOf<Kind> => criterion.kind === kind);
}

/** Servers keep whole seconds; a time that cannot be read is not asked for. */
function wholeSecond(instant: ReturnType<typeof parseInstant>): number | undefined {
  return typeof instant === 'number' ? Math.floor(instant / 1000) * 1000 : undefined;
}
