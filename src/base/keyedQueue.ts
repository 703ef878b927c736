/** Work on one thing is done piece by piece, in the order in which it was asked for; other things do not wait for it. */
export class KeyedQueue {
  /** The last piece of work for each key that still has some. */
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Does the work once all that was asked for before with the same key has ended, however it did. Work must not wait
   * for other work of its own key.
   * @throws as the work
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const done = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const ended: Promise<void> = done.catch(() => undefined).then(() => this.#forget(key, ended));
    this.#last.set(key, ended);
    return done;
  }

  #forget(key: string, ended: Promise<unknown>): void {
    if (this.#last.get(key) === ended) this.#last.delete(key);
  }
}
