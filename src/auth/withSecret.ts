import type { Credential, Who } from '../api/identity/credential';

/** The credential that a user or an application credential is with this password or secret. */
export function withSecret(who: Who, secret: string): Credential {
  return who.kind === 'password' ? { ...who, password: secret } : { ...who, secret };
}
