import type { Image } from '../api/images/image';
import { present } from '../base/fields';
import { appOf, distributionOf } from '../catalog/facetValues';
import { hasTerms } from '../catalog/find/hasTerms';
import { termsOf } from '../catalog/find/terms';
import type { Release } from '../catalog/release';
import { MOST_ROWS } from './answer';
import { bounded } from './imageAnswer';

/** What is told where nothing was found of an app or a distribution: which there are, as others have written them. */
export function knownReleases(
  images: readonly Image[],
  { app, distribution }: { readonly app?: string; readonly distribution?: string },
): object {
  const untrusted = present({
    apps: app === undefined ? undefined : nearestTo(app, images.map(appOf)),
    distributions:
      distribution === undefined ? undefined : nearestTo(distribution, images.map(distributionOf)),
  });
  return Object.keys(untrusted).length === 0 ? {} : { untrusted };
}

/** Those that have a word of it, with their versions; where none has, all without. */
function nearestTo(asked: string, releases: readonly (Release | undefined)[]): readonly string[] {
  const all = releases.filter((release) => release !== undefined);
  const words = termsOf(asked);
  const near = all.map(({ label }) => label).filter((label) => words.some((word) => hasTerms(label, word)));
  const told = near.length > 0 ? near : all.map(({ family }) => family);
  return [...new Set(told)].slice(0, MOST_ROWS).flatMap((text) => bounded(text) ?? []);
}
