import { keptText } from '../../../base/exactJson';
import { isJsonObject, jsonText, type JsonValue } from '../../../base/json';
import { jsonTokens } from '../../../base/jsonTokens';
import type { Image } from '../image';
import { sameEntry } from '../sameEntry';

/** The order of tags differs from one server process to the next, and so from answer to answer; all else keeps its order. */
export function sameButForTags(a: Image, b: Image): boolean {
  if (sameEntry(a, b)) return true;
  const [one, other] = [a.raw, b.raw].map(withTagsSorted);
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other) && sameTokens(a, b);
}

/** Where JSON made of the values would be another than what was sent: the same tokens, in whatever order. */
function sameTokens(a: Image, b: Image): boolean {
  const [one, other] = [keptText(a.raw), keptText(b.raw)];
  if (one === undefined || other === undefined) return one === other;
  const sorted = (text: string): string => jsonTokens(text).toSorted().join('\n');
  return sorted(one) === sorted(other);
}

function withTagsSorted(raw: JsonValue): JsonValue | undefined {
  if (!isJsonObject(raw) || !Array.isArray(raw.tags)) return undefined;
  return { ...raw, tags: (raw.tags as readonly JsonValue[]).map(jsonText).sort() };
}
