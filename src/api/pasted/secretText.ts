import { isPlaceholder } from '../placeholder';
import { TYPOGRAPHIC_DASHES, TYPOGRAPHIC_QUOTES } from './typography';

/** A text with a mark in the place of each of its secrets. */
export interface MaskedText {
  readonly text: string;
  /** By their marks, such as `•token•`. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Stands in every mark, and in no text that is sent anywhere. */
const BULLET = '•';

/**
 * Puts marks in the place of the secrets of whatever was pasted: a command of any program, headers, JSON, an address. It
 * goes by their names alone, since what is not understood holds secrets, too. Rather too much is masked than too little.
 */
export function maskSecrets(whole: string): MaskedText {
  const secrets = new Map<string, string>();
  const markOf = (kind: string, secret: string): string => {
    for (const [mark, known] of secrets) if (known === secret) return mark;
    for (let number = 1; ; number++) {
      const mark = `${BULLET}${kind}${number === 1 ? '' : number}${BULLET}`;
      if (secrets.has(mark) || whole.includes(mark)) continue;
      secrets.set(mark, secret);
      return mark;
    }
  };
  const text = FORMS.reduce(
    (masked, { pattern, kind, isSecret = () => true }) =>
      masked.replace(pattern, (form: string, ...parts: unknown[]) => {
        const { secret = '' } = parts.at(-1) as Readonly<Record<string, string | undefined>>;
        if (secret.includes(BULLET) || isHarmless(secret) || !isSecret(secret)) return form;
        return form.slice(0, form.length - secret.length) + markOf(kind, secret);
      }),
    whole,
  );
  return { text, secrets };
}

/** The text with its secrets again. A mark that was damaged, or is of another text, stays. */
export function unmaskSecrets(text: string, secrets: MaskedText['secrets']): string {
  return text.replace(/•[a-z]+\d*•/g, (mark) => secrets.get(mark) ?? mark);
}

/** What may be shown of a part of a text, where its names do not tell any more what it is. */
export function withoutSecrets(part: string): string {
  return maskSecrets(part).text.replace(new RegExp(LIKE_A_TOKEN, 'g'), `${BULLET}token${BULLET}`);
}

/** Whether a secret is missing in a text. */
export function holdsMark(text: string): boolean {
  return text.includes(BULLET);
}

/** Whether the header of the token is in a text, in whatever form. */
export function holdsTokenHeader(text: string): boolean {
  return HEADER_NAME.test(text);
}

/** `$OS_TOKEN` is shown as it is: it says what is wrong. */
function isHarmless(value: string): boolean {
  return (isPlaceholder(value) || /^\$?[({[]/.test(value)) && !LIKE_A_TOKEN.test(value);
}

/** Long, with digits: no word of a person. */
const LIKE_A_TOKEN = /(?=[\w+/=-]{0,200}\d)[\w+/=-]{20,}/;

interface Form {
  /** `secret` stands at its end. */
  readonly pattern: RegExp;
  readonly kind: 'token' | 'secret';
  readonly isSecret?: (value: string) => boolean;
}

const QUOTE = `["'\`${TYPOGRAPHIC_QUOTES}]`;
const ESCAPE = '[\\\\^]';
const DASH = `[-_${TYPOGRAPHIC_DASHES}]`;
/** A word, which quotes end only where nothing follows them: a shell joins `"a"'b'`. */
const WORD = `(?:(?!(?:${QUOTE}|${ESCAPE}){1,4}(?:[\\s,;)}\\]]|$))\\S)+`;
/** In quotes as well, where the quotes end with the word that follows. */
const BLANKS = `(?:\\s{1,40}(?=\\S+?\\k<open>))?`;
/** What stands in quotes that may have been opened, or else a word. */
const VALUE = `(?<open>${QUOTE}?)${BLANKS}(?<secret>(?<=${QUOTE})(?!\\s)(?:(?!\\k<open>)[^])+(?=\\k<open>(?!${QUOTE}?\\w))|${WORD})`;
/** Between a name and its value. */
const AFTER_NAME = `(?:${QUOTE}|${ESCAPE}|[$\\])]){0,6}\\s{0,40}`;
const BEFORE_VALUE = `(?:\\s|${ESCAPE}){0,40}`;
/** One quote ends right before the next begins. */
const SEAM = `(?:(?:${QUOTE}|[$]){1,4}(?=${QUOTE}))?`;
/** `"name": "X-Auth-Token", "value": "…"` has one more name between. */
const VALUE_NAME = `(?:${QUOTE}value${QUOTE}\\s{0,40}:\\s{0,40})?`;

/** What a shell drops within a word: `X-Auth-""Token`. */
const JOINT = '["\'^$\\\\]{0,4}';
const joined = (name: string): string => Array.from(name).join(JOINT);
const MIDDLE = ['auth', 'subject', 'service'].map(joined).join('|');
const HEADER = ['x', DASH, `(?:${MIDDLE})`, DASH, joined('token')].join(JOINT);
const HEADER_NAME = new RegExp(HEADER, 'i');
/** Whose values have several words. */
const WORDY = '(?:authorization|cookie2?)';
const SCHEME = '(?:(?:bearer|basic|token|oauth|digest|negotiate|apikey)\\s+|(?<=\\s)\\w[\\w-]*[ \\t]+)?';
/** The name of the token’s header stays: it tells what follows it. */
const UNNAMED = `(?!\\S{0,200}?${HEADER})`;
const OPTION = '(?<=^|\\s)["\'“”]?(?:--|[–—])';
/** curl’s letters that take no value: others may follow at once. */
const LETTERS = '[#0-46aBfgGijJklLMnNOpqRsSvVIZ]*';

const form = (kind: Form['kind'], source: string, isSecret?: Form['isSecret'], flags = 'gi'): Form => ({
  kind,
  pattern: new RegExp(source, flags),
  isSecret,
});
const isPair = (value: string): boolean => /[:=]/.test(value);

const FORMS: readonly Form[] = [
  // An answer or a request of Identity: `"token": {"id": "…"}`.
  form(
    'token',
    `${QUOTE}token${QUOTE}\\s{0,40}:\\s{0,40}\\{[^{}]{0,400}?${QUOTE}id${QUOTE}\\s{0,40}:\\s{0,40}${VALUE}`,
  ),
  form(
    'secret',
    `(?<open>${QUOTE})(?:proxy-|set-)?${WORDY}\\s{0,40}[:=]\\s{0,40}(?<secret>(?:(?!\\k<open>)[^])+)(?=\\k<open>)`,
  ),
  form('secret', `${WORDY}${AFTER_NAME}[:=]${BEFORE_VALUE}${QUOTE}?(?<secret>${SCHEME}${UNNAMED}${WORD})`),
  form(
    'token',
    `${HEADER}(?:${AFTER_NAME}(?:[:=]>?|[,;])|(?=\\s))${BEFORE_VALUE}${SEAM}${VALUE_NAME}${VALUE}`,
  ),
  form('token', `token${AFTER_NAME}[:=]${BEFORE_VALUE}${VALUE}`),
  form('secret', `(?:password|passwd|secret|api-?key)${AFTER_NAME}[:=]${BEFORE_VALUE}${VALUE}`),
  form('token', `${OPTION}(?:os-)?(?:auth-)?token\\s+${VALUE}`),
  form(
    'secret',
    `${OPTION}(?:oauth2-bearer|auth|(?:proxy-)?(?:pass|tlspassword)|(?:os-)?password)[=\\s]\\s*${VALUE}`,
  ),
  form('secret', `${OPTION}(?:(?:proxy-)?(?:user|cert)|cookie)[=\\s]\\s*${VALUE}`, isPair),
  form('secret', `(?<=^|\\s)["'“”]?[-–—]${LETTERS}[uUbE]\\s*${VALUE}`, isPair, 'g'),
  // HTTPie’s.
  form('secret', `^\\s*(?:https?|xhs?)\\s(?:[^]*\\s)?-a\\s*${VALUE}`, isPair),
  form('secret', '://(?<secret>[^\\s/?#@]+)(?=@)'),
];
