import { posixCommands } from '../curl/posix';
import { powershellCommands } from '../curl/powershell';
import type { Word } from '../curl/words';
import type { ShellWordEnds } from './shellWord';

/** A value as it stands in a text. */
export interface RawValue {
  readonly start: number;
  /** Behind it. */
  readonly end: number;
  /** `undefined` where it cannot be read. */
  readonly word: Word | undefined;
}

/** One word, as a POSIX shell ends it. */
export function posixValue(start: number, ends: ShellWordEnds): RawValue {
  const { text } = ends;
  const end = ends.end(start);
  // What has no end goes on to the next blank: nobody knows what was meant.
  if (end === undefined) return { start, end: afterBlank(text, start), word: undefined };
  // An array.
  const word = text.charAt(end) === '(' ? undefined : onlyWord(text.slice(start, end), posixCommands);
  return { start, end, word };
}

const QUOTED = /(?:"(?:[^"`]|`[^]|"")*"|'(?:[^']|'')*')(?=[\s;]|$)/y;

/** A string of PowerShell. Other expressions go on to the end of the line, or to the next blank where there are no lines. */
export function powershellValue(text: string, start: number, isFolded: boolean): RawValue {
  QUOTED.lastIndex = start;
  if (QUOTED.test(text)) {
    const end = QUOTED.lastIndex;
    return { start, end, word: onlyWord(text.slice(start, end), powershellCommands) };
  }
  const end = isFolded ? afterBlank(text, start) : lineEnd(text, start);
  return { start, end, word: undefined };
}

/** All that is left of the line, as Windows’ `cmd` takes it; where there are no lines, up to the next command. */
export function cmdValue(text: string, start: number, isQuoted: boolean, isFolded: boolean): RawValue {
  const limit = isFolded ? nextCommand(text, start) : lineEnd(text, start);
  const line = text.slice(start, limit);
  const quote = isQuoted ? line.lastIndexOf('"') : -1;
  const source = (quote === -1 ? line : line.slice(0, quote)).trimEnd();
  const value = isQuoted ? source : source.replace(/\^([^])/g, '$1');
  const [variable] = /%\w[^%]{0,200}%|![a-z_]\w{0,200}!/i.exec(value) ?? [];
  const unread = variable === undefined ? [] : [{ at: value.indexOf(variable), source: variable }];
  const end = quote === -1 ? start + source.length : start + quote + 1;
  return { start, end, word: { text: value, unread } };
}

function onlyWord(source: string, commandsOf: typeof posixCommands): Word | undefined {
  if (source === '') return { text: '', unread: [] };
  const commands = commandsOf(source, false);
  const [only, ...others] = typeof commands === 'string' ? [] : commands.flat();
  return others.length > 0 ? undefined : only;
}

/** The index of the next line end, or of the end of the text. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function afterBlank(text: string, from: number): number {
  const blank = /\s/g;
  blank.lastIndex = from;
  return blank.test(text) ? blank.lastIndex - 1 : text.length;
}

function nextCommand(text: string, from: number): number {
  const next = /\s(?=(?:@?set|rem|echo|call|exit)\s)/gi;
  next.lastIndex = from;
  return next.test(text) ? next.lastIndex - 1 : text.length;
}
