import { fieldsOf } from '../base/fields';

/** Characters of words that are looked for, and of an id. */
export const LONGEST_INPUT = 255;

/** Characters of a name that is none of an input’s. */
const LONGEST_NAME = 50;

/** What a field of an input may be, as JSON Schema says it. */
type InputField =
  | { readonly type: 'string'; readonly maxLength: number }
  | { readonly type: 'string'; readonly enum: readonly string[] }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'boolean' };

/** What a tool takes. The manifest has the same with descriptions. */
export interface InputSchema {
  readonly properties: Readonly<Record<string, InputField>>;
  readonly required: readonly string[];
}

type ValueOf<Field extends InputField> = Field extends { readonly enum: readonly (infer Word)[] }
  ? Word
  : Field extends { readonly type: 'string' }
    ? string
    : Field extends { readonly type: 'integer' }
      ? number
      : boolean;

/** An input that was found to be what the schema says. */
export type InputOf<Schema extends InputSchema> = {
  readonly [
    Name in keyof Schema['properties'] as Name extends Schema['required'][number] ? Name : never
  ]: ValueOf<Schema['properties'][Name]>;
} & {
  readonly [Name in keyof Schema['properties']]?: ValueOf<Schema['properties'][Name]>;
};

/** The input is not what the tool takes; the message says what is, for the model. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/**
 * The editor need not have checked the input. Models send `null` or an empty text for what they leave out, which counts as
 * left out.
 * @throws {BadInput}
 */
export function readInput<Schema extends InputSchema>(schema: Schema, input: unknown): InputOf<Schema> {
  const { properties, required } = schema;
  const given = Object.entries(fieldsOf(input)).filter(([, value]) => !isLeftOut(value));
  const names = Object.keys(properties).join(', ');
  if (typeof (input ?? {}) !== 'object' || Array.isArray(input))
    throw new BadInput(`The input has to be an object. Inputs are: ${names}.`);
  for (const [name, value] of given) {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (field === undefined)
      throw new BadInput(`There is no input ${JSON.stringify(name.slice(0, LONGEST_NAME))}, only: ${names}.`);
    const wanted = unmet(field, value);
    if (wanted !== undefined) throw new BadInput(`${name} has to be ${wanted}.`);
  }
  const missing = required.filter((name) => given.every(([one]) => one !== name));
  if (missing.length > 0) throw new BadInput(`Missing: ${missing.join(', ')}. Inputs are: ${names}.`);
  return Object.fromEntries(given) as InputOf<Schema>;
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** What is wanted in the place of a value; `undefined` where it is what is wanted. */
function unmet(field: InputField, value: unknown): string | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'integer':
      return Number.isInteger(value) && Number(value) >= field.minimum && Number(value) <= field.maximum
        ? undefined
        : `a whole number from ${field.minimum} to ${field.maximum}`;
    case 'string':
      return 'enum' in field ? unmetWord(field.enum, value) : unmetText(field.maxLength, value);
  }
}

function unmetWord(words: readonly string[], value: unknown): string | undefined {
  return words.some((word) => word === value) ? undefined : `one of: ${words.join(', ')}`;
}

function unmetText(most: number, value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= most
    ? undefined
    : `a text of at most ${most} characters`;
}
