import { isJsonObject, type JsonValue } from '../../base/json';
import { mask, writtenForms } from './mask';

const LONGEST_MESSAGE = 500;
/** Characters of an answer that are looked through: patterns must not meet megabytes. */
const LONGEST_ANSWER = 16_384;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The words of an error answer as plain text: the `message` of OpenStack's JSON forms
 * (`{"badRequest": {"code", "message"}}`, `{"error": {…}}`), the text of an HTML page, or the text itself.
 * No secret is in them, nor a part of one. `undefined` when there are none, or where to mask a secret would tell it.
 */
export function serverMessage(body: string, secrets: readonly string[]): string | undefined {
  const message = messageOfJson(body);
  const words = beginning(message ?? body, secrets);
  if (words === undefined) return undefined;
  // Escapes may have hidden a secret until now; what is cut afterwards must hold none.
  const text = mask(plainText(message === undefined ? withoutMarkup(words) : words), secrets);
  if (text === undefined || text === '') return undefined;
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text;
}

/** Without secrets, nor the first part of one at its end. */
function beginning(text: string, secrets: readonly string[]): string | undefined {
  if (text.length <= LONGEST_ANSWER) return mask(text, secrets);
  const longest = Math.max(0, ...writtenForms(secrets).map(({ length }) => length));
  const masked = mask(text.slice(0, LONGEST_ANSWER + longest), secrets);
  return masked?.slice(0, masked.length - longest);
}

function messageOfJson(body: string): string | undefined {
  let json: JsonValue;
  try {
    json = JSON.parse(body) as JsonValue;
  } catch {
    return undefined;
  }
  if (!isJsonObject(json)) return undefined;
  for (const value of [json, ...Object.values(json)]) {
    if (isJsonObject(value) && typeof value.message === 'string') return value.message;
  }
  return undefined;
}

function withoutMarkup(body: string): string {
  if (!/<[a-z!]/i.test(body)) return body;
  const shown = body.replace(/<(head|script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^<>]*>/g, ' ');
  // eslint-disable-next-line no-restricted-syntax -- what is left of a text may be empty
  return shown.trim() === '' ? (/<title[^<>]*>([^<]*)/i.exec(body)?.[1] ?? '') : shown;
}

function plainText(text: string): string {
  return (
    text
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,5}));/gi, (whole, hex, decimal, name) => {
        if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
        const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
      // Control characters have no business in a label or a log line.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
      .trim()
  );
}
