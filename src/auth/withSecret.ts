import type { Credential } from '../api/identity/credential';

/** The same user or application credential with another password or secret. */
export function withSecret(credential: Credential, secret: string): Credential {
  return credential.kind === 'password' ? { ...credential, password: secret } : { ...credential, secret };
}
