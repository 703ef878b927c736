import { BoxBusy } from './boxBusy';

/** What a box shows of being read: `busy` while it is, and the text that is meant. */
interface ReadBox {
  busy: boolean;
  readonly value: string;
}

/** Stands for what was read in vain: the box was closed or edited, or Enter has begun anew. */
export const ENDED = Symbol('ended');

/** What Enter has had begun of a box: one thing at a time is read. Whoever edits the text ends that, down to its requests. */
export class CurrentRead {
  readonly #box: ReadBox;
  readonly #closed: AbortSignal;
  readonly #busy: BoxBusy;
  #present: { readonly end: AbortController; readonly text: string; readonly over: () => void } | undefined;

  /** @param closed fires when the box is closed @param busy shared by all that the box waits for */
  constructor(box: ReadBox, closed: AbortSignal, busy = new BoxBusy(box, closed)) {
    this.#box = box;
    this.#closed = closed;
    this.#busy = busy;
  }

  /** Whether anything is being read. */
  get isGoing(): boolean {
    return this.#present !== undefined;
  }

  /** Whether what stands there is being read. */
  get isOfPresentText(): boolean {
    return this.#present?.text === this.#box.value;
  }

  /** Ends what is read of another text than the one that stands there now. */
  edited(): void {
    if (!this.isOfPresentText) this.end();
  }

  /** Ends what is read: nobody waits for it any more. */
  end(): void {
    const present = this.#present;
    this.#present = undefined;
    present?.end.abort();
    present?.over();
  }

  /** Ends what is read, and reads this. @param read gets a signal that fires when nobody waits for it any more */
  async begin<R>(read: (signal: AbortSignal) => Promise<R>): Promise<R | typeof ENDED> {
    this.end();
    const present = { end: new AbortController(), text: this.#box.value, over: this.#busy.begin() };
    this.#present = present;
    const signal = AbortSignal.any([this.#closed, present.end.signal]);
    try {
      const result = await read(signal);
      return signal.aborted || this.#box.value !== present.text ? ENDED : result;
    } catch (error) {
      if (signal.aborted) return ENDED;
      throw error;
    } finally {
      if (this.#present === present) this.end();
    }
  }
}
