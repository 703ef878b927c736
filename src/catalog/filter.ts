import type { Image } from '../api/image';
import type { ServerQuery } from '../api/imageSource';
import type { Ownership } from './facets';
import type { NamePattern } from './pattern';

/**
 * One condition of a filter. All criteria of a filter have to hold. Times are as typed (`2026-11-23`, `7d`):
 * `parseInstant` says what they mean.
 */
export type Criterion =
  /** Part of the name, letter case and width aside. */
  | { readonly kind: 'nameContains'; readonly text: string; readonly negated?: boolean }
  /** A pattern as typed, `/regex/flags`. */
  | { readonly kind: 'namePattern'; readonly pattern: string; readonly negated?: boolean }
  /** The exact name. */
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'status'; readonly value: string; readonly negated?: boolean }
  /** The image property `image_type`, such as `snapshot`. */
  | { readonly kind: 'type'; readonly value: string }
  | { readonly kind: 'changedSince'; readonly value: string }
  /** A family ("Minecraft") with all its versions, or a label ("GitLab 7.9.1"); empty for images without one. */
  | {
      readonly kind: 'app' | 'distribution' | 'os';
      readonly value: string;
      readonly negated?: boolean;
    }
  | { readonly kind: 'ownership'; readonly value: Ownership }
  /** Bytes, both ends included. */
  | { readonly kind: 'size'; readonly min?: number; readonly max?: number }
  /** Both ends included: a date as `to` means its whole day. */
  | { readonly kind: 'created' | 'updated'; readonly from?: string; readonly to?: string };

export type CriterionKind = Criterion['kind'];

export interface Filter {
  readonly criteria: readonly Criterion[];
}

export const NO_FILTER: Filter = { criteria: [] };

/** Who applies a criterion: `both` is asked of the server and checked here as well, since servers may ignore it. */
export type AppliedBy = 'server' | 'editor' | 'both';

/** A time that cannot be read, or a date that no calendar has. */
export type InstantProblem = 'unreadable' | 'noSuchDate';

/** Compiled patterns by what was typed. */
export type Patterns = ReadonlyMap<string, NamePattern>;

export declare function appliedBy(criterion: Criterion): AppliedBy;
export declare function serverCriteria(filter: Filter): readonly Criterion[];
export declare function serverQuery(filter: Filter, now: number): ServerQuery;
export declare function sameServerQuery(a: Filter, b: Filter): boolean;
export declare function compilePatterns(filter: Filter): Promise<Patterns>;
export declare function matcher(
  filter: Filter,
  query: ServerQuery,
  context?: { readonly patterns?: Patterns; readonly now?: number },
): (image: Image) => boolean;
export declare function parseInstant(text: string, now: number): number | InstantProblem;
export declare function serializeFilter(filter: Filter): string;
export declare function parseFilter(stored: unknown): Filter;
export declare function withCriterion(filter: Filter, criterion: Criterion): Filter;
export declare function withoutCriterion(filter: Filter, index: number): Filter;
