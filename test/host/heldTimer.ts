import assert from 'node:assert/strict';

/** Holds every timer of one length, which then goes off when the test says so, and at no other time. */
export class HeldTimer {
  readonly #original = globalThis.setTimeout;
  readonly #held: (() => void)[] = [];

  /** @param length milliseconds */
  constructor(length: number) {
    const original = this.#original;
    const held = (callback: () => void, ms?: number): NodeJS.Timeout => {
      if (ms !== length) return original(callback, ms);
      this.#held.push(callback);
      // What is given back can be cleared as any other, and never goes off.
      const timer = original(() => undefined, 0);
      clearTimeout(timer);
      return timer;
    };
    Object.assign(globalThis, { setTimeout: Object.assign(held, original) });
  }

  /** The time is up. @throws where nothing waits for it */
  ring(): void {
    assert.ok(this.#held.length > 0, 'something waits for that time');
    for (const callback of this.#held.splice(0)) callback();
  }

  dispose(): void {
    Object.assign(globalThis, { setTimeout: this.#original });
  }
}
