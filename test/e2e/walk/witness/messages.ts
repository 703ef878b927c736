import type { Filter } from '../../../../src/catalog/filter/criterion';
import type { Grouping } from '../../../../src/catalog/grouping';
import type { Sorting } from '../../../../src/catalog/sorting';

/** How a person has chosen to see an account's images. */
export interface ChosenView {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: Filter;
  readonly folded: boolean;
}

/** A row as it has to be: computed afresh from the images, with no memory of what was shown before. */
export interface FreshRow {
  readonly label: string;
  readonly description: string;
  /** The images it stands for: one, or those of a group. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** What stands under it when it is open. */
  readonly below: readonly FreshRow[];
}

/** An image of the catalogue, as far as it is compared with the server's. */
export interface HeldImage {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

/** What the witness is asked for; each is a line of JSON. */
export type Request =
  /** @param counted `+` where the server may have more images */
  | { readonly do: 'list'; readonly accountId: string; readonly view: ChosenView; readonly counted: '' | '+' }
  | { readonly do: 'measure' }
  /** Something is to be rejected on purpose. */
  | { readonly do: 'reject' };

/** What it answers, and `mark` by itself whenever its command is run; a line of JSON as well. */
export type Answer =
  | {
      readonly done: 'list';
      /** What the catalogue holds, in its order. */
      readonly held: readonly HeldImage[];
      /** How many of them are listed, deleted ones left out, and how many the filter lets through. */
      readonly loaded: number;
      readonly shown: number;
      readonly rows: readonly FreshRow[];
      /** The filter in words. */
      readonly filter: string;
    }
  | ({ readonly done: 'measure' } & Measured)
  | { readonly done: 'reject' }
  | { readonly done: 'mark' }
  | { readonly done: 'failed'; readonly error: string };

/** The extension host after a collection of garbage. */
export interface Measured {
  /** Bytes. */
  readonly heap: number;
  /** Open handles and timers of all kinds. */
  readonly handles: number;
  /** Those of them that are connections. */
  readonly sockets: number;
}
