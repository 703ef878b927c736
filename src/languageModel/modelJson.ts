/** What is not seen, or turns around what is: control and format characters, separators, and what has no meaning for all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * An answer as a model reads it: JSON in which nothing is hidden. What would not be seen is escaped, so that a person reads
 * the same as the model, and the values are the same as before.
 */
export function modelJson(answer: object): string {
  return JSON.stringify(answer).replace(UNSEEN, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
