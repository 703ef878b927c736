/** Whether a box shows that it waits. Nothing else writes that: it waits until all that it waits for is over. */
export class BoxBusy {
  readonly #box: { busy: boolean };
  readonly #closed: AbortSignal;
  #count = 0;

  /** @param closed fires when the box is closed */
  constructor(box: { busy: boolean }, closed: AbortSignal) {
    this.#box = box;
    this.#closed = closed;
  }

  /** Begins to wait. @returns what ends that, and does nothing from the second time on */
  begin(): () => void {
    let isOver = false;
    this.#add(1);
    return () => {
      if (!isOver) this.#add(-1);
      isOver = true;
    };
  }

  /** Waits while this is done. */
  async during<R>(work: () => Promise<R>): Promise<R> {
    const end = this.begin();
    try {
      return await work();
    } finally {
      end();
    }
  }

  #add(more: number): void {
    this.#count += more;
    if (!this.#closed.aborted) this.#box.busy = this.#count > 0;
  }
}
