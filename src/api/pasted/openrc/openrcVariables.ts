import * as LONGEST from '../../../base/longestText';
import type { Word } from '../curl/words';
import type { RawValue } from './openrcValues';
import type { WillRun, ExitStatus } from './willRun';

const SECRET = /PASSWORD|PASSCODE|TOKEN|SECRET/;
/** Which of them can be asked for. */
const ASKABLE = /^OS_(?:PASSWORD|APPLICATION_CREDENTIAL_SECRET)$/;
/** More than anybody writes: each of a chain of references may double what it stands for. */
const LONGEST_VALUE = LONGEST.token;
const MOST_REFERENCES = 100;
/** PowerShell asks for it. */
const READ_HOST = /^Read-Host\b/i;
const REFERENCE = /^\$(?:(\w+)|\{(\w+)(?:(:?-)([^{}]*))?\})$/;

/** No value is written so. */
const NONE = '\n';

/** A value that is not shown, and where it stands. */
export interface VariableSecret {
  readonly kind: 'token' | 'secret';
  readonly start: number;
  readonly source: string;
}

/** A variable whose value only a shell would know, with the text that stands in its place. */
export interface UnreadVariable {
  readonly name: string;
  readonly source: string;
  /** It is a value, but only a shell could tell whether it counts: it depends on a condition, or on whether the place is reached. */
  readonly isConditional?: true;
  /** The file that `source` names may have set it. */
  readonly isOfOtherFile?: true;
}

/** Under which circumstances a variable is set. */
export interface Circumstances {
  readonly run: WillRun;
  /** In a function, or beside a comment whose end is not known: a later value does not settle it. */
  readonly isOpen: boolean;
  /** One of several values may be an example. */
  readonly isExample?: boolean;
}

/** What a file has given to its variables, up to the place that has been read. */
export class OpenrcVariables {
  readonly values = new Map<string, string>();
  readonly asked = new Set<string>();
  readonly unread = new Map<string, UnreadVariable>();
  readonly secrets: VariableSecret[] = [];
  /** The command by which another file is read here. */
  otherFile: string | undefined;
  /** What `read` fills, whatever its name is. */
  readonly #inputs = new Set<string>();
  /** Those that nothing settles any more, with the value that would not matter. */
  readonly #open = new Map<string, string>();
  readonly #constants = new Set<string>();
  /** Something else may have set whatever is not set here. */
  #isAnythingSet = false;

  constructor(
    readonly text: string,
    /** Line ends are lost: what ends a comment, a command or a condition is less certain. */
    readonly isFolded: boolean,
  ) {}

  assign(name: string, raw: RawValue, { run, isOpen, isExample = false }: Circumstances): void {
    const source = this.text.slice(raw.start, raw.end);
    if (run === 'never') return;
    const value = this.#resolved(raw.word, source);
    const isSettled = !this.#open.has(name) || (this.#open.get(name) === source && !/[$`]/.test(source));
    if (run !== 'surely' || isOpen || !isSettled || this.#constants.has(name)) {
      // The same either way.
      if (typeof value === 'object' && this.values.get(name) === value.text) return;
      this.#doubt(name, source, isOpen, value !== undefined && !isExample);
      return;
    }
    this.#forget(name);
    if (value === 'asked' || (value === undefined && READ_HOST.test(source))) this.ask(name);
    else if (value !== undefined) this.values.set(name, value.text);
    else this.#unknown({ name, source });
  }

  /** It may have been set here, or not. */
  doubt(name: string, source: string, isOpen: boolean): void {
    this.#doubt(name, source, isOpen, true);
  }

  /** A comment seems to give it a value, and may have ended before. */
  mention(name: string, { start, end, word }: RawValue): void {
    const source = this.text.slice(start, end);
    const value = this.values.get(name);
    const same = this.#resolved(word, source);
    if (value === undefined) this.#open.set(name, source);
    else if (typeof same !== 'object' || same.text !== value) this.#doubt(name, source, true, false);
  }

  /** All that is set may have been changed here. */
  doubtAll(source: string): void {
    for (const name of this.values.keys()) this.#doubt(name, source, false, true);
  }

