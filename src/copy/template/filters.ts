import type { FormatOptions } from '../format';
import { quoteCsv } from '../quoting/csv';
import { quoteHcl } from '../quoting/hcl';
import { quoteJson } from '../quoting/json';
import { quoteShell } from '../quoting/shell';
import { quoteYaml } from '../quoting/yaml';

/** How a value is quoted, a row each: with its quotes, so that a template has none around it. */
export const FILTERS = {
  json: quoteJson,
  hcl: quoteHcl,
  yaml: quoteYaml,
  sh: quoteShell,
  csv: (text, { guardsFormulas }) => quoteCsv(text, guardsFormulas),
} as const satisfies Readonly<Record<string, (text: string, options: FormatOptions) => string>>;

/** Part of people's templates: a name stays what it is. */
export type FilterName = keyof typeof FILTERS;

/** In the order of `FILTERS`. */
export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[];

/** Whether a text is the name of a filter. */
export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(FILTERS, name);
}
