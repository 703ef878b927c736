import { LONGEST } from '../../base/longest';
import type { Word } from './curl/words';
import { cmdValue, lineEnd, posixValue, powershellValue, type RawValue } from './openrcValues';

const SECRET = /PASSWORD|PASSCODE|TOKEN|SECRET/;
/** Which of them can be asked for. */
const ASKABLE = /^OS_(?:PASSWORD|APPLICATION_CREDENTIAL_SECRET)$/;

const ASSIGNMENT =
  /(?<posix>(?:(?:export|declare|typeset|readonly|local|env)\s+(?:-\w+\s+)*)?)(?<name>OS_[A-Z0-9_]+)=|(?<prompt>@?set\s+\/p\s+"?)(?<asked>OS_[A-Z0-9_]+)=|(?<cmd>@?set\s+"?)(?<set>OS_[A-Z0-9_]+)=|\$\{?env:(?<env>OS_[A-Z0-9_]+)\}?\s*=\s*/iy;
const READ =
  /read(?:\s+-\w{1,8}){0,8}(?:\s+-\w{0,8}p\s*(?:"[^"]*"|'[^']*'|\S+))?(?:\s+-\w{1,8}){0,8}\s+(?<name>[A-Z_]\w*)/y;
const UNSET = /unset(?<names>(?:\s+OS_[A-Z0-9_]+)+)/y;
/** A command at the place of a comment’s first word, which therefore is none. */
const COMMAND = /\s*(?:export|declare|typeset|@?set|unset|read|\$env:|OS_[A-Z0-9_]+=)/iy;
const EMPTY = /if\s+(?:\[\[?|test)\s+-z\s+"?\$\{?(?<name>OS_[A-Z0-9_]+)(?::?-)?\}?"?/y;
const OPENING = /(?<word>if|case|for|while|until)(?=\s)/y;
const OTHER_CASE = /(?:else|elif)(?=\s)/y;
const CLOSING = /(?<word>fi|esac|done)(?=[\s;]|$)/y;
const CLOSED_BY: Readonly<Record<string, string>> = { if: 'fi', case: 'esac' };
/** Before a command, where lines tell where one begins. */
const BEFORE_COMMAND = /(?:^|[\n;&|({]|\s(?:then|do|else))[ \t]{0,80}$/;
/** More than anybody writes: each of a chain of references may double what it stands for. */
const LONGEST_VALUE = LONGEST.token;
const MOST_REFERENCES = 100;
const BLANK = /[\s;&|(){}]+/y;
const ANY_WORD = /[^\s;]+/y;
const STRING = /"[^"]*"|'[^']*'/y;
const REM = /@?(?:rem\s|::)/iy;

/** A value that is not shown, and where it stands. */
export interface VariableSecret {
  readonly kind: 'token' | 'secret';
  readonly start: number;
  readonly source: string;
}

/** A file of assignments that is being read, from one word to the next. */
export class OpenrcText {
  readonly values = new Map<string, string>();
  readonly asked = new Set<string>();
  readonly unread = new Map<string, string>();
  /** Those of `unread` that were set within a block which may not be run. */
  readonly conditional = new Set<string>();
  readonly secrets: VariableSecret[] = [];
  /** What `read` fills, whatever its name is. */
  readonly #inputs = new Set<string>();
  /** What encloses the place that has been reached, and may not be run. */
  readonly #blocks: Block[] = [];
  readonly #isFolded: boolean;
  /** Within a comment that nothing ends: there only what has a command’s word before it is an assignment. */
  #inComment = false;
  #hasComments = false;
  /** What was last given to a variable, as it stands there. */
  readonly #sources = new Map<string, string>();
  #at = 0;

  constructor(readonly text: string) {
    this.#isFolded = !/\n/.test(text.trim());
  }

  read(): void {
    while (this.#at < this.text.length) this.#step();
  }

  #step(): void {
    if (this.#take(BLANK)) return;
    if (this.text.startsWith('#', this.#at)) this.#comment();
    else if (!this.#isFolded && this.#take(REM)) this.#at = lineEnd(this.text, this.#at);
    else if (!this.#assignment() && !this.#block() && !this.#unset() && !this.#input()) this.#other();
  }

  #comment(): void {
    if (!this.#isFolded) {
      this.#at = lineEnd(this.text, this.#at);
      return;
    }
    this.#at++;
    this.#inComment = true;
    this.#hasComments = true;
    COMMAND.lastIndex = this.#at;
    // `#export OS_TOKEN=…`: what was taken out of use.
    if (!COMMAND.test(this.text)) return;
    this.#take(/\s+/y);
    const found = this.#match(ASSIGNMENT);
    if (found === undefined) this.#other();
    else this.#at = (found.env === undefined ? posixValue(this.text, this.#at) : this.#value(found)).end;
  }

  #assignment(): boolean {
    const start = this.#at;
    const found = this.#match(ASSIGNMENT);
    if (found === undefined) return false;
    const { posix, name = '', asked, cmd, set, env } = found;
    // `cmd` has no such comments. To a POSIX shell a lower-case name is another one.
    const isCommented = this.#inComment && (posix === '' || (cmd ?? asked) !== undefined);
    if (isCommented || /[a-z]/.test(name)) {
      this.#at = start;
      return false;
    }
    this.#inComment = false;
    const value = this.#value(found);
    this.#at = Math.max(value.end, start + 1);
    if (asked === undefined) this.#assign((name || set || env || '').toUpperCase(), value);
    else this.#ask(asked.toUpperCase());
    return true;
  }

  #value({ posix, cmd, prompt }: Groups): RawValue {
    if (posix !== undefined) return posixValue(this.text, this.#at);
    const given = cmd ?? prompt;
    return given === undefined
      ? powershellValue(this.text, this.#at, this.#isFolded)
      : cmdValue(this.text, this.#at, given.endsWith('"'), this.#isFolded);
  }

  #assign(name: string, { start, end, word }: RawValue): void {
    const source = this.text.slice(start, end);
    if (SECRET.test(name)) this.#secret(/TOKEN/.test(name) ? 'token' : 'secret', start, source);
    // `if [ -z "$OS_X" ]; then export OS_X=…; fi`
    if (this.#blocks.some(({ empty }) => empty === name) && (this.values.get(name) ?? '') !== '') return;
    const isSure = this.#blocks.every(({ empty }) => empty === name);
    const value = isSure && !this.#isExample(name, source) ? this.#resolved(word) : undefined;
    this.values.delete(name);
    this.unread.delete(name);
    this.conditional.delete(name);
    if (!isSure && this.#resolved(word) !== undefined) this.conditional.add(name);
    if (value === 'asked' || (value === undefined && READ_HOST.test(source))) this.#ask(name);
    else if (value !== undefined) this.values.set(name, value.text);
    else if (ASKABLE.test(name)) this.#ask(name);
    else this.unread.set(name, source);
  }

  /** Where comments do not end, one of two values may be an example in a comment: nobody knows which. */
  #isExample(name: string, source: string): boolean {
    const before = this.#sources.get(name) ?? source;
    this.#sources.set(name, source);
    return this.#isFolded && this.#hasComments && before !== source;
  }

  #ask(name: string): void {
    if (SECRET.test(name) || ASKABLE.test(name)) this.asked.add(name);
    else this.unread.set(name, 'read');
  }

  /** With what it refers to in its place; `undefined` where only a shell could tell. */
  #resolved(word: Word | undefined): { readonly text: string } | 'asked' | undefined {
    if (word === undefined) return undefined;
    let { text } = word;
    if (word.unread.length > MOST_REFERENCES) return undefined;
    for (const { at, source } of word.unread.toReversed()) {
      const [, bare, braced = bare ?? '', fallback] = REFERENCE.exec(source) ?? [];
      if (this.#inputs.has(braced)) return 'asked';
      const value = this.#valueOf(braced, fallback);
      if (value === undefined || value.length + text.length > LONGEST_VALUE) return undefined;
      text = text.slice(0, at) + value + text.slice(at + source.length);
    }
    return { text };
  }

  #valueOf(name: string, fallback: string | undefined): string | undefined {
    const known = /^OS_/.test(name) && !this.unread.has(name) ? this.values.get(name) : undefined;
    if (fallback === undefined) return known;
    if (known !== undefined && known !== '') return known;
    const isGiven = /^OS_/.test(name) && !this.unread.has(name) && !this.asked.has(name);
    return isGiven && !/[$`\\]/.test(fallback) ? fallback.replace(/^(["'])(.*)\1$/, '$2') : undefined;
  }

  #secret(kind: VariableSecret['kind'], start: number, source: string): void {
    const [, quote = ''] = /^(["'])[^"'\\]+\1$/.exec(source) ?? [];
    const secret = source.slice(quote.length, source.length - quote.length);
    if (secret !== '' && !READ_HOST.test(source))
      this.secrets.push({ kind, start: start + quote.length, source: secret });
  }

  #block(): boolean {
    if (this.#inComment || !this.#isCommandStart()) return false;
    const empty = this.#match(EMPTY)?.name;
    const opening = empty === undefined ? this.#match(OPENING)?.word : 'if';
    if (opening !== undefined) {
      this.#blocks.push({ closing: CLOSED_BY[opening] ?? 'done', empty });
      return true;
    }
    if (this.#take(OTHER_CASE)) {
      const block = this.#blocks.pop();
      if (block !== undefined) this.#blocks.push({ ...block, empty: undefined });
      return true;
    }
    const closing = this.#match(CLOSING)?.word;
    if (closing !== undefined && this.#blocks.at(-1)?.closing === closing) this.#blocks.pop();
    return closing !== undefined;
  }

  /** Without lines, whatever looks like the beginning of a block is taken for one: what follows is then not read. */
  #isCommandStart(): boolean {
    return this.#isFolded || BEFORE_COMMAND.test(this.text.slice(Math.max(0, this.#at - 100), this.#at));
  }

  #unset(): boolean {
    const names = this.#inComment ? undefined : this.#match(UNSET)?.names;
    if (names === undefined) return false;
    if (this.#blocks.length > 0) return true;
    for (const name of names.trim().split(/\s+/)) {
      this.values.delete(name);
      this.unread.delete(name);
    }
    return true;
  }

  #input(): boolean {
    const name = this.#inComment ? undefined : this.#match(READ)?.name;
    if (name === undefined) return false;
    this.#inputs.add(name);
    if (name.startsWith('OS_') && !name.endsWith('_INPUT') && !this.values.get(name)) this.#ask(name);
    return true;
  }

  /** Text of `echo` may look like anything. */
  #other(): void {
    if (this.#inComment || !this.#take(STRING)) this.#take(ANY_WORD);
  }

  #take(pattern: RegExp): boolean {
    return this.#match(pattern) !== undefined;
  }

  #match(pattern: RegExp): Groups | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found.groups ?? {};
  }
}

interface Block {
  readonly closing: string;
  /** The variable that is empty in it, where that is its condition. */
  readonly empty: string | undefined;
}

/** PowerShell asks for it. */
const READ_HOST = /^Read-Host\b/i;

type Groups = Readonly<Record<string, string | undefined>>;

const REFERENCE = /^\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})$/;
