import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock';
import { isoSeconds } from './clock';
import { identityError, json, Refusal, type Reply } from './replies';
import { serviceCatalogV2, serviceCatalogV3, type Regions } from './serviceCatalog';
import {
  defaultDomain,
  type ApplicationCredential,
  type Domain,
  type Tenant,
  type UserSpec,
} from './tenants';
import type { Token, Tokens } from './tokens';

/** Whether v3 insists on a domain beside a user's or project's name, as Keystone does, or does without. */
export type DomainNames = 'required' | 'optional';

/** What the identity service needs of the rest of the cloud. */
export interface Directory {
  readonly clock: Clock;
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

interface Login {
  readonly user: UserSpec;
  readonly method: 'password' | 'token' | 'application_credential';
  /** The token that was exchanged: the new one ends when it does. */
  readonly exchanged?: Token;
  /** An application credential is bound to its tenant and takes no scope. */
  readonly credential?: ApplicationCredential;
}

const unauthenticated = 'The request you have made requires authentication.';

/** Keystone's v2.0 and v3, as far as signing in and out needs them. Every error is thrown as a `Refusal`. */
export class Identity {
  constructor(private readonly directory: Directory) {}

  /** `/v2.0/tokens` */
  tokensV2(request: IdentityRequest): Reply {
    if (request.method !== 'POST') throw refusal(405, 'Method not allowed.');
    const auth = objectAt(parsed(request.body), 'auth');
    if (!auth) throw expecting('auth', 'request body');
    const login = this.loginV2(auth);
    const tenant = this.tenantV2(login.user, auth);
    const token = this.issue(login, tenant, 'short');
    return json(200, { access: this.accessV2(token, login.user, tenant, request.region) });
  }

  /** `/v2.0/tenants` */
  tenantsV2(request: IdentityRequest): Reply {
    const tenants = this.tenantsOf(this.caller(request));
    return json(200, {
      tenants: tenants.map(({ id, name }) => ({ id, name, description: '', enabled: true })),
      tenants_links: [],
    });
  }

  /** `/v3/auth/tokens`: POST signs in, DELETE revokes, GET says what a token is good for. */
  tokensV3(request: IdentityRequest): Reply {
    switch (request.method) {
      case 'POST':
        return this.signInV3(request);
      case 'DELETE': {
        this.caller(request);
        this.directory.tokens.revoke(this.subject(request).id);
        return { status: 204, headers: {}, body: '' };
      }
      case 'GET':
      case 'HEAD': {
        this.caller(request);
        const token = this.subject(request);
        const user = this.userOf(token);
        return this.tokenReplyV3(200, token, { user, method: 'password' }, request);
      }
      default:
        throw refusal(405, 'The method is not allowed for the requested URL.');
    }
  }

  /** `/v3/auth/projects` */
  projectsV3(request: IdentityRequest): Reply {
    const projects = this.tenantsOf(this.caller(request));
    return json(200, {
      projects: projects.map(({ id, name }) => ({ id, name, domain_id: defaultDomain.id, enabled: true })),
      links: { next: null, self: `${this.directory.regions.origin}/v3/auth/projects`, previous: null },
    });
  }

  private signInV3(request: IdentityRequest): Reply {
    const auth = objectAt(parsed(request.body), 'auth');
    const identity = objectAt(auth, 'identity');
    if (!auth || !identity) throw expecting(auth ? 'identity' : 'auth', auth ? 'auth' : 'request body');
    const login = this.loginV3(identity);
    const tenant = this.scopeV3(login, auth.scope);
    const token = this.issue(login, tenant, 'long');
    return this.tokenReplyV3(201, token, login, request);
  }

  private loginV2(auth: JsonObject): Login {
    const credentials = objectAt(auth, 'passwordCredentials');
    const token = objectAt(auth, 'token');
    if (credentials) {
      const { userId, username, password } = credentials;
      const user = this.directory.users.find(({ id, name }) => id === userId || name === username);
      return { user: checked(user, password), method: 'password' };
    }
    if (token) return this.loginByToken(token.id);
    throw expecting('passwordCredentials or token', 'auth');
  }

