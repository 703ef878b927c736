import type { ListScope } from '../../api/images/imageSource';
import type { FacetId } from '../facets';

/** What each kind of criterion holds. Times are kept as typed (`2026-11-23`, `7d`): `parseInstant` says what they mean. */
export interface CriterionFields extends Readonly<Record<FacetId, FacetFields>> {
  /** Part of the name; upper or lower case, full or half width make no difference. */
  nameContains: { readonly text: string; readonly negated?: boolean };
  /** A pattern as typed: `/regex/flags`. */
  namePattern: { readonly pattern: string; readonly negated?: boolean };
  /** The exact name. */
  name: { readonly value: string };
  status: { readonly value: string; readonly negated?: boolean };
  /** The image property `image_type`, such as `snapshot`. */
  type: { readonly value: string };
  changedSince: { readonly value: string };
  /** Another list than the usual one. */
  scope: { readonly value: ListScope };
  /** Bytes, both ends included. */
  size: { readonly min?: number; readonly max?: number };
  /** Both ends included: a day or a minute as `to` is meant whole. */
  created: TypedPeriod;
  updated: TypedPeriod;
}

/** A family with all its versions ("GitLab"), or one release ("GitLab 7.9.1"); empty for images without one. */
export interface FacetFields {
  readonly value: string;
  readonly negated?: boolean;
}

/** From when to when, as typed; an end that is not given is open. */
export interface TypedPeriod {
  readonly from?: string;
  readonly to?: string;
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
