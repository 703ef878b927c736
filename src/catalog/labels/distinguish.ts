import type { Image } from '../../api/images/image';
import { formatDate, formatSecond } from '../../base/format';
import type { Apart } from './apart';
import { drawn } from './drawn';

/** A row with what is seen of it. */
export interface SeenRow {
  readonly image: Image;
  /** Its label, as it is drawn. */
  readonly seen: string;
  /** What else is seen of it. */
  readonly beside: string;
}

/** What each row has to say so that no two look the same; `undefined` for those that nothing looks like. */
export function distinguished(rows: readonly SeenRow[]): readonly (Apart | undefined)[] {
  const apart: (Apart | undefined)[] = new Array<undefined>(rows.length).fill(undefined);
  const alike = together(rows.map(({ seen, beside }) => `${seen}\n${beside}`));
  for (const indices of alike) {
    const own = tellApart(indices.map((index) => (rows[index] as SeenRow).image));
    indices.forEach((index, at) => (apart[index] = own[at]));
  }
  if (alike.length === 0) return apart;
  // With what tells it from some a row may look like another one: "web", saved on a day, and "web 2026-01-01".
  const whole = rows.map(({ seen, beside }, at) => `${wholeSeen(seen, apart[at])}\n${beside}`);
  for (const indices of together(whole)) {
    const ids = shortIds(indices.map((index) => (rows[index] as SeenRow).image.id));
    indices.forEach((index, at) => (apart[index] = byId(ids[at] as string, apart[index])));
  }
  return apart;
}

function wholeSeen(seen: string, apart: Apart | undefined): string {
  if (apart === undefined) return seen;
  const parts = [seen, 'name' in apart && apart.name !== undefined ? drawn(apart.name) : ''];
  if ('text' in apart) parts.push(drawn(apart.text));
  else parts.push((apart.kind === 'date' ? formatDate : formatSecond)(apart.time));
  return parts.filter((part) => part !== '').join(' ');
}

function byId(text: string, before: Apart | undefined): Apart {
  return withName({ kind: 'id', text }, before?.kind === 'name' ? before.text : before?.name) as Apart;
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
  for (const own of words.map((all) => new Set(all))) {
    for (const word of common) if (!own.has(word)) common.delete(word);
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
