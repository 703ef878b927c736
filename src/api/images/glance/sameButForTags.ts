import { exactText } from '../../../base/exactJson';
import { elementsOf, valueOfKey } from '../../../base/jsonTokens';
import type { Image } from '../image';

/** The order of tags differs from one server process to the next, and so from answer to answer; all else keeps its order. */
export function sameButForTags(a: Image, b: Image): boolean {
  const one = exactText(a.raw);
  const other = exactText(b.raw);
  if (one === other) return true;
  // The same letters in another order: most images that have changed are told apart here.
  return one.length === other.length && withTagsSorted(one) === withTagsSorted(other);
}

/** The text of an entry, without blanks, with the elements of its list of tags in an order of ours. */
function withTagsSorted(text: string): string {
  const tags = valueOfKey(text, 'tags');
  const elements = tags === undefined ? [] : elementsOf(text, tags.start);
  const [first, last] = [elements[0], elements.at(-1)];
  if (first === undefined || last === undefined) return text;
  const sorted = elements.map(({ start, end }) => text.slice(start, end)).sort();
  return text.slice(0, first.start) + sorted.join(',') + text.slice(last.end);
}
