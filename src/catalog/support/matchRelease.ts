import { memoizeFor } from '../../base/memoize';
import { lettersOfName } from '../distributionFamily';
import type { Release } from '../release';
import { plainVersion } from '../versions';
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
  // An R2 is a release of its own, whatever is known of the one before it.
  const least = parts[1] === SECOND ? 2 : 1;
  for (let length = parts.length; length >= least; length--) {
    const found = keys.get(parts.slice(0, length).join(' '));
    if (found !== undefined) return found;
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

const SECOND = 'r2';

/**
 * Runs of letters and digits, in small letters; an `sp1` that stands at once behind a number is one of its own. An R2, and
 * then a service pack, stand at once behind the release that they belong to, wherever they were said.
 */
function partsOf(version: string): readonly string[] {
  const parts = plainVersion(version)
    .replace(SECOND_RELEASE, ` ${SECOND} `)
    .replace(/(?<=\d)(?=sp\d)/g, ' ')
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '');
  const [first, ...rest] = parts;
  if (first === undefined) return parts;
  // The R2 behind another year is the second release of something else: "2019 SQL Server 2008 R2".
  const year = rest.findIndex((part) => YEAR.test(part));
  const own = year === -1 ? rest : rest.slice(0, year);
  const marks = own.filter((part) => part === SECOND || (YEAR.test(first) && /^sp\d/.test(part))).sort();
  return [first, ...marks, ...rest.filter((part) => !marks.includes(part))];
}

/** `R2` whatever letters stand around it, but no `server2`; `R 2` and `Release2` as words of their own. */
const SECOND_RELEASE =
  /(?<!ve)r2(?!\d)|(?<!\p{L})r[\s._-]+2(?![.\d])|(?<!\p{L})rel(?:ease)?[\s._-]*2(?![.\d])/gu;
const YEAR = /(?:^|\D)(?:19|20)\d\d$/;
