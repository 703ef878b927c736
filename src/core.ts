import type { RequestRecord } from './api/http/requestLog';
import type { Accounts } from './auth/accounts';
import type { Clients } from './auth/clients';
import type { KeyValueStore } from './base/keyValueStore';
import type { ImageDocuments } from './documents/imageDocuments';
import type { ImageMarks } from './session/imageMarks';
import type { Sessions } from './session/sessions';
import type { Settings } from './session/settings';

/** What is written down for whoever looks for a fault, without secrets. Never throws. */
export interface Log {
  /** One request with what came of it. */
  readonly request: (record: RequestRecord) => void;
  /** A failure with where it came from. Something canceled is none. */
  readonly report: (error: unknown) => void;
  /** A failure after which what was asked for goes on. */
  readonly warn: (error: unknown) => void;
  /** Opens it for a person. */
  readonly show: () => void;
}

/** What every feature is handed when it registers itself. There is one of each in a window. */
export interface Core {
  readonly accounts: Accounts;
  readonly clients: Clients;
  readonly sessions: Sessions;
  readonly documents: ImageDocuments;
  /** Favourites, and what was copied last. */
  readonly marks: ImageMarks;
  readonly settings: Settings;
  readonly log: Log;
  /** Kept over restarts, for all windows; never a secret. */
  readonly state: KeyValueStore;
}
