import { SECRET_FIELDS, textOf, type CloudFields } from './cloudFields';

/** A part in braces that stands for a field of the cloud: `{region_name}`, but not the `${…}` of a shell. */
const FIELD = /(?<!\$)\{(\w+)\}/g;

/** The text of a field with other fields filled in. One that is not there, or is a secret, is left as it stands. */
export function filledText(fields: CloudFields, ...names: readonly string[]): string | undefined {
  return textOf(fields, ...names)?.replace(FIELD, (part, name: string) =>
    SECRET_FIELDS.includes(name) ? part : (textOf(fields, name) ?? part),
  );
}

/** The name of the first field that was left. */
export function unfilledField(text: string): string | undefined {
  return [...text.matchAll(FIELD)][0]?.[1];
}
