import { Canceled } from './canceled';
import { unlessAborted } from './unlessAborted';

/** Why a signal fired, where nobody has cancelled the work. */
const DISPLACED = Symbol('displaced');

/** The work was called off to make room for something else, not because somebody wanted it to end. */
export function wasDisplaced({ reason }: AbortSignal): boolean {
  return reason === DISPLACED;
}

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

  /** Waits for what is under way, and rejects as it does. @param abort calls it off, for all who wait for it */
  async join(abort?: AbortSignal): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    const callOff = (): void => running.controller.abort();
    if (abort?.aborted) callOff();
    abort?.addEventListener('abort', callOff);
    try {
      await running.done;
    } finally {
      abort?.removeEventListener('abort', callOff);
    }
  }

  /** Resolves when nothing is under way any more, however it ended. @param abort ends the waiting alone */
  async settled(abort?: AbortSignal): Promise<void> {
    let running;
    while ((running = this.#running) !== undefined) {
      await unlessAborted(
        running.done.catch(() => undefined),
        abort,
      );
    }
  }

  /** Calls off what is under way, to make room for something else; those who wait for it get `Canceled`. */
  displace(): void {
    const running = this.#running;
    this.#running = undefined;
    running?.controller.abort(DISPLACED);
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
