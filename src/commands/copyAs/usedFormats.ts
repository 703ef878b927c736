import type { KeyValueStore } from '../../base/keyValueStore';

const KEY = 'usedFormats';

/** So many are remembered. */
const MOST = 20;

/** The ids of the formats that were used last, the last one first: of one’s own templates too. */
export function usedFormats(state: KeyValueStore): readonly string[] {
  const kept = state.get(KEY);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
}

/** Remembers what was used. */
export async function noteUsedFormat(state: KeyValueStore, id: string): Promise<void> {
  const others = usedFormats(state).filter((used) => used !== id);
  await state.update(KEY, [id, ...others].slice(0, MOST));
}
