/** All but blanks, control characters and what is drawn as nothing, as a braille cell without dots (U+2800) is. */
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

/** Whether there is anything to be seen of a text: one of blanks or invisible characters looks like none. */
export function isVisible(text: string): boolean {
  // Nearly all begin with a sign of ASCII or are empty, and to see that takes far less than to look for a pattern.
  const first = text.charCodeAt(0);
  return (first > 32 && first < 127) || (text !== '' && VISIBLE.test(text));
}
