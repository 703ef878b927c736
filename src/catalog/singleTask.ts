import { Canceled } from '../api/apiError';

interface Running<Name> {
  readonly name: Name;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/** Work of which one piece at a time is under way, known by its name, shared by those who ask for the same. */
export class SingleTask<Name extends string> {
  #running: Running<Name> | undefined;

  /** @param onDidChange told when work begins and when it ends */
  constructor(private readonly onDidChange: () => void) {}

  /** What is under way. */
  get name(): Name | undefined {
    return this.#running?.name;
  }

  /** What is under way, to wait for: it rejects as that work does. */
  get done(): Promise<void> | undefined {
    return this.#running?.done;
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settled(): Promise<void> {
    let running;
    while ((running = this.#running) !== undefined) await running.done.catch(() => undefined);
  }

  /** Calls off what is under way; those who wait for it get `Canceled`. */
  cancel(): void {
    const running = this.#running;
    this.#running = undefined;
    running?.controller.abort();
    // Nobody may be waiting for it.
    running?.done.catch(() => undefined);
  }

  /** @param abort calls this work off as well */
  async run(name: Name, work: (signal: AbortSignal) => Promise<void>, abort?: AbortSignal): Promise<void> {
    const controller = new AbortController();
    const signal = abort === undefined ? controller.signal : AbortSignal.any([controller.signal, abort]);
    const running = { name, controller, done: begin(work, signal) };
    this.#running = running;
    this.onDidChange();
    try {
      await running.done;
    } finally {
      if (this.#running === running) {
        this.#running = undefined;
        this.onDidChange();
      }
    }
  }
}

async function begin(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
  // Nothing begins before it is known as what is under way.
  await Promise.resolve();
  if (signal.aborted) throw new Canceled();
  await work(signal);
}
