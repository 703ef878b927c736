import type { Image } from '../../api/images/image';
import { formatDate, formatSecond } from '../../base/format';
import type { Apart } from './apart';
import { drawn } from './drawn';

/** A row with what is seen of it. */
export interface SeenRow {
  readonly image: Image;
  /** As it is drawn. */
  readonly seen: string;
}

/** What each row has to say so that no two look the same; `undefined` for those that nothing looks like. */
export function distinguished(rows: readonly SeenRow[]): readonly (Apart | undefined)[] {
  const apart: (Apart | undefined)[] = new Array<undefined>(rows.length).fill(undefined);
  for (const indices of together(rows.map(({ seen }) => seen))) {
    const images = indices.map((index) => (rows[index] as SeenRow).image);
    const own = tellApart(images);
    indices.forEach((index, at) => (apart[index] = own[at]));
  }
  return apart;
}

/** By name as far as that goes, then by time, then by id. */
function tellApart(images: readonly Image[]): readonly (Apart | undefined)[] {
  const parts = differingParts(images.map(({ name }) => drawn(name)));
  const apart: (Apart | undefined)[] = parts.map((text) =>
    text === '' ? undefined : { kind: 'name', text },
  );
  for (const indices of together(parts)) {
    const same = indices.map((index) => images[index] as Image);
    const own =
      byTime(same) ?? shortIds(same.map(({ id }) => id)).map((text): Apart => ({ kind: 'id', text }));
    const name = parts[indices[0] ?? 0];
    indices.forEach((index, at) => (apart[index] = withName(own[at], name)));
  }
  return apart;
}

function withName(apart: Apart | undefined, name: string | undefined): Apart | undefined {
  return apart === undefined || name === undefined || name === '' || apart.kind === 'name'
    ? apart
    : { ...apart, name };
}

/** By the day of creation, else by the second; `undefined` where that does not tell them apart. */
function byTime(images: readonly Image[]): readonly Apart[] | undefined {
  const times = images.flatMap(({ created }) => created ?? []);
  const differ = (text: (time: number) => string): boolean => new Set(times.map(text)).size === images.length;
  if (differ(formatDate)) return times.map((time) => ({ kind: 'date', time }));
  return differ(formatSecond) ? times.map((time) => ({ kind: 'time', time })) : undefined;
}

/** The indices of texts that stand there more than once. */
function together(texts: readonly string[]): readonly (readonly number[])[] {
  const first = new Map<string, number>();
  const several = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const before = first.get(text);
    const alike = several.get(text);
    if (before === undefined) first.set(text, index);
    else if (alike === undefined) several.set(text, [before, index]);
    else alike.push(index);
  });
  return [...several.values()];
}

/** Of names, the words that not all of them have: `zfs` and `ufs`. Empty where a name has nothing of its own. */
function differingParts(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(/[\s_-]+/).filter((word) => word !== ''));
  const common = new Set(words[0]);
  for (const own of words) {
    for (const word of common) if (!own.includes(word)) common.delete(word);
  }
  return words.map((own) => own.filter((word) => !common.has(word)).join('-'));
}

/** As many digits as tell them apart, and four at least. */
function shortIds(ids: readonly string[]): readonly string[] {
  const longest = Math.max(...ids.map(({ length }) => length), 4);
  for (let digits = 4; digits < longest; digits += 4) {
    const short = ids.map((id) => id.slice(0, digits));
    if (new Set(short).size === ids.length) return short;
  }
  return ids;
}
