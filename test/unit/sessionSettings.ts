import { Emitter } from '../../src/base/emitter';
import type { Settings } from '../../src/session/settings';
import { rethrow } from './rethrow';
import { PLAIN_LOOK } from './rowLooks';

type Values = Omit<Settings, 'onDidChange'>;

/** What a user's settings are to the sessions, changed by a test. */
export function sessionSettings(
  first: Partial<Values> = {},
): Settings & { change(settings: Partial<Values>): void } {
  const changed = new Emitter<void>(rethrow);
  let present: Values = {
    pageSize: () => 100,
    requestTimeout: () => 10,
    autoRefresh: () => 0,
    deletedImages: () => 'remove',
    grouping: () => 'status',
    folded: () => false,
    labelStyle: () => PLAIN_LOOK.style,
    rowDetails: () => PLAIN_LOOK.details,
    distributionIcons: () => true,
    sortKey: () => 'server',
    copySeparator: () => '\n',
    copyTemplates: () => [],
    guardsFormulas: () => true,
    csvHasBom: () => false,
    ...first,
  };
  return {
    pageSize: () => present.pageSize(),
    requestTimeout: () => present.requestTimeout(),
    autoRefresh: () => present.autoRefresh(),
    deletedImages: () => present.deletedImages(),
    grouping: () => present.grouping(),
    folded: () => present.folded(),
    labelStyle: () => present.labelStyle(),
    rowDetails: () => present.rowDetails(),
    distributionIcons: () => present.distributionIcons(),
    sortKey: () => present.sortKey(),
    copySeparator: () => present.copySeparator(),
    copyTemplates: () => present.copyTemplates(),
    guardsFormulas: () => present.guardsFormulas(),
    csvHasBom: () => present.csvHasBom(),
    onDidChange: changed.event,
    change: (settings) => {
      present = { ...present, ...settings };
      changed.fire();
    },
  };
}
