import type { UserReference, Who } from '../api/identity/credential';

/** Whether both are the same user or application credential, as far as both say: what only one of them says is no difference. */
export function isSameUser(one: Who, other: Who): boolean {
  if (one.kind === 'password') return other.kind === 'password' && isSameReference(one.user, other.user);
  if (other.kind === 'password' || !isSameReference(one, other)) return false;
  return one.user === undefined || other.user === undefined || isSameReference(one.user, other.user);
}

type Reference = Partial<UserReference>;

const PARTS = ['id', 'name', 'domainId', 'domain'] as const satisfies readonly (keyof Reference)[];

/** They have an id or a name in common, and differ in nothing. */
function isSameReference(one: Reference, other: Reference): boolean {
  const both = PARTS.filter((part) => one[part] !== undefined && other[part] !== undefined);
  return (both.includes('id') || both.includes('name')) && both.every((part) => one[part] === other[part]);
}
