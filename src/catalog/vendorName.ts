import { memoize, memoizeFor } from '../base/memoize';
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
  const last = app && lastOf(app);
  // Most often it comes on one. To compare a part takes less than half of what `startsWith` does.
  if (last !== undefined && last.head !== '' && name.slice(0, last.head.length) === last.head)
    return last.distribution;
  if (!isVendorName(name)) return undefined;
  const head = headOf(name);
  const distribution = distributionInText(head);
  // What a whole name begins with may go on, and say another one.
  if (last !== undefined && head !== name) {
    last.head = head;
    last.distribution = distribution;
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

/** What the last name of an image with an app begins with, up to the architecture; empty where there was none. */
interface LastName {
  head: string;
  distribution: Release | undefined;
}

const lastOf = memoizeFor((): LastName => ({ head: '', distribution: undefined }));

const distributionInText = memoize((text: string): Release | undefined => {
  const { word = '', version = '' } = [...text.matchAll(DISTRIBUTION)].at(-1)?.groups ?? {};
  return word === '' ? undefined : distributionOfWord(`${word} ${version}`.toLowerCase());
});

/** The word and its version: `-ubuntu-20.04.2-`, `-centos-stream9-`, `-win2019dce-`. */
const DISTRIBUTION = new RegExp(
  `-(?<word>${Object.keys(DISTRIBUTION_WORDS).join('|')})(?:-?(?<version>\\d[\\d.]*(?:r2)?|latest)(?:dce|std)?)?(?=-|$)`,
  'gi',
);

const distributionOfWord = memoize((named: string): Release => {
  const [word = '', version = ''] = named.split(' ');
  return namedDistribution(release(word, version.replace('r2', ' R2')));
});
