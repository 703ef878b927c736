/** Whether the image service behind Nova takes what stands before a colon for an operator, as it does since 2016. */
export type NameOperators = 'understood' | 'unknown';

/**
 * What the filter `name` lets through. An empty name finds nothing.
 * @param refuse for an operator that there is not
 */
export function nameMatcher(
  value: string,
  operators: NameOperators,
  refuse: (message: string) => never,
): (name: string | null) => boolean {
  const [, operator, operand = ''] = /^([^:]*):(.*)$/s.exec(value) ?? [];
  if (operators === 'unknown' || operator === undefined) return (name) => value !== '' && name === value;
  switch (operator) {
    case 'eq':
      return (name) => name === operand;
    case 'in':
      return (name) => name !== null && listed(operand).includes(name);
    default:
      return refuse(`Unable to filter by unknown operator '${operator}'.`);
  }
}

/** Names between commas; one in quotes may hold a comma. */
export function listed(text: string): readonly string[] {
  return Array.from(text.matchAll(/"([^"]*)"|([^,"]+)/g), ([, quoted, bare]) => quoted ?? bare ?? '');
}