  private loginV3(identity: JsonObject): Login {
    const methods: readonly unknown[] = Array.isArray(identity.methods) ? identity.methods : [];
    const [method] = methods;
    switch (method) {
      case 'password': {
        const user = objectAt(objectAt(identity, 'password'), 'user');
        if (!user) throw expecting('user', 'password');
        return { user: checked(this.userNamed(user), user.password), method };
      }
      case 'token':
        return this.loginByToken(objectAt(identity, 'token')?.id);
      case 'application_credential':
        return { ...this.loginByCredential(objectAt(identity, 'application_credential')), method };
      default:
        throw expecting('methods', 'identity');
    }
  }

  private loginByToken(id: unknown): Login {
    const exchanged = this.validToken(id);
    return { user: this.userOf(exchanged), method: 'token', exchanged };
  }

  private userNamed(wanted: JsonObject): UserSpec | undefined {
    if (wanted.id !== undefined) return this.directory.users.find(({ id }) => id === wanted.id);
    const inDomain = this.domainMatcher(wanted, 'user');
    return this.directory.users.find(({ name, domain }) => name === wanted.name && inDomain(domain));
  }

  private domainMatcher(wanted: JsonObject, target: string): (domain: Domain | undefined) => boolean {
    const domain = objectAt(wanted, 'domain');
    if (domain) return ({ id, name } = defaultDomain) => domain.id === id || domain.name === name;
    if (this.directory.domainNames === 'required') throw expecting('domain', target);
    return () => true;
  }

  private loginByCredential(given: JsonObject | undefined): {
    user: UserSpec;
    credential: ApplicationCredential;
  } {
    if (!given) throw expecting('application_credential', 'identity');
    const owner = objectAt(given, 'user');
    const owners = owner ? [this.userNamed(owner)] : this.directory.users;
    for (const user of owners) {
      const credential = user?.applicationCredentials?.find(({ id, name }) =>
        owner ? name === given.name : id === given.id,
      );
      if (user && credential && credential.secret === given.secret) return { user, credential };
    }
    throw refusal(401, unauthenticated);
  }

  private tenantV2(user: UserSpec, auth: JsonObject): Tenant | undefined {
    const { tenantId, tenantName } = auth;
    if (tenantId === undefined && tenantName === undefined) return undefined;
    return this.memberTenant(user, ({ id, name }) => id === tenantId || name === tenantName);
  }

  private scopeV3({ user, credential }: Login, scope: unknown): Tenant | undefined {
    if (credential) {
      if (scope !== undefined) throw refusal(401, 'Application credentials cannot request a scope.');
      return this.memberTenant(user, ({ id }) => id === credential.tenantId);
    }
    if (scope === 'unscoped') return undefined;
    if (scope === undefined) return this.memberTenant(user, ({ id }) => id === user.tenantIds[0]);
    const project = objectAt({ scope }, 'scope') && objectAt(objectAt({ scope }, 'scope'), 'project');
    if (!project) throw expecting('project', 'scope');
    if (project.id !== undefined) return this.memberTenant(user, ({ id }) => id === project.id);
    const inDomain = this.domainMatcher(project, 'project');
    return this.memberTenant(user, ({ name }) => name === project.name && inDomain(undefined));
  }

  private memberTenant(user: UserSpec, matches: (tenant: Tenant) => boolean): Tenant {
    const tenant = this.directory.tenants.find((candidate) => matches(candidate));
    // Keystone does not say whether a project exists to those who are not in it.
    if (!tenant || !user.tenantIds.includes(tenant.id)) throw refusal(401, unauthenticated);
    return tenant;
  }

  private issue({ user, exchanged }: Login, tenant: Tenant | undefined, style: 'short' | 'long'): Token {
    const { clock, tokens } = this.directory;
    const remaining = exchanged && (exchanged.expiresAt - clock.now()) / 1000;
    return tokens.issue({ userId: user.id, tenantId: tenant?.id, style, lifetimeSeconds: remaining });
  }

