import { jsonText, type Image } from '../api/image';
import { parseApp, release, type App, type Release } from './app';
import { remembered } from './remembered';

export type Distribution = Release;
export type OperatingSystem = Release;
export type Ownership = 'own' | 'vendor';

/** What a value that says nothing is remembered as: `undefined` would be worked out again and again. */
const NOTHING = release('');

/** The app that the image comes with: metadata `app`, in older answers `gnc_app`. */
export function appOf(image: Image): App | undefined {
  const value = jsonText(image.metadata.app) || jsonText(image.metadata.gnc_app);
  return value === '' ? undefined : parseApp(value);
}

/** The distribution: metadata `dst` (spelled so), else what the vendor's name says. */
export function distributionOf(image: Image): Distribution | undefined {
  const value = jsonText(image.metadata.dst);
  if (value !== '') return parseApp(value);
  return isVendorName(image.name) ? known(readVendorName(image.name)) : undefined;
}

/**
 * The operating system: "Linux", "FreeBSD" and the like, "Windows" with its edition as the version; another word of
 * the server as it is. ConoHa's `lin` stands for the BSDs as well: the distribution tells them apart.
 */
export function osOf(image: Image): OperatingSystem | undefined {
  const type = jsonText(image.metadata.os_type);
  const system = type === '' ? NOTHING : readOsType(type);
  if (system !== LINUX && system !== NOTHING) return system;
  const distribution = distributionOf(image);
  const told = distribution === undefined ? NOTHING : osOfDistribution(distribution.family);
  return known(told === NOTHING ? system : told);
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

/** Distributions by the word that stands for them in vendor names; of two that fit, the longer comes first. */
const WORDS = new Map([
  ['centos-stream', 'CentOS Stream'],
  ['centos', 'CentOS'],
  ['ubuntu', 'Ubuntu'],
  ['debian', 'Debian'],
  ['fedora', 'Fedora'],
  ['almalinux', 'AlmaLinux'],
  ['rockylinux', 'Rocky Linux'],
  ['oraclelinux', 'Oracle Linux'],
  ['miraclelinux', 'MIRACLE LINUX'],
  ['scientificlinux', 'Scientific Linux'],
  ['opensuse', 'openSUSE'],
  ['arch', 'Arch Linux'],
  ['gentoo', 'Gentoo'],
  ['freebsd', 'FreeBSD'],
  ['netbsd', 'NetBSD'],
  ['openbsd', 'OpenBSD'],
  ['win', 'Windows Server'],
]);

/** The word, then its version: `-ubuntu-20.04.2`, `-centos-stream9`, `-win2019dce`; the last one in a name counts. */
const DISTRIBUTION = new RegExp(
  `-(${[...WORDS.keys()].join('|')})-?(\\d[\\d.]*(?:r2)?|latest)?(?:[a-z]*)(?=-|$)`,
  'gi',
);

/** `vmi-[app-version-]distribution-version-architecture[-30gb]`, with many exceptions. */
const readVendorName = remembered((name: string): Distribution => {
  const found = [...name.matchAll(DISTRIBUTION)].at(-1);
  const family = WORDS.get(found?.[1]?.toLowerCase() ?? '');
  return family === undefined
    ? NOTHING
    : release(family, found?.[2]?.toUpperCase().replace('LATEST', 'latest'));
});

const LINUX = release('Linux');

const readOsType = remembered((type: string): OperatingSystem => {
  const word = type.trim().toLowerCase();
  if (word === 'lin' || word === 'linux') return LINUX;
  const windows = /^win(?:dows)?(?:[_ -](?<edition>.+))?$/.exec(word);
  if (windows === null) return word === '' ? NOTHING : release(type.trim());
  return release('Windows', windows.groups?.edition?.replaceAll('_', ' ').toUpperCase());
});

const osOfDistribution = remembered((family: string): OperatingSystem => {
  if (/^windows\b/i.test(family)) return release('Windows');
  if (/^(?:free|net|open)bsd$/i.test(family)) return release(family);
  return [...WORDS.values()].includes(family) ? LINUX : NOTHING;
});
