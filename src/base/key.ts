import { createHash } from 'node:crypto';
import { exactText } from './exactJson';
import type { JsonValue } from './json';

/** Longer than any id that a service gives out; addresses and rows hold it many times over. */
const LONGEST_KEY = 1024;

/**
 * What stands for a text wherever it makes something itself, in addresses and in ids of rows: the text, or a digest of
 * one that is too long for that or no Unicode text, which would come back as another.
 */
export function textKey(text: string): string {
  return text.length <= LONGEST_KEY && text.isWellFormed() ? text : digestKey(text);
}

/** `?` and 16 hexadecimal digits: the same for the same value. */
export function digestKey(value: JsonValue): string {
  return `?${createHash('sha256').update(exactText(value)).digest('hex').slice(0, 16)}`;
}
