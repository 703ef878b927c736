import { workspace } from 'vscode';
import { GROUPINGS } from '../catalog/grouping';
import { SORT_KEYS } from '../catalog/sorting';
import type { Settings } from '../session/settings';

/** The settings, read anew each time; a value that is none of the allowed ones counts as the default. */
export const settings: Settings = {
  pageSize: () => within(read('pageSize'), 1, 1000, 100),
  requestTimeout: () => within(read('requestTimeout'), 1, 600, 30),
  autoRefresh: () => {
    const seconds = within(read('autoRefresh'), 0, 86_400, 0);
    return seconds === 0 ? 0 : Math.max(seconds, 15);
  },
  grouping: () => GROUPINGS.find((known) => known === read('groupBy')) ?? 'status',
  sortKey: () => SORT_KEYS.find((known) => known === read('sortBy')) ?? 'server',
  deletedImages: () => (read('showDeleted') === true ? 'keep' : 'remove'),
  copySeparator: () => {
    const separator = read('copySeparator');
    return typeof separator === 'string' ? separator : '\n';
  },
  onDidChange: (listener) =>
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
