/** Milliseconds: the longest that a timer can wait. One that is to wait longer goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls at one point in time, the one that was set last, and never once it is disposed of. */
export class Alarm {
  #timer: NodeJS.Timeout | undefined;
  #disposed = false;

  /** @param ring called when it is time, or earlier where that is weeks away: it looks what is due, and sets the next time */
  constructor(private readonly ring: () => void) {}

  /** @param at milliseconds since 1970-01-01 UTC, which may be past; `Infinity` for never */
  set(at: number): void {
    clearTimeout(this.#timer);
    if (this.#disposed || at === Infinity) return;
    this.#timer = setTimeout(this.ring, Math.min(Math.max(at - Date.now(), 0), LONGEST_TIMER_MS));
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }
}
