import type { Filter } from '../../catalog/filter/criterion';
import { addRecentFilter } from '../../catalog/filter/editing';
import { parseFilter, serializeFilter } from '../../catalog/filter/stored';
import type { KeyValueStore } from '../../base/keyValueStore';

const KEY = 'recentFilters';

/** The last ten filters, newest first. */
export function recentFilters(store: KeyValueStore): readonly Filter[] {
  return entriesOf(store).map(parseFilter).filter(isSound);
}

/** What could not be read, another version's perhaps, stays. */
export async function keepFilter(store: KeyValueStore, filter: Filter): Promise<void> {
  const unread = entriesOf(store).filter((entry) => !isSound(parseFilter(entry)));
  const recent = addRecentFilter(recentFilters(store), filter).map(serializeFilter);
  await store.update(KEY, [...recent, ...unread]);
}

function entriesOf(store: KeyValueStore): readonly unknown[] {
  const stored = store.get(KEY);
  return Array.isArray(stored) ? stored : [];
}

function isSound({ criteria, broken }: Filter): boolean {
  return criteria.length > 0 && broken !== true;
}
