import type { CopiedImage, Format, FormatOptions, TextLines, NamedImage } from './format';
import { resourceLabels } from './resourceLabels';

/** Where a text goes. */
export interface TextPlace {
  /** The blanks that its line begins with. */
  readonly margin: string;
  /** One level of indentation there: blanks, or a tab. */
  readonly level: string;
  /** Nothing stands before it in its file. */
  readonly isStart: boolean;
  /** Nothing to be seen stands behind it in its line. */
  readonly isLineEnd: boolean;
}

/** Images in a form. */
export interface Formatted {
  /** Empty where no image has a text in that form. */
  readonly text: string;
  /** The images that have none. */
  readonly without: number;
}

/** The clipboard, or an empty file. */
export const NO_PLACE: TextPlace = { margin: '', level: '  ', isStart: true, isLineEnd: true };

/**
 * The place of a cursor.
 * @param text of its line
 * @param cursor the number of the line, from 0, and how many characters of it stand before the cursor
 * @param behind what stays of its line behind the text: behind the cursor, or what is selected
 */
export function placeAt(
  text: string,
  { line, character }: { readonly line: number; readonly character: number },
  level: string,
  behind = text.slice(character),
): TextPlace {
  const [margin = ''] = /^[ \t]*/.exec(text.slice(0, character)) ?? [];
  return {
    margin,
    level,
    isStart: line === 0 && character === 0,
    isLineEnd: behind.trim() === '',
  };
}

/** Images in a form, as its text stands at a place; the first line stands where the cursor is. */
export function formatted(
  format: Format,
  images: readonly CopiedImage[],
  options: FormatOptions,
  place: TextPlace = NO_PLACE,
): Formatted {
  const labels = resourceLabels(images.map(({ image }) => image));
  const named = images.map((image, at): NamedImage => ({ ...image, label: labels[at] ?? '' }));
  const lineEnd = `\n${format.indentation === 'none' ? '' : place.margin}`;
  if ('tableOf' in format) {
    // Anywhere else the mark is a character like others, which no reader expects.
    const placed = { ...options, hasBom: options.hasBom && place.isStart };
    const lines = images.length === 0 ? [] : format.tableOf(named, placed);
    const ownEnd = format.lineEnd ?? lineEnd;
    return { text: ended(joined(lines, format, place, ownEnd), format, place, ownEnd), without: 0 };
  }
  const texts = named
    .map((image) => format.linesOf(image, options))
    .filter((lines) => lines !== undefined)
    .map((lines) => joined(lines, format, place, lineEnd));
  const between = {
    separator: options.separator.replaceAll('\n', lineEnd),
    line: lineEnd,
    // Blanks at the end of a line are nothing but noise.
    emptyLine: `\n${lineEnd}`,
  }[format.between];
  const text = ended(texts.join(between), format, place, lineEnd);
  return { text, without: images.length - texts.length };
}

/** The same at several places, in their order: what places have in common is made once. */
export function formattedAt(
  format: Format,
  images: readonly CopiedImage[],
  options: FormatOptions,
  places: readonly TextPlace[],
): readonly string[] {
  const byPlace = new Map<string, string>();
  return places.map((place) => {
    const key = JSON.stringify(place);
    const text = byPlace.get(key) ?? formatted(format, images, options, place).text;
    byPlace.set(key, text);
    return text;
  });
}

/** What stands behind the text would be a part of its comment, of its value or of its command. */
function ended(text: string, { endsLine }: Format, { isLineEnd }: TextPlace, lineEnd: string): string {
  return endsLine === true && !isLineEnd && text !== '' ? text + lineEnd : text;
}

function joined(lines: TextLines, { indentation }: Format, { level }: TextPlace, lineEnd: string): string {
  const moved = indentation === 'levels' ? lines.map((line) => leveled(line, level)) : lines;
  return moved.join(lineEnd);
}

function leveled(line: string, level: string): string {
  return line.replace(/^(?: {2})+/, (blanks) => level.repeat(blanks.length / 2));
}
