/** Something that is made when it is first asked for. */
export class Later<T> {
  #made: T | undefined;
  #making: Promise<T> | undefined;

  constructor(private readonly make: () => Promise<T>) {}

  /** It, where it was made already. */
  get now(): T | undefined {
    return this.#made;
  }

  /** @throws as making it does, which is tried again the next time */
  async get(): Promise<T> {
    const making = (this.#making ??= this.make());
    try {
      this.#made = await making;
      return this.#made;
    } catch (error) {
      // Several may have waited for the one that failed, while the first of them tries again.
      if (this.#making === making) this.#making = undefined;
      throw error;
    }
  }
}
