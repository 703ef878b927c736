import { CONOHA_3_DOMAIN, isConohaHost } from '../../conoha';
import type { Credential, UserReference } from './credential';
import type { IdentityOptions } from './identity';

/**
 * Fills in a domain where somebody is to be found by name and none was given, as OpenStack's own client does: the one
 * with the id `default`; on ConoHa the one by the name `gnc`. Identity v2.0 has no domains, and an id needs none.
 */
export function withDefaultDomains<T extends Credential>(
  credential: T,
  { address, version }: Pick<IdentityOptions, 'address' | 'version'>,
): T {
  if (version === 'v2.0') return credential;
  const domain = isConohaHost(new URL(address).hostname)
    ? { domain: CONOHA_3_DOMAIN }
    : { domainId: 'default' };
  const { user } = credential;
  if (credential.kind === 'applicationCredential') {
    // By its id it needs no user.
    return user === undefined ? credential : { ...credential, user: inDomain(user, domain) };
  }
  // A project stands in the user's domain unless another is said.
  const users = user && domainOf(user);
  return {
    ...credential,
    user: user && inDomain(user, domain),
    project: inDomain(credential.project, users ?? domain),
  };
}

type Domain = Pick<UserReference, 'domain' | 'domainId'>;

function domainOf({ domain, domainId }: UserReference): Domain | undefined {
  if (domainId !== undefined) return { domainId };
  return domain === undefined ? undefined : { domain };
}

function inDomain(whose: UserReference, domain: Domain): UserReference {
  const isByName = whose.id === undefined && whose.name !== undefined;
  return isByName && domainOf(whose) === undefined ? { ...whose, ...domain } : whose;
}
