import type { ImageSource, ServerQuery } from '../../api/images/imageSource';
import type { Fields } from '../../base/fields';
import type { ImageTest } from './imageTest';

/** A check that needs something loaded before it can be made. */
export interface LaterTest {
  /** @throws when it cannot be made */
  readonly load: () => Promise<ImageTest>;
}

/**
 * All that one kind of criterion is; who applies it follows. `now`, from which relative times count: milliseconds
 * since 1970-01-01 UTC.
 * @template Held what a criterion of the kind holds
 */
export interface Definition<Held> {
  /** Reads back what was stored, which is the criterion itself. `undefined` where it is none. */
  readonly read: (stored: Fields) => Held | undefined;
  /** The check of an image, negation aside. It is left out where the source takes the server's word. */
  readonly test: (criterion: Held, now: number) => ImageTest | LaterTest;
  /** What of it a server can be asked, negation aside; the source says whether its server is. */
  readonly ask: (criterion: Held, now: number) => ServerQuery;
  /** Whether `test` and `ask` depend on `now`. */
  readonly isRelative: (criterion: Held) => boolean;
  /** Whether it can mean anything to the images of a source; what is left out means something to those of all. */
  readonly suits?: (criterion: Held, source: SourceKnowledge) => boolean;
}

/** What a source tells of images beside what every source does. */
export type SourceKnowledge = Pick<ImageSource, 'tellsDetails' | 'scopes'>;

/** For what means the same at any time. */
export const never = (): boolean => false;

/** For what no server has a question, and what means the same at any time. */
export const HERE_ONLY = { ask: (): ServerQuery => ({}), isRelative: never } as const;
