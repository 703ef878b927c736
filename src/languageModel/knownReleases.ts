import type { Image } from '../api/images/image';
import { present } from '../base/fields';
import { appOf, distributionOf } from '../catalog/facetValues';
import { hasTerms } from '../catalog/find/hasTerms';
import { termsOf } from '../catalog/find/terms';
import type { Release } from '../catalog/release';
import { MOST_ROWS } from './answer';
import { bounded, leftOut } from './imageAnswer';

/** What is told where nothing was found of an app or a distribution: which there are, as others have written them. */
export function knownReleases(
  images: readonly Image[],
  { app, distribution }: { readonly app?: string; readonly distribution?: string },
): object {
  const apps = app === undefined ? undefined : nearestTo(app, images.map(appOf));
  const distributions =
    distribution === undefined ? undefined : nearestTo(distribution, images.map(distributionOf));
  if (apps === undefined && distributions === undefined) return {};
  return present({
    untrusted: present({ apps: told(apps), distributions: told(distributions) }),
    appsLeftOut: leftOut(apps ?? [], MOST_ROWS),
    distributionsLeftOut: leftOut(distributions ?? [], MOST_ROWS),
  });
}

/** Those that have a word of it, with their versions; where none has, all without. Each once. */
function nearestTo(asked: string, releases: readonly (Release | undefined)[]): readonly string[] {
  const all = releases.filter((release) => release !== undefined);
  const words = termsOf(asked);
  const near = all.map(({ label }) => label).filter((label) => words.some((word) => hasTerms(label, word)));
  return [...new Set(near.length > 0 ? near : all.map(({ family }) => family))];
}

function told(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts?.slice(0, MOST_ROWS).flatMap((text) => bounded(text) ?? []);
}
