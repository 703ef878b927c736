import type { IncomingHttpHeaders } from 'node:http';

/**
 * What a request asks for. `list` and `image` are of either service of images; `brief` is Compute's `/images` without
 * `/detail`, which old next links wrongly lead to; `storage` is how much is saved, and how much may be.
 */
export type RequestKind =
  | 'list'
  | 'brief'
  | 'image'
  | 'storage'
  | 'token'
  | 'revoke'
  | 'validate'
  | 'projects'
  | 'versions'
  | 'other';

/**
 * One request as the server saw it. The outcome is `pending` until the answer is out, `answered` after that,
 * `abandoned` when the client went away first, `cut` when a fault broke the connection.
 */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly kind: RequestKind;
  /** Which service of images was asked, where it is one. */
  readonly service?: 'compute' | 'image';
  /** The tenant named in the path, or that of the token where the path names none. */
  readonly tenant?: string;
  readonly region?: string;
  /** When it came, by the server's clock. */
  readonly at: number;
  readonly body: string;
  readonly outcome: 'pending' | 'answered' | 'abandoned' | 'cut';
  readonly status?: number;
  /** Images in the answer. */
  readonly rows?: number;
  readonly requestId: string;
  /** Milliseconds from the request to the end of the answer. */
  readonly millis?: number;
}

export type LogEntry = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };

interface Waiter {
  readonly ready: (requests: readonly LoggedRequest[]) => boolean;
  readonly done: () => void;
}

/** Every request in the order of arrival, entries being filled in while they are answered. */
export class RequestLog {
  entries: LogEntry[] = [];
  private readonly waiters = new Set<Waiter>();

  add(entry: LogEntry): LogEntry {
    this.entries.push(entry);
    this.changed();
    return entry;
  }

  /** To be called after every change of an entry. */
  changed(): void {
    for (const waiter of this.waiters) if (waiter.ready(this.entries)) waiter.done();
  }

  clear(): void {
    this.entries = [];
  }

  /** Resolves once the log satisfies the condition; rejects after `timeoutMillis`. */
  until(ready: Waiter['ready'], timeoutMillis: number): Promise<void> {
    if (ready(this.entries)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        settle();
      };
      const waiter: Waiter = { ready, done: () => finish(resolve) };
      const timer = setTimeout(
        () => finish(() => reject(new Error(`The expected requests did not come: ${this.summary()}`))),
        timeoutMillis,
      );
      this.waiters.add(waiter);
    });
  }

  private summary(): string {
    return (
      this.entries
        .map(({ method, url, status, outcome }) => `${method} ${url} ${status ?? outcome}`)
        .join(', ') || 'no request'
    );
  }
}
