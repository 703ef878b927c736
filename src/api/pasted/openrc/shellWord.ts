const ENDS = /[\s;&|<>()]/;
const NESTING: Readonly<Record<string, string>> = { '"': '"', '`': '`', '$(': ')', '${': '}' };

/** Finds the ends of the words of a POSIX shell, with all that may be nested in their quotes. */
export class ShellWordEnds {
  /** Something has no end. No further word is looked for, so that the steps stay in proportion to the text. */
  isBroken = false;

  constructor(readonly text: string) {}

  /** @returns the index behind the word, or `undefined` where a quote or a substitution of it has no end */
  end(from: number): number | undefined {
    const closings: string[] = [];
    for (let at = from; !this.isBroken && at < this.text.length;) {
      const character = this.text.charAt(at);
      const closing = closings.at(-1);
      if (closing === undefined && ENDS.test(character)) return at;
      at = this.#step(at, closings);
    }
    this.isBroken ||= closings.length > 0;
    return this.isBroken ? undefined : this.text.length;
  }

  #step(at: number, closings: string[]): number {
    const { text } = this;
    const character = text.charAt(at);
    const closing = closings.at(-1);
    if (character === '\\') {
      if (at + 1 === text.length) this.isBroken = true;
      return at + 2;
    }
    if (character === closing) {
      closings.pop();
      return at + 1;
    }
    if (closing === '`') return at + 1;
    // Within double quotes an apostrophe is one.
    if (character === "'" && closing !== '"' && !(closing === '}' && closings.includes('"'))) {
      const end = text.indexOf("'", at + 1);
      if (end === -1) this.isBroken = true;
      return end + 1;
    }
    if (character === '(' && closing === ')') {
      closings.push(')');
      return at + 1;
    }
    const opening = NESTING[character] === undefined ? text.slice(at, at + 2) : character;
    const nested = NESTING[opening];
    if (nested === undefined) return at + 1;
    closings.push(nested);
    return at + opening.length;
  }
}
