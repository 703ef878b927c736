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
 */
export function distributionInName(name: string): Release | undefined {
  // What stands behind it, a disk and perhaps a date, differs from image to image.
  const end = name.indexOf(USUAL_ARCHITECTURE);
  return distributionInText(end === -1 ? name : name.slice(0, end + 1));
}

/** As the names of nearly all of the vendor's images say it. */
const USUAL_ARCHITECTURE = '-amd64';

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
