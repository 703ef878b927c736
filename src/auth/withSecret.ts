import { present } from '../base/fields';
import type { Credential, Who } from '../api/identity/credential';

/** The credential that a user or an application credential is with this password or secret. */
export function withSecret(who: Who, secret: string): Credential {
  return who.kind === 'password' ? { ...who, password: secret } : { ...who, secret };
}

/** Who it is. */
export function withoutSecret(credential: Credential): Who {
  if (credential.kind === 'password') {
    const { kind, user, project } = credential;
    return { kind, user, project };
  }
  const { kind, id, name, user } = credential;
  return present({ kind, id, name, user });
}
