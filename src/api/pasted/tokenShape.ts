/** The source of a pattern for what a token is made of: nobody types as much. */
export const LIKE_A_TOKEN = '[\\w.=+/-]{16,}';

/** What Keystone’s tokens begin with: Fernet’s, and signed ones of three parts. */
export const KNOWN_TOKEN = '(?:gAAAA[\\w-]{40,}={0,2}|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,})';

const ALONE = new RegExp(`^${KNOWN_TOKEN}$`);

/** Whether a word can be nothing but a token. 32 hexadecimal digits may as well be an id. */
export function isTokenLike(word: string): boolean {
  return ALONE.test(word);
}
