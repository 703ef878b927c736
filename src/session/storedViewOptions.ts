import { fieldsOf, type Fields } from '../base/fields';
import { parseFilter, serializeFilter } from '../catalog/filter/stored';
import { GROUPING_CHOICES, type GroupingChoice } from '../catalog/grouping';
import { SORT_KEYS, type SortKey } from '../catalog/sorting';
import type { KeyValueStore } from '../base/keyValueStore';
import type { ViewOptions } from './viewOptions';

const KEY = 'views';

/** What holds where nothing was chosen. */
interface ViewDefaults {
  readonly grouping: GroupingChoice;
  readonly sortKey: SortKey;
  readonly folded: boolean;
}

/** The choices made in menus, kept for each account; what was never chosen comes from the settings. */
export class StoredViewOptions {
  constructor(
    private readonly store: KeyValueStore,
    private readonly defaults: () => ViewDefaults,
  ) {}

  get(accountId: string): ViewOptions {
    const stored = fieldsOf(this.#all()[accountId]);
    const sorted = fieldsOf(stored.sorting);
    const { grouping, sortKey, folded } = this.defaults();
    const usual = stored.usual === 'kind' || stored.usual === 'status' ? stored.usual : undefined;
    return {
      grouping: GROUPING_CHOICES.find((known) => known === stored.grouping) ?? grouping,
      ...(usual !== undefined && { usual }),
      sorting: {
        key: SORT_KEYS.find((known) => known === sorted.key) ?? sortKey,
        descending: sorted.descending === true,
      },
      filter: parseFilter(stored.filter),
      folded: typeof stored.folded === 'boolean' ? stored.folded : folded,
    };
  }

  async keep(accountId: string, change: Partial<ViewOptions>): Promise<void> {
    const { filter, ...rest } = change;
    const kept = { ...rest, ...(filter !== undefined && { filter: serializeFilter(filter) }) };
    const all = this.#all();
    await this.store.update(KEY, { ...all, [accountId]: { ...fieldsOf(all[accountId]), ...kept } });
  }

  async forget(accountId: string): Promise<void> {
    const others = Object.entries(this.#all()).filter(([id]) => id !== accountId);
    await this.store.update(KEY, Object.fromEntries(others));
  }

  #all(): Fields {
    return fieldsOf(this.store.get(KEY));
  }
}
