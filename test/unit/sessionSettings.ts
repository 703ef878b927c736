import { Emitter } from '../../src/catalog/emitter';
import type { SessionSettings } from '../../src/session/sessions';

type Settings = Omit<SessionSettings, 'onDidChange'>;

/** What a user's settings are to the sessions, changed by a test. */
export function sessionSettings(
  first: Partial<Settings> = {},
): SessionSettings & { change(settings: Partial<Settings>): void } {
  const changed = new Emitter<void>();
  let present: Settings = {
    pageSize: () => 100,
    requestTimeout: () => 10,
    deletedImages: () => 'remove',
    grouping: () => 'status',
    sortKey: () => 'server',
    ...first,
  };
  return {
    pageSize: () => present.pageSize(),
    requestTimeout: () => present.requestTimeout(),
    deletedImages: () => present.deletedImages(),
    grouping: () => present.grouping(),
    sortKey: () => present.sortKey(),
    onDidChange: changed.event,
    change: (settings) => {
      present = { ...present, ...settings };
      changed.fire();
    },
  };
}
