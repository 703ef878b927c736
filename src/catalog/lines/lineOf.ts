import type { Image, Keeper } from '../../api/images/image';
import { memoize, memoizeFor, memoizeNumbers } from '../../base/memoize';
import { isVisible } from '../../base/visible';
import { windowsEdition } from '../distributionFamily';
import { factsOf, type Facts } from '../facetValues';
import type { Release } from '../release';
import { knownRelease } from '../support/matchRelease';
import { datelessName } from './datelessName';
import { hardwareOf, USUAL_MACHINE, type Hardware } from './hardware';
import { majorVersion } from '../versions';

/**
 * The line of an image: what one would upgrade along without surprise, as a key that is the same for all images of it. Of
 * a vendor's image it is the app with its major version, the release of the distribution with the edition of Windows, the
 * file system, the architecture and the disk; of any other the name without a date, and whose it is. Kept in the image, as
 * its facts are.
 */
export function lineOf(image: Image): string {
  const keeper = image as Image & Partial<Keeper>;
  return (keeper.line ??= readLine(image)) as string;
}

function readLine(image: Image): string {
  const facts = factsOf(image);
  const { ownership } = facts;
  if (ownership !== 'vendor')
    return nameLine(image, ownership === 'own' ? ownership : `${ownership} ${image.details?.owner}`);
  // Its name or its key, which nothing else of that name has.
  if (facts.app === undefined && facts.distribution === undefined)
    return withHardware(`vendor ${nameLine(image, '')}`, hardwareOf(image));
  return vendorLine(image, facts);
}

function vendorLine(image: Image, facts: Facts): string {
  const hardware = hardwareOf(image);
  if (facts.distribution?.family === WINDOWS)
    return withHardware(windowsLines(facts)(editionOf(image, facts)), hardware);
  return hardware.machine === USUAL_MACHINE
    ? usualLines(facts)(hardware.disk)
    : withHardware(releasesOf(facts), hardware);
}

/** By disk: to find a line takes far less than to put it together. */
const usualLines = memoizeFor((facts: Facts) => {
  const releases = releasesOf(facts);
  return memoizeNumbers((disk) => withHardware(releases, { disk, machine: USUAL_MACHINE }));
});

/** The releases with an edition of Windows. */
const windowsLines = memoizeFor((facts: Facts) => {
  const releases = releasesOf(facts);
  return memoize((edition) => `${releases}${JSON.stringify([edition])}`);
});

function withHardware(line: string, { disk, machine }: Hardware): string {
  return `${line}/${disk}/${machine}`;
}

/** A name of nothing but a date, or of nothing at all, says nothing: the image is a line of its own. */
function nameLine({ name, key }: Image, owner: string): string {
  const line = datelessName(name);
  // The length keeps apart what a separator would not.
  return isVisible(line) ? `name ${owner.length} ${owner}${line}` : `key ${key}`;
}

/** The releases of an app and a distribution, as JSON, which says itself where it ends. */
function releasesOf({ app, distribution }: Facts): string {
  return `${app === undefined ? NO_RELEASE : appLine(app)}/${distribution === undefined ? NO_RELEASE : releaseLine(distribution)}`;
}

const appLine = memoizeFor(({ family, version }: Release) => JSON.stringify([family, majorVersion(version)]));

/** What no table knows stands for itself. */
const releaseLine = memoizeFor((distribution: Release) => {
  const { family, version } = distribution;
  return JSON.stringify([family, knownRelease(distribution)?.key ?? version.toLowerCase()]);
});

const WINDOWS = 'Windows Server';

/** The edition of Windows, in the words of the first that tells: the distribution, the operating system, the name. */
function editionOf({ name }: Image, { distribution, os }: Facts): string {
  return (
    editionIn(distribution?.version ?? '') ||
    editionIn(os?.version ?? '') ||
    editionIn(/^vmi-win-?(.*)$/i.exec(name)?.[1] ?? '')
  );
}

/** The words behind the year, without those that the line says otherwise: `rds` of `2019dce-amd64-rds-100gb`. */
const editionIn = memoize((text: string): string =>
  windowsEdition(datelessName(text))
    .toLowerCase()
    .replace(/^20\d\d(?: r2)?|\b(?:amd64|x86 64|\d+gb)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** What is not said, in a key. */
const NO_RELEASE = '';
