import * as LONGEST from '../base/longestText';
import { memoize } from '../base/memoize';
import { DISTRIBUTION_WORDS, VENDOR_PREFIX } from '../conoha';
import { namedDistribution } from './distributionFamily';
import { release, type Release } from './release';

/** Whether a name begins as those of the vendor’s images do. */
export function isVendorName(name: string): boolean {
  return name.startsWith(VENDOR_PREFIX);
}

/**
 * The distribution that a vendor's name says, where it says one:
 * `vmi-[app-version-]distribution-version-architecture[-30gb]`, with many exceptions: the last one in it counts.
 * @param app that the image comes with
 */
export function distributionInName(name: string, app: Release | undefined): Release | undefined {
  const last = app && lastNames.get(app);
  // Most often an app comes on one. To compare a part takes less than half of what `startsWith` does.
  if (last !== undefined && name.slice(0, last.head.length) === last.head) return last.distribution;
  if (!isVendorName(name)) return undefined;
  const head = headOf(name);
  // What is remembered of a name keeps all of it in memory.
  if (name.length > LONGEST.imageName) return readDistribution(head);
  const distribution = distributionInText(head);
  // What a whole name begins with may go on, and say another one.
  if (app !== undefined && head !== name) {
    if (lastNames.size >= MOST_NAMES) lastNames.clear();
    lastNames.set(app, { head, distribution });
  }
  return distribution;
}

/** A name up to its architecture: what stands behind it, a disk and perhaps a date, differs from image to image. */
function headOf(name: string): string {
  const end = name.indexOf(USUAL_ARCHITECTURE);
  return end === -1 ? name : name.slice(0, end + USUAL_ARCHITECTURE.length);
}

/** As the names of nearly all of the vendor's images say it. */
const USUAL_ARCHITECTURE = '-amd64';

/** By app, what the last name of an image of the vendor's with it begins with, up to the architecture. */
const lastNames = new Map<Release, { readonly head: string; readonly distribution: Release | undefined }>();
/** A server that sends more costs time, not memory. */
const MOST_NAMES = 500;

const distributionInText = memoize(readDistribution);

function readDistribution(text: string): Release | undefined {
  const { word = '', version = '' } = [...text.matchAll(DISTRIBUTION)].at(-1)?.groups ?? {};
  return word === '' ? undefined : distributionOfWord(`${word} ${version}`.toLowerCase());
}

/** The word and its version: `-ubuntu-20.04.2-`, `-centos-stream9-`, `-win2019dce-`. */
const DISTRIBUTION = new RegExp(
  `-(?<word>${Object.keys(DISTRIBUTION_WORDS).join('|')})(?:-?(?<version>\\d[\\d.]*(?:r2)?|latest)(?:dce|std)?)?(?=-|$)`,
  'gi',
);

const distributionOfWord = memoize((named: string): Release => {
  const [word = '', version = ''] = named.split(' ');
  return namedDistribution(release(word, version.replace('r2', ' R2')));
});
