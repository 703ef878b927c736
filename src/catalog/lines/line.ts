import type { Image } from '../../api/images/image';
import { appOf, distributionOf, ownershipOf } from '../facetValues';
import { supportOf } from '../support/support';
import { compareVersions } from './versions';

/** The images of one line. What it is asked for is worked out when it is first asked. */
export class Line {
  readonly #images: Image[] = [];
  #ordered: readonly Image[] | undefined;
  #longest: string | undefined;
  #newest: Image | undefined;
  #isRead = false;

  /** Only before the line is asked for anything. */
  add(image: Image): void {
    this.#images.push(image);
  }

  /** The newest first, whatever their status and support. */
  get images(): readonly Image[] {
    this.#ordered ??= this.#images.toSorted((a, b) => compareAge(b, a) || compareTexts(a.key, b.key));
    return this.#ordered;
  }

  /** Of the ACTIVE images that are supported longest the newest; one of them where several are. */
  get newest(): Image | undefined {
    this.#read();
    return this.#newest;
  }

  /** The ACTIVE images that are newer than an image, and whose support ends no earlier, the newest first. */
  newerThan(image: Image): readonly Image[] {
    this.#read();
    const ends = this.#endOf(image);
    return this.images.filter(
      (other) => other.status === ACTIVE && compareAge(other, image) > 0 && this.#endOf(other) >= ends,
    );
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const active = this.#images.filter(({ status }) => status === ACTIVE);
    for (const image of active) {
      const end = endOf(image);
      if (end !== undefined && end > (this.#longest ?? '')) this.#longest = end;
    }
    for (const image of active) {
      if (this.#endOf(image) < (this.#longest ?? '')) continue;
      if (this.#newest === undefined || isBefore(image, this.#newest)) this.#newest = image;
    }
  }

  /** Nobody is held back by what is not known: it counts as the longest that is. */
  #endOf(image: Image): string {
    return endOf(image) ?? this.#longest ?? '';
  }
}

const ACTIVE = 'ACTIVE';

/** Whether it stands before another one among the images of a line. */
function isBefore(image: Image, other: Image): boolean {
  return (compareAge(other, image) || compareTexts(image.key, other.key)) < 0;
}

/** When support ends, in the order of texts; an end without a day comes before all days. `undefined` where nothing is known. */
function endOf(image: Image): string | undefined {
  const support = supportOf(image);
  return support === undefined ? undefined : (support.ends ?? '0');
}

/** By version, then by creation: negative where the first is older, 0 where neither is. */
function compareAge(a: Image, b: Image): number {
  return compareVersions(versionOf(a) ?? '', versionOf(b) ?? '') || compareNumbers(a.created, b.created);
}

/** Of the app, else of the distribution. An own image is newer by having been saved later, whatever it holds. */
function versionOf(image: Image): string | undefined {
  if (ownershipOf(image) !== 'vendor') return undefined;
  return (appOf(image) ?? distributionOf(image))?.version;
}

/** What is not known comes first. */
function compareNumbers(a = -Infinity, b = -Infinity): number {
  return a === b ? 0 : a - b;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
