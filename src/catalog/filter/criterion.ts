import type { Ownership } from '../facets';

/** One condition of a filter. Times are kept as typed (`2026-11-23`, `7d`): `parseInstant` says what they mean. */
export type Criterion =
  /** Part of the name; upper or lower case, full or half width make no difference. */
  | { readonly kind: 'nameContains'; readonly text: string; readonly negated?: boolean }
  /** A pattern as typed: `/regex/flags`. */
  | { readonly kind: 'namePattern'; readonly pattern: string; readonly negated?: boolean }
  /** The exact name. */
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'status'; readonly value: string; readonly negated?: boolean }
  /** The image property `image_type`, such as `snapshot`. */
  | { readonly kind: 'type'; readonly value: string }
  | { readonly kind: 'changedSince'; readonly value: string }
  /** A family with all its versions ("GitLab"), or one release ("GitLab 7.9.1"); empty for images without one. */
  | { readonly kind: 'app' | 'distribution' | 'os'; readonly value: string; readonly negated?: boolean }
  | { readonly kind: 'ownership'; readonly value: Ownership }
  /** Bytes, both ends included. */
  | { readonly kind: 'size'; readonly min?: number; readonly max?: number }
  /** Both ends included: a day or a minute as `to` is meant whole. */
  | { readonly kind: 'created' | 'updated'; readonly from?: string; readonly to?: string };

export type CriterionKind = Criterion['kind'];
export type CriterionOf<Kind extends CriterionKind> = Extract<Criterion, { readonly kind: Kind }>;

/** All criteria have to hold. */
export interface Filter {
  readonly criteria: readonly Criterion[];
  /** It was stored, and not all of it could be read: what it was meant to let through is not known. */
  readonly broken?: true;
}

export const NO_FILTER: Filter = { criteria: [] };

export function isNegated(criterion: Criterion): boolean {
  return 'negated' in criterion && criterion.negated === true;
}
