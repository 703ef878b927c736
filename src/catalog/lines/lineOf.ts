import type { Image } from '../../api/images/image';
import { memoize, memoizeFor } from '../../base/memoize';
import { isVisible } from '../../base/visible';
import { windowsEdition } from '../distributionFamily';
import { METADATA_KEYS } from '../../conoha';
import { factsOf, osOf, ownershipOf, type Facts } from '../facetValues';
import type { Release } from '../release';
import { knownRelease } from '../support/matchRelease';
import { datelessName } from './datelessName';
import { hardwareOf } from './hardware';
import { majorVersion } from '../versions';

const LINE = Symbol('line');

/**
 * The line of an image: what one would upgrade along without surprise, as a key that is the same for all images of it. Of
 * a vendor's image it is the app with its major version, the release of the distribution with the edition of Windows, the
 * file system, the architecture and the disk; of any other the name without a date, and whose it is. Kept in the image, as
 * its facts are.
 */
export function lineOf(image: Image): string {
  const keeper: Image & { [LINE]?: string } = image;
  return (keeper[LINE] ??= readLine(image));
}

function readLine(image: Image): string {
  const ownership = ownershipOf(image);
  if (ownership !== 'vendor') return nameLine(image, ownership === 'own' ? '' : (image.details?.owner ?? ''));
  const facts = factsOf(image);
  // Its name or its key, which nothing else of that name has.
  if (facts.app === undefined && facts.distribution === undefined)
    return `vendor ${nameLine(image, '')}/${hardwareOf(image)}`;
  // The edition of Windows may stand elsewhere, too.
  if (facts.distribution?.family === WINDOWS || tellsArchitecture(image)) return vendorLine(image, facts);
  const known = knownLines(image.name);
  if (known.facts !== facts || known.minDisk !== image.minDisk) {
    known.facts = facts;
    known.minDisk = image.minDisk;
    known.line = vendorLine(image, facts);
  }
  return known.line;
}

/** What the last release of a name was: the vendor's stand there again and again, in other lists and after every refresh. */
interface KnownLine {
  facts: Facts | undefined;
  minDisk: number | undefined;
  line: string;
}

const knownLines = memoize((): KnownLine => ({ facts: undefined, minDisk: undefined, line: NO_LINE }));

/** What a name does not say. */
function tellsArchitecture({ metadata }: Image): boolean {
  return METADATA_KEYS.architecture.some((key) => metadata[key] !== undefined);
}

function vendorLine(image: Image, { app, distribution }: Facts): string {
  const hardware = hardwareOf(image);
  const keys = app === undefined ? keysWithoutApp : appKeys(app);
  return keys(distribution === undefined ? NO_RELEASE : distributionLine(image, distribution))(hardware);
}

/** A name of nothing but a date, or of nothing at all, says nothing: the image is a line of its own. */
function nameLine({ name, key }: Image, owner: string): string {
  const line = datelessName(name);
  // The length keeps apart what a separator would not.
  return isVisible(line) ? `name ${owner.length} ${owner}${line}` : `key ${key}`;
}

/**
 * The keys of an app, by what it runs on: to find the parts one by one takes far less than to put each key together.
 * Releases are written as JSON, which says itself where it ends.
 */
const keysOfApp = memoize((app) =>
  memoize((distribution) => memoize((hardware) => `${app}/${distribution}/${hardware}`)),
);

const keysWithoutApp = keysOfApp('');

const appKeys = memoizeFor(({ family, version }: Release) =>
  keysOfApp(JSON.stringify([family, majorVersion(version)])),
);

function distributionLine(image: Image, distribution: Release): string {
  const line = releaseLine(distribution);
  return distribution.family === WINDOWS ? `${line}${windowsLine(image, distribution)}` : line;
}

/** What no table knows stands for itself. */
const releaseLine = memoizeFor((distribution: Release) => {
  const { family, version } = distribution;
  return JSON.stringify([family, knownRelease(distribution)?.key ?? version.toLowerCase()]);
});

const WINDOWS = 'Windows Server';

/** The edition of Windows, in the words of the first that tells: the distribution, the operating system, the name. */
function windowsLine(image: Image, distribution: Release): string {
  const named = /^vmi-win-?(.*)$/i.exec(image.name)?.[1] ?? '';
  const edition =
    editionIn(distribution.version) || editionIn(osOf(image)?.version ?? '') || editionIn(named);
  return JSON.stringify([edition]);
}

/** The words behind the year, without those that the line says otherwise: `rds` of `2019dce-amd64-rds-100gb`. */
const editionIn = memoize((text: string): string =>
  windowsEdition(datelessName(text))
    .toLowerCase()
    .replace(/^20\d\d(?: r2)?|\b(?:amd64|x86 64|\d+gb)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** None yet. */
const NO_LINE = '';

/** What is not said, in a key. */
const NO_RELEASE = '';
