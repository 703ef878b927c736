import { fieldsOf, present, textOrNone } from '../base/fields';
import type { UserReference, Credential } from '../api/identity/credential';
import { isOwnId } from '../api/openStackId';

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

/** As it is stored: the domain's name under `domainName`, for a reason that `readReference` gives. */
export function storedCredential(credential: Credential): object {
  const { user } = credential;
  return {
    ...credential,
    ...(user && { user: storedReference(user) }),
    ...(credential.kind === 'password' && { project: storedReference(credential.project) }),
  };
}

function storedReference({ domain, ...reference }: UserReference): object {
  return domain === undefined ? reference : { ...reference, domainName: domain };
}

/** Under `domain`, 0.1.0 stored what somebody had typed, and took it for an id where it looked like one. */
function readReference(stored: unknown): UserReference | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, name, domain, domainName, domainId } = fieldsOf(stored);
  const typed = textOrNone(domain);
  const isId = typed !== undefined && (typed === 'default' || isOwnId(typed));
  return present({
    id: textOrNone(id),
    name: textOrNone(name),
    domain: textOrNone(domainName) ?? (isId ? undefined : typed),
    domainId: textOrNone(domainId) ?? (isId ? typed : undefined),
  });
}
