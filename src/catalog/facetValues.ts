import { metadataText, type Image } from '../api/images/image';
import { memoizeFor } from '../base/memoize';
import { isVisible } from '../base/visible';
import { METADATA_KEYS, SAVED_IMAGE_TYPE } from '../conoha';
import { LINUX, operatingSystem, systemOfDistribution } from './operatingSystem';
import { parseRelease, release, type Release } from './release';
import { distributionInName, isVendorName } from './vendorName';

/** Whose image it is: the account’s own, or one that the vendor gives to all. */
export type Ownership = 'own' | 'vendor';

/** The app that the image comes with. */
export const appOf = releaseAt(...METADATA_KEYS.app);

const notedDistributionOf = releaseAt(METADATA_KEYS.distribution);

/** The distribution: what the metadata says, else what the vendor's name does. */
export const distributionOf = onceFor(
  (image) =>
    notedDistributionOf(image) ?? (isVendorName(image.name) ? distributionInName(image.name) : undefined),
);

/**
 * The operating system: "Linux", "FreeBSD" and the like, "Windows" with its edition as the version; another word of
 * the server as it is.
 */
export const osOf = onceFor((image) => {
  const system = operatingSystem(metadataText(image, METADATA_KEYS.osType));
  if (system !== undefined && system !== LINUX) return system;
  return systemOfDistribution(distributionOf(image)?.family ?? '') ?? system;
});

/**
 * Whose image it is, as far as an answer without an owner tells: own is what was saved from a server, and what
 * neither bears a vendor's name nor has a place in the vendor's list.
 */
export function ownershipOf(image: Image): Ownership {
  if (metadataText(image, METADATA_KEYS.imageType) === SAVED_IMAGE_TYPE) return 'own';
  return isVendorName(image.name) || metadataText(image, METADATA_KEYS.displayOrder) !== ''
    ? 'vendor'
    : 'own';
}

/** The release that metadata names, under the first of some keys that says anything; worked out once for an image. */
export function releaseAt(...keys: readonly string[]): (image: Image) => Release | undefined {
  return onceFor((image) => {
    for (const key of keys) {
      const value = metadataText(image, key);
      if (value !== '') return isVisible(value) ? parseRelease(value) : undefined;
    }
    return undefined;
  });
}

/** Stands for "none" where `undefined` would mean "not worked out yet". */
const NOTHING = release('');

function onceFor(read: (image: Image) => Release | undefined): (image: Image) => Release | undefined {
  const memoized = memoizeFor((image: Image) => read(image) ?? NOTHING);
  return (image) => {
    const value = memoized(image);
    return value === NOTHING ? undefined : value;
  };
}
