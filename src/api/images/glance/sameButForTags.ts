import { exactText } from '../../../base/exactJson';
import { elementsOf, keyedValues, type Span } from '../../../base/jsonTokens';
import type { Image } from '../image';
import { sameEntry } from '../sameEntry';

/** The order of tags differs from one server process to the next, and so from answer to answer; all else keeps its order. */
export function sameButForTags(a: Image, b: Image): boolean {
  if (sameEntry(a, b)) return true;
  const [one, other] = [a, b].map(({ raw }) => exactText(raw));
  // The same letters in another order: most images that have changed are told apart here.
  if (one?.length !== other?.length) return false;
  return withTagsSorted(one ?? '') === withTagsSorted(other ?? '');
}

/** The text of an entry, without blanks, with the elements of its list of tags in an order of ours. */
function withTagsSorted(text: string): string {
  const tags = keyedValues(text).findLast(({ key }) => slice(text, key) === '"tags"')?.value;
  const elements = tags === undefined ? [] : elementsOf(text, tags.start);
  const [first, last] = [elements[0], elements.at(-1)];
  if (first === undefined || last === undefined) return text;
  const sorted = elements.map((element) => slice(text, element)).sort();
  return text.slice(0, first.start) + sorted.join(',') + text.slice(last.end);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
