/** Quotes that word processors and input methods put in the place of `"` and `'`: no program takes them for such. */
export const TYPOGRAPHIC_QUOTES = '“”„‟‘’‚‛«»‹›＂＇';
/** What they put in the place of `-` and `--`. */
export const TYPOGRAPHIC_DASHES = '‐‑‒–—―−－';

const QUOTES = `[${TYPOGRAPHIC_QUOTES}]`;
const DASHES = `[${TYPOGRAPHIC_DASHES}]`;
const IN_TEXT = new RegExp(`${QUOTES}|(?<=\\s)${DASHES}(?=[-a-z${TYPOGRAPHIC_DASHES}])`, 'i');
const IN_WORD = new RegExp(
  `^(?:(?:-[\\w-]*=?)?(?:x-auth-token:\\s*)?(?<quote>${QUOTES})|-?(?<dash>${DASHES})(?=[-a-z${TYPOGRAPHIC_DASHES}]))`,
  'i',
);

/** The first such sign of a command that cannot be read. */
export function typographicSign(text: string): string | undefined {
  return IN_TEXT.exec(text)?.[0];
}

/** The sign with which an argument begins, or its value: `–H`, `--header=“…`. */
export function typographicStart(argument: string): string | undefined {
  const { quote, dash } = IN_WORD.exec(argument)?.groups ?? {};
  return quote ?? dash;
}
