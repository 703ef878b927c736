import { parseFilter, serializeFilter, type Filter } from '../../catalog/filter';
import type { KeyValueStore } from '../../auth/keyValueStore';

const KEY = 'recentFilters';
const MOST = 10;

/** The last ten filters, newest first. */
export function recentFilters(store: KeyValueStore): readonly Filter[] {
  return storedTexts(store)
    .map(parseFilter)
    .filter(({ criteria }) => criteria.length > 0);
}

export async function rememberFilter(store: KeyValueStore, filter: Filter): Promise<void> {
  if (filter.criteria.length === 0) return;
  const text = serializeFilter(filter);
  const others = storedTexts(store).filter((stored) => stored !== text);
  await store.update(KEY, [text, ...others].slice(0, MOST));
}

function storedTexts(store: KeyValueStore): readonly unknown[] {
  const stored = store.get(KEY);
  return Array.isArray(stored) ? stored : [];
}
