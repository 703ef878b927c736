/** One finished request, as the log shows it: nothing secret is in it. */
export interface RequestRecord {
  readonly method: string;
  /** Origin, path and query; a token is never part of an address. */
  readonly url: string;
  /** The status, or the kind of failure when there was no answer. */
  readonly outcome: number | string;
  readonly milliseconds: number;
  /** Images in the answer, where it was a list. */
  readonly rows?: number;
  readonly requestId?: string;
}

/** Hears of every request once it has ended, however it did. */
export type RequestLog = (record: RequestRecord) => void;
