import { parseJsonObject } from '../../base/json';
import { isTokenLike, PRINTED_TOKEN } from './tokenShape';

/** What one column of `openstack token issue` says, in every place where it stands. */
export type OutputFields = ReadonlyMap<string, readonly string[]>;

const NAMES = 'domain_id|expires|id|project_id|system|user_id';
const FIELD_NAME = new RegExp(`^(?:${NAMES})$`, 'i');

/**
 * Reads what `openstack token issue` prints, in each of its forms, with the command before it or without. The text may
 * have lost its line ends.
 * @returns `undefined` where it is none of them
 */
export function readTokenOutput(text: string): OutputFields | undefined {
  const fields =
    fromJson(text) ??
    fromTable(text) ??
    fromPairs(text, SHELL) ??
    fromPairs(text, YAML) ??
    fromValues(text) ??
    fromWord(text);
  if (fields === undefined || !fields.has('id')) return undefined;
  const isWhole = fields.has('expires') || issuesToken(text);
  // An `id` alone may be of anything.
  return isWhole || fields.get('id')?.every(isTokenLike) ? fields : undefined;
}

function issuesToken(text: string): boolean {
  return /\btoken\s{1,40}issue\b/i.test(text);
}

/** What stands before the output, and after it, is nothing that matters. */
function isAround(rest: string): boolean {
  return rest.trim() === '' || issuesToken(rest);
}

function outputFields(pairs: readonly (readonly [string, string])[]): OutputFields | undefined {
  if (pairs.length === 0) return undefined;
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const known = fields.get(key);
    if (known === undefined) fields.set(key, [value]);
    else known.push(value);
  }
  return fields;
}

function fromJson(text: string): OutputFields | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}') + 1;
  if (start === -1 || !isAround(text.slice(0, start)) || !isAround(text.slice(end))) return undefined;
  const entries = Object.entries(parseJsonObject(text.slice(start, end)));
  if (!entries.every(([name]) => FIELD_NAME.test(name))) return undefined;
  return outputFields(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

const FIRST_ROW = new RegExp(`\\|\\s*(?:field|${NAMES})\\s*\\|`, 'gi');
const ROW = /[-+=\s]*\|([^|]*)\|([^|]*)\|/y;

interface TableRow {
  readonly name: string;
  /** Long values go on in rows of their own, in which the name is blank. */
  readonly parts: { readonly start: number; readonly source: string }[];
}

function rowsIn(text: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  FIRST_ROW.lastIndex = 0;
  while (FIRST_ROW.test(text)) {
    // Back to the first `|`: two of them stand in what was found.
    ROW.lastIndex = text.lastIndexOf('|', FIRST_ROW.lastIndex - 2);
    for (let row = ROW.exec(text); row !== null; row = ROW.exec(text)) {
      FIRST_ROW.lastIndex = ROW.lastIndex;
      const [, name = '', value = ''] = row;
      const source = value.trim();
      const start = ROW.lastIndex - 1 - value.trimStart().length;
      const last = rows.at(-1);
      if (name.trim() === '' && last !== undefined) last.parts.push({ start, source });
      else rows.push({ name: name.trim().toLowerCase(), parts: [{ start, source }] });
    }
  }
  return rows;
}

function fromTable(text: string): OutputFields | undefined {
  const rows = rowsIn(text).filter(({ name }) => name !== 'field');
  if (!rows.every(({ name }) => FIELD_NAME.test(name))) return undefined;
  return outputFields(rows.map(({ name, parts }) => [name, parts.map(({ source }) => source).join('')]));
}

/** Where the parts of tokens stand in a table. */
export function tokenCells(text: string): readonly { readonly start: number; readonly source: string }[] {
  return rowsIn(text)
    .filter(({ name }) => name === 'id')
    .flatMap(({ parts }) => parts);
}

/** `expires="…" id="…"`. */
const SHELL = new RegExp(`\\s*(?<name>${NAMES})="(?<quoted>(?:[^"\\\\]|\\\\[^])*)"(?=\\s|$)`, 'y');
/** `expires: '…'`, `id: …`. */
const YAML = new RegExp(
  `\\s*(?<name>${NAMES}):[ \\t]{1,40}(?:'(?<quoted>[^']*)'|"(?<double>[^"]*)"|(?<bare>[^\\s'"]\\S*))(?=\\s|$)`,
  'y',
);

/** Pairs of which one follows the other. */
function fromPairs(text: string, pattern: RegExp): OutputFields | undefined {
  const start = text.search(new RegExp(`(?<=^|\\s)(?:${NAMES})[=:]`));
  if (start === -1 || !isAround(text.slice(0, start))) return undefined;
  const pairs: [string, string][] = [];
  let end = start;
  pattern.lastIndex = start;
  for (let pair = pattern.exec(text); pair !== null; pair = pattern.exec(text)) {
    end = pattern.lastIndex;
    const { name = '', quoted, double, bare = '' } = pair.groups ?? {};
    pairs.push([name, (quoted ?? double ?? bare).replace(/\\([^])/g, '$1')]);
  }
  return isAround(text.slice(end)) ? outputFields(pairs) : undefined;
}

const TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const VALUES = new RegExp(
  `(?<=^|\\s)(?<expires>${TIME})\\s+(?<id>${PRINTED_TOKEN})(?<ids>(?:\\s+\\S+)*)\\s*$`,
);

/** The values alone, in the order of their columns: expires, id, project_id, user_id. */
function fromValues(text: string): OutputFields | undefined {
  const found = VALUES.exec(text);
  if (found === null || !isAround(text.slice(0, found.index))) return undefined;
  const { expires = '', id = '', ids = '' } = found.groups ?? {};
  const [project = '', user, ...others] = ids.trim().split(/\s+/);
  // Two outputs, or no output at all.
  if (others.length > 0) return undefined;
  // Without a project there is the user alone.
  const projects = user === undefined ? [] : ([['project_id', project]] as const);
  return outputFields([['expires', expires], ['id', id], ...projects]);
}

/** `-f value -c id`: the token alone. */
function fromWord(text: string): OutputFields | undefined {
  const words = text.trim().split(/\s+/);
  const word = words.at(-1) ?? '';
  const isPrinted = /^(?:id|value)$/.test(words.at(-2) ?? '') && issuesToken(text) && A_TOKEN.test(word);
  return isPrinted || (words.length === 1 && isTokenLike(word)) ? outputFields([['id', word]]) : undefined;
}

const A_TOKEN = new RegExp(`^${PRINTED_TOKEN}$`);
