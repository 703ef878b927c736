import { isVisible } from '../base/visible';

/** Drawn as nothing, or as something else; what joins the parts of letters and emoji is no riddle in a name. */
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\ufff9-\ufffb]|(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u;
/** The same, and all blanks that look like another one, or like none. */
const SPELLED = new RegExp(`${HIDDEN.source}|(?! )\\p{White_Space}|\\u2800`, 'gu');

/** A text of which a row does not show all there is: it holds what is not drawn, or blanks at an end. */
export function hidesSomething(text: string): boolean {
  return HIDDEN.test(text) || text !== text.trim() || (text !== '' && !isVisible(text));
}

/** The text in quotes, with what is not drawn as JSON would have it: `"\u200b"`. */
export function spelledOut(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(SPELLED, (hidden) =>
      Array.from({ length: hidden.length }, (_, at) => unit(hidden.charCodeAt(at))).join(''),
    );
  return `"${escaped}"`;
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
