import { isJsonObject, type JsonValue } from './image';

const LONGEST = 500;
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
 * `undefined` when there are none.
 */
export function serverMessage(body: string): string | undefined {
  const text = plainText(messageOfJson(body) ?? withoutMarkup(body));
  if (text === '') return undefined;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
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
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]?.trim();
  return title ?? body.replace(/<(script|style)[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
}

function plainText(text: string): string {
  return (
    text
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
