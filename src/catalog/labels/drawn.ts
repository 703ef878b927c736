/** Letters, digits and signs with single blanks between them, as almost all texts are: they are drawn as they are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu;

/** A text as far as it is seen: two that are drawn alike have the same. */
export function drawn(text: string): string {
  if (PLAIN.test(text)) return text;
  // Line breaks stand between what is compared together.
  const lines = text.normalize('NFC').split('\n');
  return lines.map((line) => line.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()).join('\n');
}
