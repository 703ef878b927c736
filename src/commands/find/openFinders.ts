import { ContextKey } from '../../tree/contextKey';

/** A box in which images are looked for. */
export interface OpenBox {
  copyActive(): Promise<void>;
}

/** The boxes that are open, of which the editor shows the last one; a key works while there is one. */
class OpenFinders {
  readonly #key = new ContextKey<boolean>('conohaImages.finding');
  #open: readonly OpenBox[] = [];

  get last(): OpenBox | undefined {
    return this.#open.at(-1);
  }

  /** @returns what is called when it is closed */
  enter(box: OpenBox): () => void {
    this.#change([...this.#open, box]);
    return () => this.#change(this.#open.filter((other) => other !== box));
  }

  #change(open: readonly OpenBox[]): void {
    this.#open = open;
    this.#key.set(open.length > 0);
  }
}

/** Those of this window. */
export const openFinders = new OpenFinders();
