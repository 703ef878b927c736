import { IMAGE_FIELDS } from './imageFields';
import {
  TABLE_COLUMNS,
  type CopiedImage,
  type FormatOptions,
  type TextLines,
  type TableFormat,
} from './format';
import { laidOut } from '../base/laidOut';
import { withEscapes } from './quoting/escapes';
import { quoteCsv } from './quoting/csv';
import { markdownCell } from './quoting/markdown';

const BOM = '\ufeff';

/** What the server sent of the images: of one by itself, of several in a list. */
export const JSON_ENTRIES: TableFormat = {
  languages: ['json', 'jsonc'],
  indentation: 'levels',
  tableOf: (images) => {
    const entries = images.map(({ image }) =>
      laidOut(image.raw)
        .split('\n')
        .map((line) => withEscapes(line)),
    );
    const [only = [], ...others] = entries;
    return others.length === 0 ? only : listed(entries);
  },
};

/** Records to be added to a table that is there. */
export const CSV_RECORDS: TableFormat = {
  languages: ['csv'],
  indentation: 'none',
  endsLine: true,
  lineEnd: '\r\n',
  tableOf: records,
};

/** A table of CSV with the names of its columns, which programs read: they are the same in every language. */
export const CSV_TABLE: TableFormat = {
  languages: ['csv'],
  indentation: 'none',
  endsLine: true,
  lineEnd: '\r\n',
  tableOf: (images, options) => [
    `${options.hasBom ? BOM : ''}${TABLE_COLUMNS.join(',')}`,
    ...records(images, options),
  ],
};

/** A table for people to read. */
export const MARKDOWN_TABLE: TableFormat = {
  languages: ['markdown'],
  indentation: 'margin',
  endsLine: true,
  tableOf: (images, { headings }) => [
    markdownRow(TABLE_COLUMNS.map((column) => headings[column])),
    `|${' --- |'.repeat(TABLE_COLUMNS.length)}`,
    ...images.map(({ image }) => markdownRow(TABLE_COLUMNS.map((column) => IMAGE_FIELDS[column](image)))),
  ],
};

function listed(entries: readonly TextLines[]): TextLines {
  const last = entries.length - 1;
  const rows = entries.flatMap((lines, at) => {
    const end = at === last ? '' : ',';
    return lines.map((line, row) => `  ${line}${row === lines.length - 1 ? end : ''}`);
  });
  return ['[', ...rows, ']'];
}

function records(images: readonly CopiedImage[], { guardsFormulas }: FormatOptions): readonly string[] {
  return images.map(({ image }) =>
    TABLE_COLUMNS.map((column) => quoteCsv(IMAGE_FIELDS[column](image) ?? '', guardsFormulas)).join(','),
  );
}

function markdownRow(cells: readonly (string | undefined)[]): string {
  return `| ${cells.map((cell = '') => markdownCell(cell)).join(' | ')} |`;
}
