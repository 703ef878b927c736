/** The source of a pattern for a token where an output says that one stands. */
export const PRINTED_TOKEN = '[\\w.=+/-]{16,}';

/** What may be a token, wherever it stands: long, with digits, and no word of a person. */
export const PERHAPS_TOKEN = /(?=[\w+/=-]{0,200}\d)[\w+/=-]{20,}/;

/** What Keystone’s tokens begin with: Fernet’s, and signed ones of three parts. */
export const KNOWN_TOKEN = '(?:gAAAA[\\w-]{40,}={0,2}|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,})';

const ALONE = new RegExp(`^${KNOWN_TOKEN}$`);

/** 32 hexadecimal digits, as ConoHa's v2.0 has them, or more characters than a cloud's name. */
const ANY_TOKEN = '(?=[A-Za-z_-]{0,200}[0-9])(?:[0-9A-Fa-f]{32,}|[\\w-]{40,}={0,2})';

/** The source of a pattern for what is a token where nothing stands beside it. */
export const TOKEN_ALONE = `(?:${KNOWN_TOKEN}|${ANY_TOKEN})`;

const WHOLE = new RegExp(`^${TOKEN_ALONE}$`);

/** Whether a text that somebody pasted to sign in with is a token alone: no name that is typed to narrow a list. */
export function isTokenAlone(text: string): boolean {
  return WHOLE.test(text);
}

/** Whether a word can be nothing but a token. 32 hexadecimal digits may as well be an id. */
export function isTokenLike(word: string): boolean {
  return ALONE.test(word);
}
