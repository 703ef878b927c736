import { workspace, type Disposable } from 'vscode';
import type { DeletedImages } from './catalog/delta';
import { GROUPINGS, type Grouping } from './catalog/grouping';
import { SORT_KEYS, type SortKey } from './catalog/sorting';

/** The settings, read anew each time; a value that is none of the allowed ones counts as the default. */
export const settings = {
  /** Images a page. */
  pageSize: (): number => within(read('pageSize'), 1, 1000, 100),
  /** Seconds for one whole request. */
  requestTimeout: (): number => within(read('requestTimeout'), 1, 600, 30),
  /** Seconds between automatic refreshes; 0 is off. */
  autoRefresh: (): number => {
    const seconds = within(read('autoRefresh'), 0, 86_400, 0);
    return seconds === 0 ? 0 : Math.max(seconds, 15);
  },
  grouping: (): Grouping => GROUPINGS.find((known) => known === read('groupBy')) ?? 'status',
  sortKey: (): SortKey => SORT_KEYS.find((known) => known === read('sortBy')) ?? 'server',
  deletedImages: (): DeletedImages => (read('showDeleted') === true ? 'keep' : 'remove'),
  copySeparator: (): string => {
    const separator = read('copySeparator');
    return typeof separator === 'string' ? separator : '\n';
  },
  /** One of the settings has changed. */
  onDidChange: (listener: () => void): Disposable =>
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('conohaImages')) listener();
    }),
};

function read(name: string): unknown {
  return workspace.getConfiguration('conohaImages').get(name);
}

function within(value: unknown, least: number, most: number, fallback: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fallback;
  return Math.min(Math.max(Math.round(value), least), most);
}
