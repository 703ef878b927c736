import { fieldsOf, present, textOrNone } from '../base/fields';
import type { UserReference, Credential } from '../api/identity/credential';

/** A credential as it was stored; `undefined` where it is none. */
export function readCredential(stored: unknown): Credential | undefined {
  const { kind, user, password, project, id, name, secret } = fieldsOf(stored);
  switch (kind) {
    case 'password': {
      const [who, where] = [readReference(user), readReference(project)];
      return who !== undefined && where !== undefined && typeof password === 'string'
        ? { kind, user: who, password, project: where }
        : undefined;
    }
    case 'applicationCredential':
      return typeof secret === 'string'
        ? present({ kind, id: textOrNone(id), name: textOrNone(name), user: readReference(user), secret })
        : undefined;
    default:
      return undefined;
  }
}

function readReference(stored: unknown): UserReference | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, name, domain, domainId } = fieldsOf(stored);
  return present({
    id: textOrNone(id),
    name: textOrNone(name),
    domain: textOrNone(domain),
    domainId: textOrNone(domainId),
  });
}
