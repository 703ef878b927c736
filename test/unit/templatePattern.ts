import { FIELD_NAMES } from '../../src/copy/template/fieldName';
import { FILTER_NAMES } from '../../src/copy/template/filters';

const BLANKS = '[^\\S\\n]*';
/** Any key that is not only blanks. */
const KEY = '[^}|\\n]*[^}|\\s][^}|\\n]*';

const NAMES = FIELD_NAMES.map((name) => name.replace('.', '\\.').replace(/\.x$/, `.${KEY}`)).join('|');

/** What a text is that is a template, for a schema: a manifest can name no code. */
export const TEMPLATE_PATTERN =
  `^(?=[^]*\\S)(?:[^$]|\\$(?!\\$?\\{)|\\$\\$\\{|` +
  `\\$\\{${BLANKS}(?:${NAMES})${BLANKS}(?:\\|${BLANKS}(?:${FILTER_NAMES.join('|')})${BLANKS})?\\})*$`;