  private caller({ headers }: IdentityRequest): Token {
    return this.validToken(headers['x-auth-token']);
  }

  private subject({ headers }: IdentityRequest): Token {
    const subject = headers['x-subject-token'];
    const token = this.directory.tokens.valid(typeof subject === 'string' ? subject : undefined);
    if (!token) throw refusal(404, 'Failed to validate token');
    return token;
  }

  private validToken(id: unknown): Token {
    const token = this.directory.tokens.valid(typeof id === 'string' ? id : undefined);
    if (!token) throw refusal(401, unauthenticated);
    return token;
  }

  private userOf(token: Token): UserSpec {
    const user =
      this.directory.users.find(({ id }) => id === token.userId) ??
      this.directory.users.find(
        ({ tenantIds }) => token.tenantId !== undefined && tenantIds.includes(token.tenantId),
      );
    if (!user) throw refusal(401, unauthenticated);
    return user;
  }

  private tenantsOf(token: Token): readonly Tenant[] {
    const { tenantIds } = this.userOf(token);
    return this.directory.tenants.filter(({ id }) => tenantIds.includes(id));
  }

  private accessV2(
    token: Token,
    user: UserSpec,
    tenant: Tenant | undefined,
    region: string | undefined,
  ): unknown {
    const roles = [{ name: '_member_' }];
    return {
      token: {
        // The documented form: the issue time has microseconds and no zone, the expiry has a zone.
        issued_at: new Date(token.issuedAt).toISOString().replace('Z', '000'),
        expires: isoSeconds(token.expiresAt),
        id: token.id,
        ...(tenant && { tenant: { id: tenant.id, name: tenant.name, description: null, enabled: true } }),
        audit_ids: [token.id.slice(0, 22)],
      },
      serviceCatalog: tenant ? serviceCatalogV2(this.directory.regions, tenant.id, region) : [],
      user: { username: user.name, roles_links: [], id: user.id, roles, name: user.name },
      metadata: { is_admin: 0, roles: [] },
    };
  }

  private tokenReplyV3(status: number, token: Token, login: Login, request: IdentityRequest): Reply {
    const { user, credential } = login;
    const domain = user.domain ?? defaultDomain;
    const tenant = this.directory.tenants.find(({ id }) => id === token.tenantId);
    const catalog =
      tenant && !request.query.has('nocatalog') && serviceCatalogV3(this.directory.regions, tenant.id);
    const body = {
      methods: [login.method],
      user: { domain, id: user.id, name: user.name, password_expires_at: null },
      audit_ids: [token.id.slice(8, 30)],
      expires_at: microseconds(token.expiresAt),
      issued_at: microseconds(token.issuedAt),
      ...(tenant && {
        project: { domain: defaultDomain, id: tenant.id, name: tenant.name },
        is_domain: false,
        roles: [{ id: 'e7ec0a1b6d1b4d1fb2dd9ee0d1d4f4a0', name: 'member' }],
      }),
      ...(catalog && { catalog }),
      ...(credential && {
        application_credential: { id: credential.id, name: credential.name, restricted: true },
      }),
    };
    return json(status, { token: body }, { 'X-Subject-Token': token.id, Vary: 'X-Auth-Token' });
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed(body: string): JsonObject | undefined {
  try {
    return objectAt({ body: JSON.parse(body) as unknown }, 'body');
  } catch {
    throw refusal(400, 'Malformed json in request body');
  }
}

function objectAt(parent: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = parent?.[key];
  return typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;
}

function checked(user: UserSpec | undefined, password: unknown): UserSpec {
  if (!user || user.password !== password) throw refusal(401, unauthenticated);
  return user;
}

function microseconds(millis: number): string {
  return new Date(millis).toISOString().replace(/Z$/, '000Z');
}

function refusal(status: number, message: string): Refusal {
  return new Refusal(identityError(status, message));
}

function expecting(attribute: string, target: string): Refusal {
  return refusal(
    400,
    `Expecting to find ${attribute} in ${target}. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`,
  );
}
