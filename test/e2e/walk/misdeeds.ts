import type { FaultHandle } from '../../server/index';
import type { Place, Places } from './places';
import type { Misdeed } from './steps';

interface Misdoing {
  readonly place: Place;
  readonly handle: FaultHandle;
  readonly times: number;
}

/** What the servers do wrong at the moment. */
export class Misdeeds {
  readonly #doing: Misdoing[] = [];
  readonly #expired = new Map<Place, string>();
  #hanging: readonly FaultHandle[] = [];

  constructor(private readonly places: Places) {}

  /** Nothing is answered. */
  get hanging(): boolean {
    return this.#hanging.length > 0;
  }

  add(place: Place, misdeed: Misdeed): void {
    if (misdeed === 'lasting401') {
      place.expireToken();
      this.#expired.set(place, place.token);
      return;
    }
    const { server, tenant } = place;
    const decoy = this.places.decoy.origin;
    const faults = {
      slow: { do: 'delay', millis: 600, times: 3 },
      passing401: { do: 'unauthorized', as: 'error', times: 1 },
      tooMany: { do: 'status', status: 429, retryAfter: 1, times: 2 },
      broken: { do: 'status', status: 500, times: 1 },
      cut: { do: 'cutOff', times: 1 },
      disconnect: { do: 'disconnect', times: 1 },
      redirect: { do: 'redirect', to: decoy, times: 1 },
      wrongLinks: { do: 'wrongLinks', to: 'otherPort', times: 2 },
    } as const;
    const fault = faults[misdeed];
    this.#doing.push({ place, handle: server.faults.add({ ...fault, tenant }), times: fault.times });
  }

  hang(): void {
    if (this.hanging) return;
    this.#hanging = this.places.servers.map((server) => server.faults.add({ do: 'hang', on: 'any' }));
  }

  release(): void {
    for (const fault of this.#hanging) fault.remove();
    this.#hanging = [];
  }

  calm(): void {
    for (const { handle } of this.#doing.splice(0)) handle.remove();
  }

  /** Whether a request with the present token gets its answer here. */
  isSound(place: Place): boolean {
    const spent = this.#doing.every((one) => one.place !== place || one.handle.hits >= one.times);
    return spent && !this.hanging && this.#expired.get(place) !== place.token;
  }
}
