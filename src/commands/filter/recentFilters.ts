import { parseFilter, addRecentFilter, serializeFilter, type Filter } from '../../catalog/filter';
import type { KeyValueStore } from '../../base/keyValueStore';

const KEY = 'recentFilters';

/** The last ten filters, newest first. */
export function recentFilters(store: KeyValueStore): readonly Filter[] {
  const stored = store.get(KEY);
  return (Array.isArray(stored) ? stored : [])
    .map(parseFilter)
    .filter(({ criteria, broken }) => criteria.length > 0 && broken !== true);
}

export async function keepFilter(store: KeyValueStore, filter: Filter): Promise<void> {
  await store.update(KEY, addRecentFilter(recentFilters(store), filter).map(serializeFilter));
}
