/** The title of a box: that of its question, or words that stand there until something else is typed. Nothing else writes it. */
export class BoxTitle {
  readonly #box: { title: string | undefined; readonly value: string };
  #title: string | undefined;
  #saidOf: string | undefined;

  constructor(box: { title: string | undefined; readonly value: string }, title: string | undefined) {
    this.#box = box;
    this.#title = title;
  }

  /** Words in the place of the question's, about what stands in the box. */
  say(words: string): void {
    this.#box.title = words;
    this.#saidOf = this.#box.value;
  }

  /** Gives the question other words. */
  rename(title: string): void {
    this.#title = title;
    if (this.#saidOf === undefined) this.#box.title = title;
  }

  /** Hears every change of what is typed. The window may report once more what stood there when the words were said. */
  typed(text: string): void {
    if (text !== this.#saidOf) this.reset();
  }

  /** The question is called something else from now on; what is said in its place stays. */
  change(title: string): void {
    this.#title = title;
    if (this.#saidOf === undefined && this.#box.title !== title) this.#box.title = title;
  }

  /** The question's own words. */
  reset(): void {
    this.#box.title = this.#title;
    this.#saidOf = undefined;
  }
}
