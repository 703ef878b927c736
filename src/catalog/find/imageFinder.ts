import type { Image } from '../../api/images/image';
import { findEntry, type FindEntry } from './entry';
import { findRank } from './rank';
import { termsOf } from './terms';

/** The first of what was found, and how much more there is. */
export interface Found {
  /** The best first; those that are as good in the order they came in. */
  readonly images: readonly Image[];
  /** How many more there are. */
  readonly more: number;
}

/** What has been met least well: by its id alone. */
const BY_ID = 0;

/** A beginning of one of the groups of an id: fewer digits stand in many. */
const ID_START = /^[0-9a-f]{4}[0-9a-f-]*$/i;

/** What is copied along with an id out of code or prose. */
const AROUND_ID = /^["'`“‘「<(\s]+|["'`”’」>),;.、。\s]+$/g;

/** Finds images as people ask for them. What it knows of an image it works out once, for as long as it is there. */
export class ImageFinder {
  readonly #known = new WeakMap<Image, FindEntry>();
  #images: readonly Image[] = [];
  #entries: readonly FindEntry[] = [];

  /** @param words by which an image is found as well, such as its kind in the language of those who look */
  constructor(private readonly words: (image: Image) => string) {}

  /**
   * The images that meet every term of a text: in label, name, app, distribution, operating system, disk or the words given;
   * beginnings of words in the label first. Ids count from four digits at the start of one of their groups, and last; what
   * was copied around one, such as quotes, does not. An empty text finds all.
   * @param most how many of them are wanted
   */
  find(images: readonly Image[], text: string, most: number): Found {
    const terms = termsOf(text);
    const typed = text.trim().normalize('NFKC').toLowerCase();
    const wholeId = typed.replace(AROUND_ID, '');
    const id = ID_START.test(wholeId) ? wholeId : undefined;
    if (typed === '') return firstOf(images, most);
    const found = new Map<number, Image[]>();
    let count = 0;
    // The longest is met least often, so that most images are passed over by it alone; the order of ranks wants them as typed.
    const rarest = terms.reduce((long, term) => (term.length > long.length ? term : long), '');
    for (const entry of this.#entriesOf(images)) {
      const { image } = entry;
      const met = terms.length === 0 ? bySigns(image, typed) : metBy(entry, rarest, terms);
      const rank = met ?? (isById(image.id, id, wholeId) ? BY_ID : undefined);
      if (rank === undefined) continue;
      count++;
      const same = found.get(rank);
      if (same === undefined) found.set(rank, [image]);
      else same.push(image);
    }
    const ranks = [...found.keys()].sort((a, b) => b - a);
    const best: Image[] = [];
    for (const rank of ranks) {
      if (best.length >= most) break;
      best.push(...(found.get(rank) ?? []).slice(0, most - best.length));
    }
    return { images: best, more: count - best.length };
  }

  /** Of the same list the same: asking for each image takes longer than looking through it. */
  #entriesOf(images: readonly Image[]): readonly FindEntry[] {
    if (images !== this.#images) {
      this.#images = images;
      this.#entries = images.map((image) => this.#entryOf(image));
    }
    return this.#entries;
  }

  #entryOf(image: Image): FindEntry {
    const known = this.#known.get(image);
    if (known !== undefined) return known;
    const entry = findEntry(image, this.words);
    this.#known.set(image, entry);
    return entry;
  }
}

function metBy(entry: FindEntry, rarest: string, terms: readonly string[]): number | undefined {
  return entry.text.includes(rarest) ? findRank(entry, terms) : undefined;
}

/** Of a text without a letter or a digit: the names that have it as it is. */
function bySigns({ name }: Image, typed: string): number | undefined {
  return name.normalize('NFKC').includes(typed) ? 1 : undefined;
}

function firstOf(images: readonly Image[], most: number): Found {
  return { images: images.slice(0, most), more: Math.max(images.length - most, 0) };
}

/** @param start of one of its groups, where it may be one @param whole as it may be typed in full, whatever it looks like */
function isById(id: string, start: string | undefined, whole: string): boolean {
  // Most are passed over by their length.
  if (start === undefined) return whole !== '' && id.length === whole.length && id.toLowerCase() === whole;
  const own = id.toLowerCase();
  return own.startsWith(start) || own.includes(`-${start}`);
}
