import { memoize } from '../base/memoize';

/** A product with its version, taken apart: an app, a distribution or an operating system. */
export interface Release {
  /** "Ruby on Rails", "CentOS", "Windows"; never empty. */
  readonly family: string;
  /** "4.2", "latest", "2019 RDS"; empty when there is none. */
  readonly version: string;
  /** Family and version, as one reads them: "Ruby on Rails 4.2". */
  readonly label: string;
}

/** @param version empty for none */
export function release(family: string, version = ''): Release {
  return { family, version, label: version === '' ? family : `${family} ${version}` };
}

/**
 * Takes an `app` or `dst` value of ConoHa's apart: words joined by spaces (2015) or `_` (2023), the version after a
 * hyphen, then usually the architecture. `Ruby_on_Rails-4.2-64bit` and `Ruby on Rails-4.2-64bit` are the same. A
 * value of another form stays as readable as it is, as a family without a version.
 */
export const parseRelease = memoize(readRelease);

/** A number, perhaps with letters before it (`4.2`, `v0.3.1`, `a21.1b16`), or a word that stands for one. */
const VERSION = /^(?:(?:latest|stable|lts|current|edge|nightly|rolling)(?![\p{L}\d])|\p{L}{0,3}\.?\d)/iu;
const ARCHITECTURE = /-(?:64bit|32bit|x86[ _]64|amd64|i[36]86|arm64|aarch64)$/i;

function readRelease(value: string): Release {
  const words = value.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
  const bare = words.replace(ARCHITECTURE, '').trim();
  // Hyphens are also part of names (`EC-CUBE`) and of versions (`2.30.3-8.2.1`): what reads as a version begins it.
  for (let at = bare.indexOf('-', 1); at !== -1; at = bare.indexOf('-', at + 1)) {
    const version = bare.slice(at + 1).trim();
    if (VERSION.test(version)) return release(bare.slice(0, at).trim(), version);
  }
  return release(bare || words || value);
}
