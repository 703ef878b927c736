import { memoizeFor } from '../../base/memoize';
import { lettersOfName } from '../distributionFamily';
import type { Release } from '../release';
import { SUPPORT_TABLE } from './supportTable';

/** What the table of support knows a release as. */
export interface KnownRelease {
  /** The key of the table: `22.04` for "20.04.2", `2012-r2` for "2012 R2". */
  readonly key: string;
  /** What the table says of its end. */
  readonly end: string;
}

/**
 * The release of the table that a release belongs to: the one with the longest key whose parts all begin the parts of the
 * version. Case counts for nothing, nor which separators there are. `undefined` where the table has none.
 */
export const knownRelease = memoizeFor(({ family, version }: Release): KnownRelease | undefined => {
  const keys = keysOf(family);
  if (keys === undefined) return undefined;
  const parts = partsOf(version);
  for (let length = parts.length; length > 0; length--) {
    const found = keys.get(parts.slice(0, length).join(' '));
    // An R2 is a release of its own, whatever is known of the one before it.
    if (found !== undefined) return isSecondRelease(parts.slice(length)) ? undefined : found;
  }
  return undefined;
});

type Keys = ReadonlyMap<string, KnownRelease>;

const families = new Map(
  Object.entries(SUPPORT_TABLE).map(([family, text]) => [lettersOfName(family), text]),
);
const known = new Map<string, Keys>();

/** The releases of a family by their parts, taken apart when it is first asked for. */
function keysOf(family: string): Keys | undefined {
  const name = lettersOfName(family);
  const text = families.get(name);
  if (text === undefined) return undefined;
  let keys = known.get(name);
  if (keys === undefined) {
    keys = new Map(
      [...text.matchAll(/(\S+)\s+(\S+)/g)].map(([, key = '', end = '']) => [
        partsOf(key).join(' '),
        { key, end },
      ]),
    );
    known.set(name, keys);
  }
  return keys;
}

/** In small letters; an `r2` or `sp1` that stands at once behind a number is a part of its own. */
function partsOf(version: string): readonly string[] {
  return version
    .toLowerCase()
    .replace(/(?<=\d)(?=(?:r|sp)\d)/g, ' ')
    .split(/[\s._-]+/)
    .filter((part) => part !== '');
}

/** Whether a version goes on as an R2; one behind another number is the second release of something else. */
function isSecondRelease(rest: readonly string[]): boolean {
  return rest.find((part) => /^(?:r2(?!\d)|\d)/.test(part))?.startsWith('r2') === true;
}
