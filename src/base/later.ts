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
    this.#making ??= this.make();
    try {
      this.#made = await this.#making;
      return this.#made;
    } catch (error) {
      this.#making = undefined;
      throw error;
    }
  }
}
