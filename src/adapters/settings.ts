import { workspace } from 'vscode';
import { GROUPING_CHOICES } from '../catalog/grouping';
import { DEFAULT_DETAILS, ROW_DETAILS } from '../catalog/labels/rowDetail';
import { LABEL_STYLES } from '../catalog/labels/labelStyle';
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
  grouping: () => GROUPING_CHOICES.find((known) => known === read('groupBy')) ?? 'auto',
  folded: () => read('foldDiskSizes') !== false,
  labelStyle: () => LABEL_STYLES.find((known) => known === read('rowLabel')) ?? 'readable',
  rowDetails: () => {
    const wanted = read('rowDetails');
    if (!Array.isArray(wanted)) return DEFAULT_DETAILS;
    return [...new Set<unknown>(wanted)].flatMap(
      (detail) => ROW_DETAILS.find((known) => known === detail) ?? [],
    );
  },
  distributionIcons: () => read('distributionIcons') !== false,
  sortKey: () => SORT_KEYS.find((known) => known === read('sortBy')) ?? 'server',
  deletedImages: () => (read('showDeleted') === true ? 'keep' : 'remove'),
  copySeparator: () => {
    const separator = read('copySeparator');
    return typeof separator === 'string' ? separator : '\n';
  },
  copyTemplates: () => {
    const templates = read('copyAs.templates');
    return Array.isArray(templates) ? Array.from<unknown>(templates) : [];
  },
  guardsFormulas: () => read('copyAs.guardFormulas') !== false,
  csvHasBom: () => read('copyAs.csvBom') === true,
  onDidChange: (listener) =>
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('conohaImages')) listener();
    }),
};

function read(name: string): unknown {
  return workspace.getConfiguration('conohaImages').get(name);
}

function within(value: unknown, least: number, most: number, fallback: number): number {
  if (!Number.isFinite(value)) return fallback;
  return Math.min(Math.max(Math.round(value as number), least), most);
}
