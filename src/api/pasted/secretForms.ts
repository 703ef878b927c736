import { KNOWN_TOKEN, TOKEN_ALONE } from './tokenShape';
import { TYPOGRAPHIC_DASHES, TYPOGRAPHIC_QUOTES } from './typography';

/** A token, or anything else that nobody else should see, such as a password. */
export type SecretKind = 'token' | 'secret';

interface Form {
  /** `secret` stands at its end. */
  readonly pattern: RegExp;
  readonly kind: SecretKind;
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
/** Finds the name of a header that a token is sent in. */
export const HEADER_NAME = new RegExp(HEADER, 'i');
/** Whose values have several words. */
const WORDY = '(?:authorization|cookie2?)';
const SCHEME = '(?:(?:bearer|basic|token|oauth|digest|negotiate|apikey)\\s+|(?<=\\s)\\w[\\w-]*[ \\t]+)?';
/** The name of the token’s header stays: it tells what follows it. */
const UNNAMED = `(?!\\S{0,200}?${HEADER})`;
const OPTION = '(?<=^|\\s)["\'“”]?(?:--|[–—])';
/** curl’s letters that take no value: others may follow at once. */
const LETTERS = '[#0-46aBfgGijJklLMnNOpqRsSvVIZ]*';

/** What passwords go by here, short names included: `OS_PASS`, `pwd`. */
const PASSWORD =
  'password|passwd|passcode|passphrase|(?<![a-z])(?:pass|pwd)|パスワード|パスフレーズ|暗証番号';

const form = (kind: Form['kind'], source: string, isSecret?: Form['isSecret'], flags = 'gi'): Form => ({
  kind,
  pattern: new RegExp(source, flags),
  isSecret,
});
/** Words that go on with a sentence, or name a row: `password…`, `password of the user`. */
const isOneWord = (value: string): boolean => value.length >= 4 && !/^(?:[a-z]+…?|…)$/.test(value);
const isPair = (value: string): boolean => /[:=]/.test(value);

/** What holds a secret, by its name or by its form. */
export const SECRET_FORMS: readonly Form[] = [
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
  form('secret', `(?:${PASSWORD}|secret|api-?key)${AFTER_NAME}[:=：＝]${BEFORE_VALUE}${VALUE}`),
  // As a table of the control panel is copied: only a blank or a tab stands between.
  form('secret', `(?<![\\w-])(?:api ?)?(?:${PASSWORD})[ \\t\u3000]{1,40}${VALUE}`, isOneWord),
  form('token', `^\\s*${QUOTE}?(?:bearer|トークン)[ \\t:：\u3000]{1,40}${VALUE}`, isOneWord),
  form('token', `${OPTION}(?:os-)?(?:auth-)?token\\s+${VALUE}`),
  form(
    'secret',
    `${OPTION}(?:oauth2-bearer|auth|(?:proxy-)?(?:pass|tlspassword)|(?:os-)?password)[=\\s]\\s*${VALUE}`,
  ),
  form('secret', `${OPTION}(?:(?:proxy-)?(?:user|cert)|cookie)[=\\s]\\s*${VALUE}`, isPair),
  form('secret', `(?<=^|\\s)["'“”]?[-–—]${LETTERS}[uUbE]\\s*${VALUE}`, isPair, 'g'),
  // Alone, or where nothing names it.
  form('token', `(?<![\\w.-])(?<secret>${KNOWN_TOKEN})`, undefined, 'g'),
  form('token', `^\\s*${QUOTE}?(?<secret>${TOKEN_ALONE})(?=(?:${QUOTE}|[,;]){0,4}\\s*$)`, undefined, 'g'),
  // HTTPie’s.
  form('secret', `^\\s*(?:https?|xhs?)\\s(?:[^]*\\s)?-a\\s*${VALUE}`, isPair),
  form('secret', '://(?<secret>[^\\s/?#@]+)(?=@)'),
];
