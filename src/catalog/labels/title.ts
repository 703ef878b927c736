import type { Image } from '../../api/images/image';
import { isVisible } from '../../base/visible';
import { appOf, distributionOf } from '../facetValues';
import { natureOf } from '../kind';
import type { Release } from '../release';
import { readableApp } from './readableApp';

/** What of an image its label says. */
export type Told = 'app' | 'distribution';

/** What a person calls an image. */
export interface Title {
  /** Empty where neither a name nor an id is to be seen. */
  readonly text: string;
  /** Of which facet the text is a release; `undefined` where it is the image's own name. */
  readonly tells: Told | undefined;
  /** That release. */
  readonly release: Release | undefined;
}

/** The release by which an image goes, of its app or its distribution; `undefined` where it goes by its own name. */
export function titleRelease(image: Image): Release | undefined {
  switch (natureOf(image)) {
    case 'app':
      return readableApp(appOf(image));
    case 'os':
      // “Linux” alone would say less than the name.
      return distributionOf(image);
    case 'own':
    case 'shared':
    case 'other':
      return undefined;
  }
}

/** An app or an operating system by its release, everything else by its own name, or by its id where there is none. */
export function titleOf(image: Image): Title {
  const release = titleRelease(image);
  if (release === undefined) return { text: ownName(image), tells: undefined, release };
  return { text: release.label, tells: appOf(image) === undefined ? 'distribution' : 'app', release };
}

/** The server's name, or the id where nothing is to be seen of a name; empty where there is neither. */
function ownName({ name, id }: Image): string {
  return isVisible(name) ? name : id;
}
