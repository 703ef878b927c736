/** Fields as OpenStack names them, with underscores, whatever level they stood at. */
export type CloudFields = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Old files spell fields with hyphens. */
export function fieldsOf(mapping: unknown): CloudFields {
  if (!isMapping(mapping)) return {};
  return Object.fromEntries(
    Object.entries(mapping).map(([name, value]) => [name.replaceAll('-', '_'), value]),
  );
}

/** The first of the fields that is filled. */
export function textOf(fields: CloudFields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** Booleans in the spellings of YAML 1.1 and of the command line. */
export function isNo(text: string | undefined): boolean {
  return text !== undefined && /^(false|no|off|n|f|0)$/i.test(text);
}

export function isYes(text: string | undefined): boolean {
  return text !== undefined && /^(true|yes|on|y|t|1)$/i.test(text);
}

export function regionsOf(fields: CloudFields): readonly string[] {
  const one = textOf(fields, 'region_name');
  if (one !== undefined) return [one];
  const { regions } = fields;
  if (!Array.isArray(regions)) return [];
  return (regions as readonly unknown[])
    .map((region) => textOf(isMapping(region) ? region : { name: region }, 'name'))
    .filter((name) => name !== undefined);
}
