import type { Accounts } from './auth/accounts';
import type { Clients } from './auth/clients';
import type { KeyValueStore } from './base/keyValueStore';
import type { ImageDocuments } from './documents/imageDocuments';
import type { Sessions } from './session/sessions';
import type { Settings } from './session/settings';
import type { ExtensionLog } from './text/extensionLog';

/** What every feature is handed when it registers itself. There is one of each in a window. */
export interface Core {
  readonly accounts: Accounts;
  readonly clients: Clients;
  readonly sessions: Sessions;
  readonly documents: ImageDocuments;
  readonly settings: Settings;
  readonly log: ExtensionLog;
  /** Kept over restarts, for all windows; never a secret. */
  readonly state: KeyValueStore;
}
