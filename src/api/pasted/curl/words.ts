/** What of a word is not read here: only the shell could tell what a variable, a substitution or an expansion is. */
export interface Unread {
  /** Where it begins in the word. */
  readonly at: number;
  /** As it is written: `$OS_TOKEN`. */
  readonly source: string;
}

/** One argument of a command, with what is not read as it is written. */
export interface Word {
  readonly text: string;
  readonly unread: readonly Unread[];
}

/** One command as a shell hands it over: the program and its arguments. */
export type ShellWords = readonly Word[];

/** Collects the words of the commands of a text, as a shell comes across them. */
export class Words {
  readonly #commands: Word[][] = [[]];
  /** The word that has begun; it may be empty, as `''` is. */
  #text: string | undefined;
  #unread: Unread[] = [];
  #isTarget = false;

  get inWord(): boolean {
    return this.#text !== undefined;
  }

  get commands(): readonly ShellWords[] {
    return this.#commands.filter(({ length }) => length > 0);
  }

  add(text: string): void {
    this.#text = (this.#text ?? '') + text;
  }

  addUnread(source: string): void {
    this.#unread.push({ at: this.#text?.length ?? 0, source });
    this.add(source);
  }

  endWord(): void {
    if (this.#text === undefined) return;
    if (!this.#isTarget) this.#commands.at(-1)?.push({ text: this.#text, unread: this.#unread });
    this.#isTarget = false;
    this.#text = undefined;
    this.#unread = [];
  }

  endCommand(): void {
    this.endWord();
    this.#isTarget = false;
    this.#commands.push([]);
  }

  /** The next word is a file, not an argument. The number right before, as in `2>`, is none either. */
  redirect(): void {
    if (this.#text !== undefined && /^\d+$/.test(this.#text)) this.#text = undefined;
    this.endWord();
    this.#isTarget = true;
  }
}
