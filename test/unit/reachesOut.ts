const TURNING = /[\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Adlam}]/u;

/** Whether anything of a text acts beyond it: what turns has to stand inside an isolate, and each isolate to end. */
export function reachesOut(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) depth++;
    else if (character === '\u2069') depth--;
    else if (depth === 0 && TURNING.test(character)) return true;
    if (depth < 0) return true;
  }
  return depth !== 0;
}
