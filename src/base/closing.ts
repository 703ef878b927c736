/** What is to be done before the window closes, each added once there is something to do. */
export class Closing {
  readonly #tasks: (() => Promise<void>)[] = [];

  add(task: () => Promise<void>): void {
    this.#tasks.push(task);
  }

  /** Does all of it. What fails keeps nothing else from being done. Never rejects. */
  async run(): Promise<void> {
    await Promise.allSettled(this.#tasks.map(async (task) => task()));
  }
}
