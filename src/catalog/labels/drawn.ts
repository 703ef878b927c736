/** Letters, digits and signs with single blanks between them, as almost all texts are: they are drawn as they are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;
/** A row is one line: breaks and tabs are blanks in it. */
const BLANKS = /[\s\x85]+/g;
/** Shown as one and the same sign for what is unknown; other control characters have pictures of their own. */
const UNKNOWN = /[\x80-\x9f]|\p{Surrogate}/gu;

/** A text as far as it is seen in a row: two that are drawn alike have the same. */
export function drawn(text: string): string {
  if (PLAIN.test(text)) return text;
  const line = text.normalize('NFC').replace(UNSEEN, '').replace(BLANKS, ' ').trim();
  return line.replace(UNKNOWN, '\ufffd');
}