  /** Another file is read here, or something is run that is not known. */
  takeOther(source: string, isFile: boolean): void {
    this.#isAnythingSet = true;
    if (isFile) this.otherFile ??= source;
    for (const name of [...this.values.keys()]) {
      this.values.delete(name);
      this.#unknown({ name, source, ...(isFile ? { isOfOtherFile: true } : { isConditional: true }) });
    }
  }

  /** No later value is taken. */
  keepConstant(name: string): void {
    this.#constants.add(name);
  }

  unset(name: string, { run, isOpen }: Circumstances): void {
    if (run === 'surely' && !isOpen && !this.#constants.has(name)) this.#forget(name);
    else if (run !== 'never' && this.values.has(name)) this.#doubt(name, 'unset', isOpen, true);
    else if (isOpen) this.#open.set(name, NONE);
  }

  /** A person is asked, by `read`. */
  input(name: string): void {
    this.#inputs.add(name);
    if (name.startsWith('OS_') && !name.endsWith('_INPUT')) this.ask(name);
  }

  ask(name: string): void {
    this.#forget(name);
    if (SECRET.test(name)) this.asked.add(name);
    else this.unread.set(name, { name, source: 'read' });
  }

  /** What `[ -z … ]` ends with. */
  isEmpty(name: string): ExitStatus {
    const value = this.values.get(name);
    if (value !== undefined) return value === '' ? 'succeeds' : 'fails';
    return this.#isAbsent(name) ? 'presumed' : 'unknown';
  }

  /** Takes note of a value that is not shown, whether it counts or not. */
  hide(name: string, { start, end }: RawValue): void {
    if (!SECRET.test(name)) return;
    const source = this.text.slice(start, end);
    const [, quote = ''] = /^(["'])[^"'\\]+\1$/.exec(source) ?? [];
    const secret = source.slice(quote.length, source.length - quote.length);
    if (secret === '' || READ_HOST.test(source)) return;
    const kind = /TOKEN/.test(name) ? 'token' : 'secret';
    this.secrets.push({ kind, start: start + quote.length, source: secret });
  }

  #doubt(name: string, source: string, isOpen: boolean, isConditional: boolean): void {
    if (isOpen || this.isFolded) {
      const before = this.#open.get(name) ?? source;
      this.#open.set(name, before === source ? source : NONE);
    }
    this.#forget(name);
    this.#unknown({ name, source, ...(isConditional && { isConditional: true }) });
  }

  #unknown(variable: UnreadVariable): void {
    if (ASKABLE.test(variable.name)) this.ask(variable.name);
    else this.unread.set(variable.name, variable);
  }

  #forget(name: string): void {
    this.values.delete(name);
    this.unread.delete(name);
  }

  #isAbsent(name: string): boolean {
    const isKnown = [this.values, this.unread, this.asked].some((names) => names.has(name));
    return /^OS_/.test(name) && !isKnown && !this.#isAnythingSet;
  }

  /** With what it refers to in its place; `undefined` where only a shell could tell. */
  #resolved(word: Word | undefined, source: string): { readonly text: string } | 'asked' | undefined {
    if (word === undefined || word.unread.length > MOST_REFERENCES) return undefined;
    let { text } = word;
    for (const reference of word.unread.toReversed()) {
      const [, bare, name = bare ?? '', operator, fallback] = REFERENCE.exec(reference.source) ?? [];
      if (this.#inputs.has(name)) return 'asked';
      const value =
        fallback === undefined ? this.values.get(name) : this.#orElse(name, operator, fallback, source);
      if (value === undefined || value.length + text.length > LONGEST_VALUE) return undefined;
      text = text.slice(0, reference.at) + value + text.slice(reference.at + reference.source.length);
    }
    return { text };
  }

  /** `${name:-fallback}`, or with `-` alone, which an empty value is enough for. */
  #orElse(name: string, operator: string | undefined, fallback: string, source: string): string | undefined {
    const value = this.values.get(name);
    if (value !== undefined && (value !== '' || operator === '-')) return value;
    if (value === undefined && !this.#isAbsent(name)) return undefined;
    const [, quote, quoted = fallback] = /^(["'])(.*)\1$/.exec(fallback) ?? [];
    // Within double quotes an apostrophe is one.
    if (quote === "'" && source.includes('"')) return undefined;
    return /[$`\\"']/.test(quoted) ? undefined : quoted;
  }
}
