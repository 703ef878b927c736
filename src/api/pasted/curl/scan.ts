import { Words, type ShellWords } from './words';

/** Why a text is none of a shell: a quote or a substitution has no end, or it is written for another shell. */
export type ScanFailure = 'unfinished' | 'cmd' | 'powershell';

/** One thing that a shell knows, looked for at the place that has been reached. */
export interface Rule {
  /** Sticky, and of one character or more. */
  readonly pattern: RegExp;
  readonly when?: (scan: Scan) => boolean;
  /** @param part what stands in the first parentheses of the pattern */
  readonly take?: (scan: Scan, match: string, part: string) => void;
  /** The rules around these go on. */
  readonly ends?: true;
  readonly fails?: ScanFailure;
}

/** A text that is being read by the rules of a shell. */
export class Scan {
  readonly words = new Words();
  failure: ScanFailure | undefined;
  /** The ends of the texts that begin in the next line. */
  #heredocs: string[] = [];
  #at = 0;

  /**
   * @param folded line ends have become blanks, as input boxes make them: what escaped one stands before a blank now
   */
  constructor(
    readonly text: string,
    readonly folded: boolean,
  ) {}

  /** Reads on until a rule ends it, or the text does. @returns whether a rule did */
  run(rules: readonly Rule[]): boolean {
    while (this.#at < this.text.length && this.failure === undefined) {
      if (this.#step(rules)) return true;
    }
    return false;
  }

  /** Reads what stands in quotes, by rules of their own. */
  quoted(rules: readonly Rule[]): void {
    this.words.add('');
    if (!this.run(rules)) this.failure ??= 'unfinished';
  }

  /** Passes over what stands in parentheses: only the shell could tell what it gives. */
  substitution(opening: string): void {
    const start = this.#at;
    for (let depth = 1; depth > 0;) {
      IN_PARENTHESES.lastIndex = this.#at;
      const [part] = IN_PARENTHESES.exec(this.text) ?? [];
      if (part === undefined) {
        this.failure = 'unfinished';
        return;
      }
      this.#at = IN_PARENTHESES.lastIndex;
      depth += part === '(' ? 1 : part === ')' ? -1 : 0;
    }
    this.words.addUnread(opening + this.text.slice(start, this.#at));
  }

  /** The lines behind this one are a text, down to one that is its end. Without lines, nobody knows where it ends. */
  heredoc(end: string): void {
    this.words.redirect();
    this.words.add(end);
    this.#heredocs.push(end.replace(/["'\\]/g, ''));
    if (!this.text.includes('\n', this.#at)) this.failure = 'unfinished';
  }

  /** Passes over the texts that begin here. */
  passHeredocs(): void {
    for (const end of this.#heredocs.splice(0)) {
      let line: string;
      do {
        const next = this.text.indexOf('\n', this.#at);
        line = this.text.slice(this.#at, next === -1 ? undefined : next).replace(/^\t+|\r$/g, '');
        this.#at = next === -1 ? this.text.length : next + 1;
      } while (line !== end && this.#at < this.text.length);
    }
  }

  #step(rules: readonly Rule[]): boolean {
    for (const { pattern, when, take, ends, fails } of rules) {
      if (when?.(this) === false) continue;
      pattern.lastIndex = this.#at;
      const match = pattern.exec(this.text);
      if (match === null) continue;
      this.#at = pattern.lastIndex;
      this.failure = fails;
      take?.(this, match[0], match[1] ?? '');
      return ends ?? false;
    }
    this.failure = 'unfinished';
    return false;
  }
}

const IN_PARENTHESES = /[()]|'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]|[^'"\\()]+/y;

/** Reads a whole text. @param rules for what stands outside of quotes */
export function scanText(
  text: string,
  folded: boolean,
  rules: readonly Rule[],
): readonly ShellWords[] | ScanFailure {
  const scan = new Scan(text, folded);
  scan.run(rules);
  scan.words.endWord();
  return scan.failure ?? scan.words.commands;
}

/** The text belongs to the word as it stands there. */
export const add: Rule['take'] = ({ words }, match) => words.add(match);
/** The part of the text that the rule captures belongs to the word. */
export const addPart: Rule['take'] = ({ words }, _match, part) => words.add(part);
/** The text belongs to the word, but what a shell would put for it is not known. */
export const addUnread: Rule['take'] = ({ words }, match) => words.addUnread(match);
/** The word ends here. */
export const endWord: Rule['take'] = ({ words }) => words.endWord();
/** The command ends here. */
export const endCommand: Rule['take'] = ({ words }) => words.endCommand();
/** The word that follows is a file for input or output, and none of the command. */
export const redirect: Rule['take'] = ({ words }) => words.redirect();
