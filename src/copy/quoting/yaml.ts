import { quoteJson } from './json';

/**
 * A text as a scalar of YAML, always in double quotes, where the escapes of JSON are its own: nothing in it is taken for a
 * number, a comment or a mark.
 */
export function quoteYaml(text: string): string {
  return quoteJson(text);
}

/** The same for Ansible, which takes `{{` in a text for a template of its own where it is not told otherwise. */
export function quoteAnsible(text: string): string {
  return /\{[{%#]/.test(text) ? `!unsafe ${quoteYaml(text)}` : quoteYaml(text);
}
