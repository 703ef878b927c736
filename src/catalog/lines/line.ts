import type { Image } from '../../api/images/image';
import { factsOf, ownershipOf, type Facts } from '../facetValues';
import { supportOf } from '../support/support';
import { compareVersions } from '../versions';

/** Comes before all times. */
const NEVER = -Infinity;

/** The images of one line. What it is asked for is worked out when it is first asked. */
export class Line {
  readonly #images: readonly Image[];
  #ordered: readonly Image[] | undefined;
  #longest = NEVER;
  #newest: Image | undefined;
  #isRead = false;
  #isOfOneRelease = false;

  constructor(images: readonly Image[]) {
    this.#images = images;
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
    const over = this.#overOf(image);
    return this.images.filter(
      (other) => other.status === ACTIVE && compareAge(other, image) > 0 && this.#overOf(other) >= over,
    );
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const [first] = this.#images;
    // All images of a release are supported for the same time, and most lines are of one.
    this.#isOfOneRelease = first !== undefined && ownershipOf(first) === 'vendor';
    for (const image of this.#isOfOneRelease ? [] : this.#images)
      if (image.status === ACTIVE) this.#longest = Math.max(this.#longest, overOf(image) ?? NEVER);
    for (const image of this.#images) {
      if (image.status !== ACTIVE || this.#overOf(image) < this.#longest) continue;
      if (this.#newest === undefined || isBefore(image, this.#newest)) this.#newest = image;
    }
  }

  /** Nobody is held back by what is not known: it counts as the longest that is. */
  #overOf(image: Image): number {
    return this.#isOfOneRelease ? this.#longest : (overOf(image) ?? this.#longest);
  }
}

const ACTIVE = 'ACTIVE';

/** Whether it stands before another one among the images of a line. */
function isBefore(image: Image, other: Image): boolean {
  return (compareAge(other, image) || compareTexts(image.key, other.key)) < 0;
}

/** When support is over; `undefined` where nothing is known. */
function overOf(image: Image): number | undefined {
  return supportOf(image)?.over;
}

/** By version, then by creation: negative where the first is older, 0 where neither is. */
function compareAge(a: Image, b: Image): number {
  const [ours, theirs] = [factsOf(a), factsOf(b)];
  // Many share theirs, and so have one version.
  const order = ours === theirs ? 0 : compareVersions(versionIn(ours) ?? '', versionIn(theirs) ?? '');
  return order || compareNumbers(a.created, b.created);
}

/** Of the app, else the distribution. An own image is newer by having been saved later, whatever it holds. */
function versionIn({ app, distribution, ownership }: Facts): string | undefined {
  return ownership === 'vendor' ? (app ?? distribution)?.version : undefined;
}

/** What is not known comes first. */
function compareNumbers(a = -Infinity, b = -Infinity): number {
  return a === b ? 0 : a - b;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
