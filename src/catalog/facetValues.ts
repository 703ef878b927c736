import { metadataText, type Image, type Keeper } from '../api/images/image';
import type { ImageDetails } from '../api/images/imageDetails';
import * as LONGEST from '../base/longestText';
import { memoize, memoizeFor } from '../base/memoize';
import { isVisible } from '../base/visible';
import { METADATA_KEYS, SAVED_IMAGE_TYPE, TAG_KEYS } from '../conoha';
import { namedDistribution } from './distributionFamily';
import { LINUX, operatingSystem, systemOfDistribution } from './operatingSystem';
import { parseRelease, release, type Release } from './release';
import { taggedRelease } from './taggedRelease';
import { distributionInName, isVendorName } from './vendorName';

/**
 * Whose an image is. `own`: the account's project's. `vendor`: another's, for everybody. `shared`: another's, and offered
 * to this project. `community`: another's, for whoever looks for it.
 */
export type Ownership = 'own' | 'vendor' | 'shared' | 'community';

/** What is known of an image by what its server says. Many images share the same object. */
export interface Facts {
  readonly app: Release | undefined;
  readonly distribution: Release | undefined;
  readonly os: Release | undefined;
  /** `undefined` where the server tells owners and it cannot be known. */
  readonly ownership: Ownership | undefined;
}

/** The app that the image comes with: what its metadata says, else its tags. */
export function appOf(image: Image): Release | undefined {
  return factsOf(image).app;
}

/** The distribution: what the metadata says, else the tags, else the properties that all clouds have, else the vendor's name. */
export function distributionOf(image: Image): Release | undefined {
  return factsOf(image).distribution;
}

/**
 * The operating system: "Linux", "FreeBSD" and the like, "Windows" with its edition as the version; another word of
 * the server as it is.
 */
export function osOf(image: Image): Release | undefined {
  return factsOf(image).os;
}

/** All of them at once, kept in the image. */
export function factsOf(image: Image): Facts {
  const keeper = image as Image & Partial<Keeper>;
  return (keeper.facts ??= sharedFacts(image)) as Facts;
}

function sharedFacts(image: Image): Facts {
  const app = readApp(image);
  const distribution = readDistribution(image, app);
  const os = readOs(image, distribution);
  const ownership = readOwnership(image);
  const shared = distribution === undefined ? WITHOUT_DISTRIBUTION : sharedOf(distribution);
  for (const facts of shared)
    if (facts.app === app && facts.os === os && facts.ownership === ownership) return facts;
  const facts = { app, distribution, os, ownership };
  if (shared.length < MOST_SHARED) shared.push(facts);
  return facts;
}

/** The facts of a distribution that are shared: of thousands of images only few differ. */
const sharedOf = memoizeFor((): Facts[] => []);

const WITHOUT_DISTRIBUTION: Facts[] = [];

/** A server that tells of more costs memory, not time. */
const MOST_SHARED = 100;

function readApp(image: Image): Release | undefined {
  const [key, keyOf2015] = METADATA_KEYS.app;
  return appOfText(wordOf(image, key) || wordOf(image, keyOf2015)) ?? taggedRelease(image, TAG_KEYS.app);
}

function readDistribution(image: Image, app: Release | undefined): Release | undefined {
  const noted = distributionOfText(wordOf(image, METADATA_KEYS.distribution));
  if (noted !== undefined) return noted;
  const told = taggedRelease(image, TAG_KEYS.distribution) ?? generalDistribution(image);
  if (told !== undefined) return namedDistribution(told);
  return distributionInName(image.name, app);
}

function readOs(image: Image, distribution: Release | undefined): Release | undefined {
  const system = operatingSystem(wordOf(image, METADATA_KEYS.osType));
  if (system !== undefined && system !== LINUX) return system;
  return (distribution && systemOfDistribution(distribution)) ?? system;
}

/**
 * Whose image it is; `undefined` where the server tells owners and it cannot be known. Where it tells none, own is what
 * was saved from a server, and what neither bears a vendor's name nor has a place in the vendor's list.
 */
export function ownershipOf(image: Image): Ownership | undefined {
  return factsOf(image).ownership;
}

function readOwnership(image: Image): Ownership | undefined {
  const { details } = image;
  if (details !== undefined) return toldOwnership(details);
  if (metadataText(image, METADATA_KEYS.imageType) === SAVED_IMAGE_TYPE) return 'own';
  return isVendorName(image.name) || metadataText(image, METADATA_KEYS.displayOrder) !== ''
    ? 'vendor'
    : 'own';
}

function toldOwnership({ isOwn, visibility }: ImageDetails): Ownership | undefined {
  if (isOwn === true) return 'own';
  switch (visibility) {
    case 'public':
      return 'vendor';
    case 'private':
      // To be seen by its own project, and by administrators.
      return isOwn === undefined ? 'own' : undefined;
    case 'shared':
    case 'community':
      return isOwn === undefined ? undefined : visibility;
    default:
      return undefined;
  }
}

/**
 * A value that may name something, as far as one may be long and a letter more, so that it is seen to be cut: to take apart
 * what others have stored, which may be any text, would keep the editor waiting.
 */
function wordOf(image: Image, key: string): string {
  const value = metadataText(image, key);
  return value.length > LONGEST.property ? value.slice(0, LONGEST.property + 1) : value;
}

const appOfText = memoize((value) => (isVisible(value) ? parseRelease(value) : undefined));

const distributionOfText = memoize((value) =>
  isVisible(value) ? namedDistribution(parseRelease(value)) : undefined,
);

/** `os_distro` and `os_version`, OpenStack's own properties. */
function generalDistribution(image: Image): Release | undefined {
  const [familyKey, versionKey] = METADATA_KEYS.osDistribution;
  const family = wordOf(image, familyKey);
  return isVisible(family) ? release(family.trim(), wordOf(image, versionKey).trim()) : undefined;
}
