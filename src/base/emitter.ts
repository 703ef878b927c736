/** Ends the listening: the shape of `vscode.Disposable`. */
export interface Subscription {
  dispose(): void;
}

/** Listeners without an editor: the shape of `vscode.Event`, for the layers that do not know `vscode`. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly event = (listener: (event: T) => void): Subscription => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
