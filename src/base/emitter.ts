/** Ends the listening: the shape of `vscode.Disposable`. */
export interface Subscription {
  dispose(): void;
}

/**
 * Listeners without an editor: the shape of `vscode.Event`, for the layers that do not know `vscode`. As there, one that
 * throws keeps nothing from the others, nor from whoever has told them.
 */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  /** @param report hears of what a listener has thrown */
  constructor(private readonly report: (error: unknown) => void) {}

  readonly event = (listener: (event: T) => void): Subscription => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        this.report(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
