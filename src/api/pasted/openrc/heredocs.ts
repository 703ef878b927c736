import { DELIMITER } from './openrcPatterns';
import type { OpenrcScript } from './openrcScript';
import { lineEnd, posixValue } from './openrcValues';
import { ShellWordEnds } from './shellWord';

const HEREDOC = /<<(?<dash>-?)(?!<)/y;
const FOLDED = /<<-?[ \t]*["'\\]?([A-Za-z_][\w.-]*)/g;
const MENTIONED = /(?<![\w${])(OS_[A-Z0-9_]+)(=)?/g;

/** The texts of `<<` in a script, which are no commands. */
export class Heredocs {
  /** Those that begin in the next line. */
  #next: { readonly end: string; readonly isIndented: boolean }[] = [];

  constructor(readonly script: OpenrcScript) {}

  /** Takes `<<END`. @returns whether it stands here */
  take(): boolean {
    const { script } = this;
    if (script.dialect !== 'posix' || !script.peek(HEREDOC)) return false;
    const start = script.at;
    const { dash } = script.match(HEREDOC) ?? {};
    const end = script.match(DELIMITER)?.word?.replace(/["'\\]/g, '');
    if (end === undefined) {
      script.at = start;
      return false;
    }
    if (script.isFolded) this.#skipFolded(end);
    else this.#next.push({ end, isIndented: dash === '-' });
    return true;
  }

  /** Passes over the texts that begin in this line. */
  skip(): void {
    const { script } = this;
    const { text } = script;
    for (const { end, isIndented } of this.#next) {
      const start = script.at;
      for (let isText = true; isText && script.at < text.length;) {
        const next = lineEnd(text, script.at);
        const line = text.slice(script.at, next).replace(/\r$/, '');
        isText = (isIndented ? line.replace(/^\t+/, '') : line) !== end;
        script.at = Math.min(next + 1, text.length);
      }
      this.#passOver(start, script.at, false);
    }
    this.#next = [];
  }

  /** Without line ends, the text may go on to the last word that could end it, or another that begins in it. */
  #skipFolded(end: string): void {
    const { script } = this;
    const { text, at } = script;
    let last = lastWord(text, end);
    FOLDED.lastIndex = at;
    for (let found = FOLDED.exec(text); found !== null && found.index < last; found = FOLDED.exec(text))
      last = Math.max(last, lastWord(text, found[1] ?? end));
    if (last <= at) {
      script.blocks.doubtRest();
      return;
    }
    script.at = last;
    script.word();
    this.#passOver(at, last, true);
    script.separate();
  }

  /** Secrets of it are secrets, too. Where its end is not known, it may give values to all that it names. */
  #passOver(start: number, end: number, isDoubtful: boolean): void {
    const { variables, text } = this.script;
    const ends = new ShellWordEnds(text.slice(0, end));
    MENTIONED.lastIndex = start;
    for (
      let found = MENTIONED.exec(text);
      found !== null && found.index < end;
      found = MENTIONED.exec(text)
    ) {
      const [whole, name = '', given] = found;
      if (given !== undefined) variables.hide(name, posixValue(found.index + whole.length, ends));
      if (isDoubtful) variables.doubt(name, name, true);
    }
  }
}

/** Where a word stands last; -1 where it does not. */
function lastWord(text: string, word: string): number {
  let last = text.lastIndexOf(word);
  while (last > 0 && !/\s/.test(text.charAt(last - 1))) last = text.lastIndexOf(word, last - 1);
  return last;
}
