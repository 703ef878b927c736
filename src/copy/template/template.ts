import type { Image } from '../../api/images/image';
import type { EachFormat, FormatOptions } from '../format';
import { FIELD_NAMES, fieldReader, type FieldReader } from './fieldName';
import { FILTER_NAMES, FILTERS, isFilterName, type FilterName } from './filters';

/** Why a text is no template. What was written is that of a person, of whatever length. */
export type TemplateProblem =
  | { readonly kind: 'empty' }
  /** A `${` without its `}` in the same line. */
  | { readonly kind: 'unclosed'; readonly written: string }
  | { readonly kind: 'unknownName'; readonly written: string; readonly names: readonly string[] }
  | { readonly kind: 'unknownFilter'; readonly written: string; readonly names: readonly string[] };

/** What stands in the text as it is, or in its place what an image has. */
type Part = string | { readonly read: FieldReader; readonly filter: FilterName | undefined };

/** `$${` is written for `${` itself. */
const MARKS = /\$\$\{|\$\{(?:([^}\n]*)\})?/g;

/**
 * A person's own format: a text in which `${name}` stands for what an image has, and `${name|filter}` for the same in the
 * quotes of a language. Each image has a text of its own, in a line of its own.
 * @param language of the files that it is for, by the editor's id; empty for any
 */
export function parseTemplate(text: string, language: string): EachFormat | TemplateProblem {
  if (text.trim() === '') return { kind: 'empty' };
  const lines: (readonly Part[])[] = [];
  // The end of the last line is no line more.
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const parts = partsOf(line);
    if ('kind' in parts) return parts;
    lines.push(parts);
  }
  return {
    languages: language === '' ? [] : [language],
    indentation: 'margin',
    between: 'line',
    linesOf: ({ image }, options) => {
      const filled = lines.map((parts) => parts.map((part) => filledPart(part, image, options)).join(''));
      return filled.every((line) => line === '') ? undefined : filled;
    },
  };
}

function filledPart(part: Part, image: Image, options: FormatOptions): string {
  if (typeof part === 'string') return part;
  const value = part.read(image) ?? '';
  return part.filter === undefined ? value : FILTERS[part.filter](value, options);
}

function partsOf(line: string): readonly Part[] | TemplateProblem {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: written, 1: inside, index } of line.matchAll(MARKS)) {
    parts.push(line.slice(end, index));
    end = index + written.length;
    if (written === '$${') parts.push('${');
    else if (inside === undefined) return { kind: 'unclosed', written: line.slice(index) };
    else {
      const part = partOf(inside);
      if ('kind' in part) return part;
      parts.push(part);
    }
  }
  return [...parts, line.slice(end)];
}

function partOf(inside: string): Exclude<Part, string> | TemplateProblem {
  const at = inside.indexOf('|');
  const name = (at === -1 ? inside : inside.slice(0, at)).trim();
  const filter = at === -1 ? undefined : inside.slice(at + 1).trim();
  const read = fieldReader(name);
  if (read === undefined) return { kind: 'unknownName', written: name, names: FIELD_NAMES };
  if (filter === undefined || isFilterName(filter)) return { read, filter };
  return { kind: 'unknownFilter', written: filter, names: FILTER_NAMES };
}
