/** Where a part of a JSON text begins, and where what follows it begins. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A key of an object with its quotes, and its value. */
interface Member {
  readonly key: Span;
  readonly value: Span;
}

const [QUOTE, BACKSLASH, COMMA, COLON, SPACE] = [0x22, 0x5c, 0x2c, 0x3a, 0x20];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/*
 * All of this is for texts that `JSON.parse` has read, of whatever length and depth: neither calls that go into one
 * another nor patterns that go back, since both have an end before such a text has.
 */

/** The tokens of a text as they stand there: strings with their quotes, numbers and words, and what stands between. */
export function jsonTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let start = skipBlanks(text, 0); start < text.length;) {
    const end = endOfToken(text, start);
    tokens.push(text.slice(start, end));
    start = skipBlanks(text, end);
  }
  return tokens;
}

/** The text without blanks between tokens. */
export function compactJson(text: string): string {
  const parts: string[] = [];
  let start = skipBlanks(text, 0);
  for (let at = start; at < text.length;) {
    const end = endOfToken(text, at);
    at = skipBlanks(text, end);
    if (at === end) continue;
    parts.push(text.slice(start, end));
    start = at;
  }
  parts.push(text.slice(start));
  return parts.join('');
}

/**
 * The value of a key of an object, as `JSON.parse` finds it: of several of the same name the last one, however the name is
 * spelled. `undefined` where the text is of no object, or it has no such key.
 */
export function valueOfKey(text: string, name: string): Span | undefined {
  const quoted = JSON.stringify(name);
  return keyedValues(text).findLast(({ key: { start, end } }) => {
    const key = text.slice(start, end);
    return key === quoted || (key.includes('\\') && JSON.parse(key) === name);
  })?.value;
}

/** The keys and values of an object, each as often as it stands there; none where the text is of no object. */
function keyedValues(text: string): readonly Member[] {
  const members: Member[] = [];
  const start = skipBlanks(text, 0);
  if (text.charCodeAt(start) !== OPEN_OBJECT) return members;
  for (let at = skipBlanks(text, start + 1); text.charCodeAt(at) === QUOTE;) {
    const key = { start: at, end: endOfToken(text, at) };
    // Behind the colon.
    const value = valueAt(text, skipBlanks(text, key.end) + 1);
    members.push({ key, value });
    at = next(text, value);
  }
  return members;
}

/** The elements of a list; none where no list begins at `start`. */
export function elementsOf(text: string, start: number): readonly Span[] {
  const elements: Span[] = [];
  if (text.charCodeAt(start) !== OPEN_LIST) return elements;
  for (let at = skipBlanks(text, start + 1); at < text.length && text.charCodeAt(at) !== CLOSE_LIST;) {
    const element = valueAt(text, at);
    elements.push(element);
    at = next(text, element);
  }
  return elements;
}

/** What follows a member or an element: the next one, or what closes them. */
function next(text: string, { end }: Span): number {
  const at = skipBlanks(text, end);
  return text.charCodeAt(at) === COMMA ? skipBlanks(text, at + 1) : at;
}

function valueAt(text: string, from: number): Span {
  const start = skipBlanks(text, from);
  let depth = 0;
  for (let at = start; at < text.length; at = skipBlanks(text, at)) {
    depth += depthChange(text.charCodeAt(at));
    at = endOfToken(text, at);
    if (depth <= 0) return { start, end: at };
  }
  return { start, end: text.length };
}

function depthChange(code: number): number {
  if (code === OPEN_OBJECT || code === OPEN_LIST) return 1;
  return code === CLOSE_OBJECT || code === CLOSE_LIST ? -1 : 0;
}

function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === QUOTE) return endOfString(text, start);
  if (isPunctuation(code)) return start + 1;
  let end = start + 1;
  while (end < text.length && !endsWord(text.charCodeAt(end))) end++;
  return end;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

function endsWord(code: number): boolean {
  return code <= SPACE || code === QUOTE || isPunctuation(code);
}

function isPunctuation(code: number): boolean {
  return code === COMMA || code === COLON || depthChange(code) !== 0;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at++;
  return at;
}
