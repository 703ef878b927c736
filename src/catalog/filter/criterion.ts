import type { ListScope } from '../../api/images/imageSource';
import type { FacetId } from '../facets';

/** What each kind of criterion holds. Times are kept as `parseInstant` reads them (`2026-11-23`, `7d`). */
export interface CriterionFields extends Readonly<Record<FacetId, ChosenValues>> {
  /** Part of the name; upper or lower case, full or half width make no difference. */
  nameContains: { readonly text: string; readonly negated?: boolean };
  /** A pattern as typed: `/regex/flags`. */
  namePattern: { readonly pattern: string; readonly negated?: boolean };
  /** The exact name. */
  name: { readonly value: string };
  /** Words of statuses, in any letter case. */
  status: ChosenValues;
  /** The image property `image_type`, such as `snapshot`. */
  type: { readonly value: string };
  changedSince: { readonly value: string };
  /** Another list than the usual one. */
  scope: { readonly value: ListScope };
  /** GiB of the disk that an image is made for. */
  diskRange: Bounds;
  /** Bytes. */
  size: Bounds;
  created: TypedPeriod;
  updated: TypedPeriod;
}

/**
 * One or more values, of which an image has to have one, or none where it is negated. Of a facet: a family with all its
 * versions ("GitLab"), a major version ("CentOS 7"), one release ("GitLab 7.9.1"); empty for images without one.
 */
export interface ChosenValues {
  readonly values: readonly string[];
  readonly negated?: boolean;
}

/** Ends of a range, of which some are given; `min` and `max` belong to it, `above` and `below` do not. */
export interface Bounds {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly below?: number;
}

/**
 * From when to when; an end that is not given is open. A day, a month or a year is meant whole: `from` its first moment,
 * `to` its last, `after` and `before` what lies behind and before all of it.
 */
export interface TypedPeriod {
  readonly from?: string;
  readonly after?: string;
  readonly to?: string;
  readonly before?: string;
}

/** Part of stored filters: a kind stays what it is called. */
export type CriterionKind = keyof CriterionFields;

/** One condition of a filter, of one kind or of several. */
export type CriterionOf<Kind extends CriterionKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & CriterionFields[Each];
}[Kind];

/** One condition of a filter. */
export type Criterion = CriterionOf<CriterionKind>;

/** All criteria have to hold. */
export interface Filter {
  readonly criteria: readonly Criterion[];
  /** It was stored, and not all of it could be read: what it was meant to let through is not known. */
  readonly broken?: true;
}

/** Lets everything through. */
export const NO_FILTER: Filter = { criteria: [] };

/** It keeps out what it would let through otherwise. */
export function isNegated(criterion: Criterion): boolean {
  return 'negated' in criterion && criterion.negated === true;
}
