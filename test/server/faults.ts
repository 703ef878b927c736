import type { LoggedRequest, RequestKind } from './requests';
import type { Oddity } from './oddities';

/** One way to misbehave. Several at once work together: a delayed page with odd images and wrong links. */
export type Misbehaviour =
  /** Answers late. */
  | { readonly do: 'delay'; readonly millis: number }
  /** Does not answer until the fault is released or removed. */
  | { readonly do: 'hang' }
  /** Closes the connection without an answer. */
  | { readonly do: 'disconnect' }
  /** Closes the connection in the middle of the body. */
  | { readonly do: 'cutOff' }
  /** Sends the body in pieces of `bytes`, one every `everyMillis`. */
  | { readonly do: 'trickle'; readonly bytes: number; readonly everyMillis: number }
  /** The error of that status in the service's usual form: HTML for 503, with Retry-After for 413 and 429. */
  | {
      readonly do: 'status';
      readonly status: number;
      readonly message?: string;
      /** Seconds or an HTTP date. */
      readonly retryAfter?: number | string;
    }
  /** 401 in one of the five forms that are met; `glance` is that of Image v2, also while the identity service is away. */
  | { readonly do: 'unauthorized'; readonly as: 'error' | 'unauthorized' | 'text' | 'html' | 'glance' }
  /** Redirects to the same path and query on another origin, or to a full address. */
  | { readonly do: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** Ignores query parameters: the whole list each time without `limit` and `marker`. */
  | { readonly do: 'ignore'; readonly parameters: readonly string[] }
  /** Sends no more than that many, whatever the limit asked for, with a next link only if said. */
  | { readonly do: 'capLimit'; readonly limit: number; readonly nextLinks?: 'given' | 'missing' }
  /** No next links, or next links on `/images` without `/detail`: both are ways of old releases. */
  | { readonly do: 'nextLinks'; readonly as: 'missing' | 'withoutDetail' }
  /** 400 for any marker, as after the deletion of the marker image. */
  | { readonly do: 'lostMarker' }
  /** 403 for any marker, as for an image of another project. */
  | { readonly do: 'foreignMarker' }
  /** Sends the page that was sent last once more. */
  | { readonly do: 'repeatPage' }
  /** All links, next ones too, to `https://None`, to an address inside the cloud, or to another port. */
  | { readonly do: 'wrongLinks'; readonly to: 'none' | 'internal' | 'otherPort' }
  /** The images of the page in order get these oddities, one each; all there are if none are named. */
  | { readonly do: 'oddImages'; readonly oddities?: readonly Oddity[] }
  /** The metadata key `gnc_app` where `app` is expected. */
  | { readonly do: 'gncApp' }
  /** `{"image": […]}` instead of `{"images": […]}`. */
  | { readonly do: 'wrapAsImage' }
  /** 200 and JSON by its header, but this body; a login page unless said otherwise. */
  | { readonly do: 'notJson'; readonly body?: string }
  /** Valid JSON of another shape; `{"servers": []}` unless said otherwise. */
  | { readonly do: 'wrongShape'; readonly body?: unknown }
  /** A valid list with so much padding that the decoded body has more than that many MiB (65). */
  | { readonly do: 'huge'; readonly mebibytes?: number };

/** Which requests a fault is for. */
export interface FaultMatch {
  /** A kind of request, any, or a pattern on the path; `list` if absent. */
  readonly on?: RequestKind | 'any' | RegExp;
  readonly tenant?: string;
  readonly where?: (request: LoggedRequest) => boolean;
  /** The first matching request that is affected, counted from 1 since the fault was added; 1 if absent. */
  readonly nth?: number;
  /** How many requests are affected; all if absent. */
  readonly times?: number;
}

export type Fault = Misbehaviour & FaultMatch;

export interface FaultHandle {
  /** How many requests it has affected so far. */
  readonly hits: number;
  /** Affects no further request and lets go of those it holds. */
  remove(): void;
}

type Doing<Kind extends Misbehaviour['do']> = Extract<Misbehaviour, { do: Kind }>;

/** The faults of one request. */
export class ActiveFaults {
  constructor(private readonly faults: readonly ActiveFault[]) {}

  find<Kind extends Misbehaviour['do']>(kind: Kind): Doing<Kind> | undefined {
    return this.faults
      .map(({ fault }) => fault)
      .find((fault): fault is Fault & Doing<Kind> => fault.do === kind);
  }

  /** Resolves once no `hang` holds the request any more. */
  async released(): Promise<void> {
    const hanging = this.faults.filter(({ fault }) => fault.do === 'hang');
    await Promise.all(hanging.map(({ removed }) => removed));
  }
}

class ActiveFault implements FaultHandle {
  hits = 0;
  private seen = 0;
  private free: () => void = () => undefined;
  readonly removed = new Promise<void>((resolve) => (this.free = resolve));

  constructor(
    readonly fault: Fault,
    private readonly forget: (fault: ActiveFault) => void,
  ) {}

  /** Whether the request is affected; counts it. */
  claims(request: LoggedRequest): boolean {
    if (!matches(this.fault, request)) return false;
    this.seen++;
    const first = this.fault.nth ?? 1;
    const affected = this.seen >= first && this.seen < first + (this.fault.times ?? Infinity);
    if (affected) this.hits++;
    return affected;
  }

  remove(): void {
    this.forget(this);
    this.free();
  }
}

export class Faults {
  private readonly active = new Set<ActiveFault>();

  add(fault: Fault): FaultHandle {
    const active = new ActiveFault(fault, (gone) => this.active.delete(gone));
    this.active.add(active);
    return active;
  }

  /** Removes all faults and lets go of every request they hold. */
  clear(): void {
    for (const fault of [...this.active]) fault.remove();
  }

  claim(request: LoggedRequest): ActiveFaults {
    return new ActiveFaults([...this.active].filter((fault) => fault.claims(request)));
  }
}

function matches({ on = 'list', tenant, where }: Fault, request: LoggedRequest): boolean {
  const pathMatches = on instanceof RegExp ? on.test(request.path) : on === 'any' || on === request.kind;
  return pathMatches && (tenant === undefined || tenant === request.tenant) && (where?.(request) ?? true);
}
