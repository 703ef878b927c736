import type { Image } from '../api/images/image';
import { jsonText } from '../base/json';
import { isVisible } from '../base/visible';
import { parseApp, release, type App, type Release } from './app';
import { memoize, memoizeFor } from '../base/memoize';

export type Distribution = Release;
export type OperatingSystem = Release;
export type Ownership = 'own' | 'vendor';

/** Stands for "none" where `undefined` would mean "not worked out yet". */
const NOTHING = release('');

/** The app that the image comes with: metadata `app`, in older answers `gnc_app`. */
export function appOf(image: Image): App | undefined {
  return known(readApp(image));
}

/** The distribution: metadata `dst` (spelled so), else what the vendor's name says. */
export function distributionOf(image: Image): Distribution | undefined {
  return known(readDistribution(image));
}

/**
 * The operating system: "Linux", "FreeBSD" and the like, "Windows" with its edition as the version; another word of
 * the server as it is. ConoHa's `lin` stands for the BSDs as well: the distribution tells them apart.
 */
export function osOf(image: Image): OperatingSystem | undefined {
  return known(readOs(image));
}

/**
 * Whose image it is, as far as an answer without an owner tells: own is what was saved from a server, and what
 * neither bears a vendor's name nor has a place in the vendor's list.
 */
export function ownershipOf(image: Image): Ownership {
  if (jsonText(image.metadata.image_type) === 'snapshot') return 'own';
  return isVendorName(image.name) || jsonText(image.metadata.display_order) !== '' ? 'vendor' : 'own';
}

function isVendorName(name: string): boolean {
  return name.startsWith('vmi-');
}

function known(value: Release): Release | undefined {
  return value === NOTHING ? undefined : value;
}

const readApp = memoizeFor((image: Image): App => {
  const value = jsonText(image.metadata.app) || jsonText(image.metadata.gnc_app);
  return isVisible(value) ? parseApp(value) : NOTHING;
});

const readDistribution = memoizeFor((image: Image): Distribution => {
  const value = jsonText(image.metadata.dst);
  if (isVisible(value)) return parseApp(value);
  return isVendorName(image.name) ? readVendorName(image.name) : NOTHING;
});

const readOs = memoizeFor((image: Image): OperatingSystem => {
  const system = readOsType(jsonText(image.metadata.os_type));
  if (system !== LINUX && system !== NOTHING) return system;
  const told = osOfDistribution(readDistribution(image).family);
  return told === NOTHING ? system : told;
});

/** Distributions by the word that stands for them in vendor names; of two that fit, the longer comes first. */
const WORDS = new Map([
  ['centos-stream', 'CentOS Stream'],
  ['centos', 'CentOS'],
  ['ubuntu', 'Ubuntu'],
  ['debian', 'Debian'],
  ['fedora', 'Fedora'],
  ['almalinux', 'AlmaLinux'],
  ['alma', 'AlmaLinux'],
  ['rockylinux', 'Rocky Linux'],
  ['rocky', 'Rocky Linux'],
  ['oraclelinux', 'Oracle Linux'],
  ['miraclelinux', 'MIRACLE LINUX'],
  ['opensuse', 'openSUSE'],
  ['arch', 'Arch Linux'],
  ['gentoo', 'Gentoo'],
  ['freebsd', 'FreeBSD'],
  ['netbsd', 'NetBSD'],
  ['openbsd', 'OpenBSD'],
  ['windows', 'Windows Server'],
  ['win', 'Windows Server'],
]);

/** The word and its version: `-ubuntu-20.04.2-`, `-centos-stream9-`, `-win2019dce-`. */
const DISTRIBUTION = new RegExp(
  `-(?<word>${[...WORDS.keys()].join('|')})(?:-?(?<version>\\d[\\d.]*(?:r2)?|latest)(?:dce|std)?)?(?=-|$)`,
  'gi',
);

/** `vmi-[app-version-]distribution-version-architecture[-30gb]`, with many exceptions: the last one in it counts. */
function readVendorName(name: string): Distribution {
  const { word = '', version = '' } = [...name.matchAll(DISTRIBUTION)].at(-1)?.groups ?? {};
  return word === '' ? NOTHING : namedDistribution(`${word} ${version}`.toLowerCase());
}

const namedDistribution = memoize((named: string): Distribution => {
  const [word = '', version = ''] = named.split(' ');
  return release(WORDS.get(word) ?? word, version.replace('r2', ' R2'));
});

const LINUX = release('Linux');

const readOsType = memoize((type: string): OperatingSystem => {
  const word = type.trim().toLowerCase();
  if (word === 'lin' || word === 'linux') return LINUX;
  const windows = /^win(?:dows)?(?:[_ -](?<edition>.+))?$/.exec(word);
  if (windows === null) return isVisible(type) ? release(type.trim()) : NOTHING;
  return release(
    'Windows',
    windows.groups?.edition
      ?.replaceAll('_', ' ')
      .toUpperCase()
      .replace(/(?<=\d)R2/, ' R2'),
  );
});

const osOfDistribution = memoize((family: string): OperatingSystem => {
  if (/^windows\b/i.test(family)) return release('Windows');
  if (/^(?:free|net|open)bsd$/i.test(family)) return release(family);
  return [...WORDS.values()].includes(family) ? LINUX : NOTHING;
});
