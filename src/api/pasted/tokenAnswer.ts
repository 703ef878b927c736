import * as LONGEST from '../../base/longestText';
import { startsCurl } from './curl/startsCurl';
import { startsOtherProgram } from './curl/otherPrograms';
import { isJsonObject, objectIn, parseJsonObject, type JsonObject } from '../../base/json';

/** The answer to `POST …/tokens`, as far as it was pasted. Whether its tokens can be used is another question. */
export interface TokenAnswer {
  /** Of every `x-subject-token` header, each once. */
  readonly headers: readonly string[];
  /** Empty where there is none. */
  readonly body: string;
  /** Which version’s the body is. */
  readonly form: 'access' | 'token' | 'error' | 'other';
  /** Of the last head, or as the body says it. */
  readonly status: number | undefined;
}

/**
 * Finds the answer in what `curl -i` or `curl -v` prints, in some of its header lines, or in its JSON. There may be
 * several heads, and line ends may have become blanks.
 * @returns `undefined` where it is none
 */
export function findTokenAnswer(text: string): TokenAnswer | undefined {
  const heads = [...text.matchAll(STATUS)];
  const [first, last] = [heads[0], heads.at(-1)];
  const { json, start, end } = bodyIn(text, last?.index ?? 0);
  // What stands before the first head was sent.
  const from = first?.index ?? (isRequest(text) ? start : 0);
  const headers = headersIn(`${text.slice(from, start)} ${text.slice(end)}`);
  const form = formOf(json);
  if (last === undefined && headers.length === 0 && form === 'other') return undefined;
  const status = last === undefined ? objectIn(json, 'error').code : Number(last[1]);
  return {
    headers,
    body: text.slice(start, end),
    form,
    status: typeof status === 'number' ? status : undefined,
  };
}

/** A command alone, of which all headers are its own. */
function isRequest(text: string): boolean {
  return startsCurl(text) || (text.length <= LONGEST.command && startsOtherProgram(text));
}

const STATUS = /(?<=^|\s)HTTP\/\d(?:\.\d)?[ \t]{1,8}(\d{3})(?=\s|$)/g;
/** Before it in a line, where it is sent and not received. */
const IS_SENT = />[ \t]*["']?$/;
const SUBJECT_HEADER = /(?<![^\s<"'])["']?x-subject-token["']?[ \t]{0,40}:[ \t]{0,40}["']?([^\s"',]*)/gi;

function headersIn(text: string): readonly string[] {
  const received = [...text.matchAll(SUBJECT_HEADER)].filter(
    ({ index }) => !IS_SENT.test(text.slice(Math.max(0, index - 20), index)),
  );
  const values = received.flatMap(([, value]) => value ?? []);
  // An empty one may have the next header behind it.
  return [...new Set(values.filter((value) => value !== '' && !/^[\w-]+:$/.test(value)))];
}

/** What curl says of itself has braces, too: `{ [5 bytes data]`. */
function bodyIn(text: string, from: number): { readonly json: JsonObject; start: number; end: number } {
  const at = text.slice(from).search(/\{\s*"/);
  const start = at === -1 ? text.length : from + at;
  const end = Math.max(start, text.lastIndexOf('}') + 1);
  return { json: parseJsonObject(text.slice(start, end)), start, end };
}

function formOf(json: JsonObject): TokenAnswer['form'] {
  if (typeof objectIn(json, 'error').code === 'number') return 'error';
  if (typeof objectIn(objectIn(json, 'access'), 'token').id === 'string') return 'access';
  const token = json.token;
  return isJsonObject(token) && ('expires_at' in token || 'methods' in token) ? 'token' : 'other';
}
