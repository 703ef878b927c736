/** Fields as OpenStack names them, with underscores, whatever level they stood at. */
export type CloudFields = Readonly<Record<string, unknown>>;

/** What must not be shown, nor become a part of an address. */
export const SECRET_FIELDS: readonly string[] = [
  'password',
  'application_credential_secret',
  'token',
  'auth_token',
  'passcode',
];

/** Whether a value of a file has fields: no list and no text. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a cloud, a profile or a region's values, those of `auth` lifted to the others. */
export function flatFields(mapping: unknown): CloudFields {
  const { auth, ...fields } = withUnderscores(mapping);
  const above = Object.entries(fields).filter(([name, value]) => ABOVE_AUTH.test(name) && isFilled(value));
  return { ...fields, ...withUnderscores(auth), ...Object.fromEntries(above) };
}

/** What counts beside `auth` rather than in it, for OpenStack's own tools: of all else it is the other way round. */
const ABOVE_AUTH = /^(((user|project)_)?domain|project|tenant)_(id|name)$|^(auth_)?token$/;

/** Whether a field has a value: an empty one counts as left out, as for OpenStack’s own client. */
export function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Old files spell fields with hyphens. */
function withUnderscores(mapping: unknown): CloudFields {
  if (!isMapping(mapping)) return {};
  return Object.fromEntries(
    Object.entries(mapping).map(([name, value]) => [name.replaceAll('-', '_'), value]),
  );
}

/** The first of the fields that is filled. */
export function textOf(fields: CloudFields, ...names: readonly string[]): string | undefined {
  const name = filledOf(fields, ...names);
  return name === undefined ? undefined : (fields[name] as string);
}

/** The name of the first of the fields that is filled. */
export function filledOf(fields: CloudFields, ...names: readonly string[]): string | undefined {
  return names.find((name) => typeof fields[name] === 'string' && fields[name] !== '');
}

/** Booleans in the spellings of YAML 1.1 and of the command line. */
export function isNo(text: string | undefined): boolean {
  return text !== undefined && /^(false|no|off|n|f|0)$/i.test(text);
}

/** What OpenStack’s own client takes for true, in any letter case. */
export function isYes(text: string | undefined): boolean {
  return text !== undefined && /^(true|yes|on|y|t|1)$/i.test(text);
}
