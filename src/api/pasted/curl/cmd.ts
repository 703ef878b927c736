import { scanText, type Rule, type ScanFailure } from './scan';
import type { ShellWords, Words } from './words';

/**
 * Splits a text into commands and words as Windows’ `cmd` does, and after it the program that is given the whole line:
 * first carets and operators, then quotes and backslashes. Variables are marked as unread.
 */
export function cmdCommands(text: string): readonly ShellWords[] | ScanFailure {
  const line = new CommandLine();
  const commands = scanText(`${text}\n`, false, rulesFor(line));
  return line.wasOpen ? 'unfinished' : commands;
}

function rulesFor(line: CommandLine): readonly Rule[] {
  const isBare = (): boolean => !line.shielded;
  return [
    { pattern: /\^\r?\n/y, when: isBare },
    { pattern: /\^([^])/y, when: isBare, take: ({ words }, _match, part) => line.put(words, part) },
    // In quotes, too. `%E3%` is a byte of an escaped address.
    { pattern: /%(?![\da-f]{2}%)[a-z_]\w*%/iy, take: ({ words }, source) => line.putUnread(words, source) },
    { pattern: /"/y, take: ({ words }) => line.putQuote(words) },
    { pattern: /\r?\n/y, take: ({ words }) => line.end(words) },
    { pattern: /[&|]+/y, when: isBare, take: ({ words }) => line.end(words) },
    { pattern: />>?&?|<&?/y, when: isBare, take: ({ words }) => line.redirect(words) },
    { pattern: /[^]/y, take: ({ words }, character) => line.put(words, character) },
  ];
}

/** What a program makes of its command line: the rules of Microsoft’s C runtime. */
class CommandLine {
  /** `cmd` takes what follows as it stands. */
  shielded = false;
  /** A line has ended within quotes. */
  wasOpen = false;
  #quoted = false;
  /** How many stand right before: they mean something else where a quote follows. */
  #backslashes = 0;
  /** A quote has just been closed: another one right after it stands for itself. */
  #closed = false;

  put(words: Words, character: string): void {
    if (character === '"') {
      this.#quote(words);
    } else if (character === '\\') {
      this.#backslashes++;
      this.#closed = false;
    } else {
      this.#flush(words, this.#backslashes);
      this.#closed = false;
      if (/[ \t]/.test(character) && !this.#quoted) words.endWord();
      else words.add(character);
    }
  }

  putUnread(words: Words, source: string): void {
    this.#flush(words, this.#backslashes);
    this.#closed = false;
    words.addUnread(source);
  }

  putQuote(words: Words): void {
    this.shielded = !this.shielded;
    this.#quote(words);
  }

  redirect(words: Words): void {
    this.#flush(words, this.#backslashes);
    words.redirect();
  }

  end(words: Words): void {
    this.#flush(words, this.#backslashes);
    this.wasOpen ||= this.#quoted;
    this.#quoted = false;
    this.#closed = false;
    this.shielded = false;
    words.endCommand();
  }

  #quote(words: Words): void {
    const isEscaped = this.#backslashes % 2 === 1;
    this.#flush(words, Math.floor(this.#backslashes / 2));
    words.add(isEscaped || this.#closed ? '"' : '');
    if (isEscaped) return;
    this.#closed = this.#quoted;
    this.#quoted = !this.#quoted;
  }

  #flush(words: Words, count: number): void {
    if (count > 0) words.add('\\'.repeat(count));
    this.#backslashes = 0;
  }
}
