import type { Image } from '../api/images/image';
import type { ImageField } from './imageFields';

/** An image, and where it was listed. */
export interface CopiedImage {
  readonly image: Image;
  /** The address before `/images` at its account's service, without a trailing slash. */
  readonly base: string;
}

/** An image with a name for what is made of it: small ASCII letters, digits and `_`, each once in a text. */
export interface NamedImage extends CopiedImage {
  readonly label: string;
}

/** What a person or the place decides. */
export interface FormatOptions {
  /** Between ids or names. */
  readonly separator: string;
  /** `'` stands before what a spreadsheet would take for a formula. */
  readonly guardsFormulas: boolean;
  /** The mark by which Excel knows UTF-8 stands before a table of CSV. */
  readonly hasBom: boolean;
  /** What the columns of a table for people are called. */
  readonly headings: Readonly<Record<TableColumn, string>>;
}

/** The fields of which a table has columns, in this order. */
export const TABLE_COLUMNS = [
  'id',
  'name',
  'status',
  'app',
  'distribution',
  'disk',
  'size',
  'created',
] as const satisfies readonly ImageField[];

/** One of them. */
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/**
 * TextLines without their ends, each level of indentation being two blanks. A value may have line ends of its own, so that they
 * are not the lines of the joined text.
 */
export type TextLines = readonly string[];

interface CommonFormat {
  /** The languages of files, by the editor's ids, that it is made for; where there is none it suits any as well as another. */
  readonly languages: readonly string[];
  /**
   * How its lines are moved to their place: by nothing, where blanks would be a part of a value; by what the line there begins
   * with; and with the levels as the file has them.
   */
  readonly indentation: 'none' | 'margin' | 'levels';
  /** Nothing may follow it in its line. */
  readonly endsLine?: true;
}

/** Each image has a text of its own. */
export interface EachFormat extends CommonFormat {
  readonly between: 'separator' | 'line' | 'emptyLine';
  /** `undefined` where the image has none. */
  readonly linesOf: (image: NamedImage, options: FormatOptions) => TextLines | undefined;
}

/** All images stand in one text, a row each. */
export interface TableFormat extends CommonFormat {
  readonly lineEnd?: '\r\n';
  readonly tableOf: (images: readonly NamedImage[], options: FormatOptions) => TextLines;
}

/** A form in which images are copied and inserted. */
export type Format = EachFormat | TableFormat;
