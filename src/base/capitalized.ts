/** The same with a capital at its beginning, as a part of a longer name has it. */
export function capitalized<Text extends string>(text: Text): Capitalize<Text> {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` as Capitalize<Text>;
}
