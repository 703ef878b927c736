/** The title of a box: that of its question, or words that stand there until something else is typed. */
export class BoxTitle {
  readonly #box: { title: string | undefined; readonly value: string };
  readonly #title: string;
  #saidOf: string | undefined;

  constructor(box: { title: string | undefined; readonly value: string }, title: string) {
    this.#box = box;
    this.#title = title;
  }

  say(words: string): void {
    this.#box.title = words;
    this.#saidOf = this.#box.value;
  }

  /** The window may report once more what stood there when the words were said. */
  typed(text: string): void {
    if (text !== this.#saidOf) this.#box.title = this.#title;
    this.#saidOf = undefined;
  }
}
