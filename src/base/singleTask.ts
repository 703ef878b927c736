import { Canceled } from './canceled';
import { hasLeft, LEFT } from './left';
import { unlessAborted } from './unlessAborted';

/** Why a signal fired, where nobody has cancelled the work. */
const DISPLACED = Symbol('displaced');

/** The work was called off to make room for something else, or nobody waits for it any more: no one wanted it to end. */
export function wasDisplaced(signal: AbortSignal): boolean {
  return signal.reason === DISPLACED || hasLeft(signal);
}

interface Running<Name> {
  readonly name: Name;
  readonly controller: AbortController;
  readonly done: Promise<void>;
  /** How many have asked for it, without those who have left. */
  waiting: number;
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

  /**
   * Waits for what is under way, and rejects as it does.
   * @param abort calls it off, for all who wait for it; where its reason is `LEFT`, once nobody else does
   */
  async join(abort?: AbortSignal): Promise<void> {
    if (this.#running !== undefined) await waitFor(this.#running, abort);
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

  /** @param abort as for `join` */
  async run(name: Name, work: (signal: AbortSignal) => Promise<void>, abort?: AbortSignal): Promise<void> {
    const controller = new AbortController();
    const running = { name, controller, done: begin(work, controller.signal), waiting: 0 };
    this.#running = running;
    const over = waitFor(running, abort);
    this.onDidChange();
    try {
      await over;
    } finally {
      if (this.#running === running) {
        this.#running = undefined;
        this.onDidChange();
      }
    }
  }
}

async function waitFor(running: Running<string>, abort: AbortSignal | undefined): Promise<void> {
  const { controller, done } = running;
  running.waiting++;
  const end = (): void => {
    running.waiting--;
    if (!hasLeft(abort)) controller.abort();
    else if (running.waiting === 0) controller.abort(LEFT);
  };
  if (abort?.aborted) end();
  abort?.addEventListener('abort', end);
  try {
    await done;
  } finally {
    abort?.removeEventListener('abort', end);
  }
}

async function begin(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
  // Nothing begins before it is known as what is under way.
  await Promise.resolve();
  if (signal.aborted) throw new Canceled();
  await work(signal);
}
