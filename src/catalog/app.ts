/** A product with its version, taken apart: an app, a distribution or an operating system. */
export interface Release {
  /** "Ruby on Rails", "CentOS", "Windows"; never empty. */
  readonly family: string;
  /** "4.2", "latest", "2019 RDS"; empty when the value names none. */
  readonly version: string;
  /** Family and version, as one reads them: "Ruby on Rails 4.2". */
  readonly label: string;
}

export type App = Release;

/** How many distinct values are remembered; ConoHa has about 80 at a time. */
const MOST_KEPT = 10_000;

const parsed = new Map<string, App>();

/**
 * Takes an `app` or `dst` value of ConoHa's apart: words joined by spaces (2015) or `_` (2023), the version after a
 * hyphen, then usually the architecture. `Ruby_on_Rails-4.2-64bit` and `Ruby on Rails-4.2-64bit` are the same. A
 * value of another form stays readable as it is, as a family without a version.
 */
export function parseApp(value: string): App {
  let app = parsed.get(value);
  if (app === undefined) {
    if (parsed.size >= MOST_KEPT) parsed.clear();
    app = readApp(value);
    parsed.set(value, app);
  }
  return app;
}

export function release(family: string, version: string): Release {
  return { family, version, label: version === '' ? family : `${family} ${version}` };
}

/** Latest, stable and the like, or a word with a digit near its start: `4.2`, `v1.19`, `R80`. */
const VERSION = /^(?:latest|stable|lts|current|edge|nightly|\p{L}{0,3}\.?\d.*)$/iu;
const ARCHITECTURE = /-(?:64bit|32bit|x86_64|amd64|i[36]86|arm64|aarch64)$/i;

function readApp(value: string): App {
  const words = value.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
  const bare = words.replace(ARCHITECTURE, '');
  // The version begins at the first hyphen with one behind it: `7.9.1-ee` is a version, `Let's-Chat` is none.
  for (let at = bare.indexOf('-', 1); at !== -1; at = bare.indexOf('-', at + 1)) {
    const family = bare.slice(0, at).trim();
    const version = bare.slice(at + 1).trim();
    if (family !== '' && VERSION.test(version)) return release(family, version);
  }
  return release(bare || value, '');
}
