import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from './identityBody';
import type { Regions } from './serviceCatalog';
import type { ApplicationCredential, Tenant, UserSpec } from './tenants';
import type { Token, Tokens } from './tokens';

/** Whether v3 insists on a domain beside a user's or project's name, as Keystone does, or does without. */
export type DomainNames = 'required' | 'optional';

/** What the identity service needs of the rest of the cloud. */
export interface Directory {
  readonly tokens: Tokens;
  readonly tenants: readonly Tenant[];
  readonly users: readonly UserSpec[];
  readonly domainNames: DomainNames;
  readonly regions: Regions;
}

export interface IdentityRequest {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Named in the address; the identity service of that region answers. */
  readonly region?: string;
}

/** Who proved to be whom, and how. */
export interface Login {
  readonly user: UserSpec;
  readonly method: 'password' | 'token' | 'application_credential';
  /** The token that was exchanged: the new one ends when it does. */
  readonly exchanged?: Token;
  /** An application credential is bound to its tenant and takes no scope. */
  readonly credential?: ApplicationCredential;
}

export const unauthenticated = 'The request you have made requires authentication.';

/** What both versions of the identity service do with users, tenants and tokens. */
export class Accounts {
  constructor(readonly directory: Directory) {}

  loginByToken(id: unknown): Login {
    const exchanged = this.validToken(id);
    return { user: this.userOf(exchanged), method: 'token', exchanged };
  }

  /** The tenant that matches, if the user is in it; 401 otherwise. */
  memberTenant(user: UserSpec, matches: (tenant: Tenant) => boolean): Tenant {
    const tenant = this.directory.tenants.find((candidate) => matches(candidate));
    // Keystone does not say whether a project exists to those who are not in it.
    if (!tenant || !user.tenantIds.includes(tenant.id)) throw refusal(401, unauthenticated);
    return tenant;
  }

  issue({ user, exchanged }: Login, tenant: Tenant | undefined, style: 'short' | 'long'): Token {
    return this.directory.tokens.issue({
      userId: user.id,
      tenantId: tenant?.id,
      style,
      expiresAt: exchanged?.expiresAt,
    });
  }

  /** The good token in the request's `X-Auth-Token`; 401 without one. */
  caller({ headers }: IdentityRequest): Token {
    return this.validToken(headers['x-auth-token']);
  }

  validToken(id: unknown): Token {
    const token = this.directory.tokens.valid(typeof id === 'string' ? id : undefined);
    if (!token) throw refusal(401, unauthenticated);
    return token;
  }

  /** A token that was handed out at the start belongs to the first user of its tenant. */
  userOf(token: Token): UserSpec {
    const user =
      this.directory.users.find(({ id }) => id === token.userId) ??
      this.directory.users.find(
        ({ tenantIds }) => token.tenantId !== undefined && tenantIds.includes(token.tenantId),
      );
    if (!user) throw refusal(401, unauthenticated);
    return user;
  }

  tenantsOf(token: Token): readonly Tenant[] {
    const { tenantIds } = this.userOf(token);
    return this.directory.tenants.filter(({ id }) => tenantIds.includes(id));
  }
}

/** The user, if that is their password; 401 otherwise. */
export function checked(user: UserSpec | undefined, password: unknown): UserSpec {
  if (!user || user.password !== password) throw refusal(401, unauthenticated);
  return user;
}
