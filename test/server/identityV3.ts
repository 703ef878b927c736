import { checked, unauthenticated, type Accounts, type IdentityRequest, type Login } from './accounts';
import { expecting, objectAt, parsed, refusal, type JsonObject } from './identityBody';
import { json, type Reply } from './replies';
import { serviceCatalogV3 } from './serviceCatalog';
import {
  defaultDomain,
  type ApplicationCredential,
  type Domain,
  type Tenant,
  type UserSpec,
} from './tenants';
import type { Token } from './tokens';

/** Keystone's v3, as far as signing in and out needs it. Every error is thrown as a `Refusal`. */
export class IdentityV3 {
  constructor(private readonly accounts: Accounts) {}

  /** `/v3/auth/tokens`: POST signs in, DELETE revokes, GET says what a token is good for. */
  tokens(request: IdentityRequest): Reply {
    switch (request.method) {
      case 'POST':
        return this.signIn(request);
      case 'DELETE': {
        this.accounts.caller(request);
        this.accounts.directory.tokens.revoke(this.subject(request).id);
        return { status: 204, headers: {}, body: '' };
      }
      case 'GET':
      case 'HEAD': {
        this.accounts.caller(request);
        const token = this.subject(request);
        const user = this.accounts.userOf(token);
        return this.tokenReply(200, token, { user, method: 'password' }, request);
      }
      default:
        throw refusal(405, 'The method is not allowed for the requested URL.');
    }
  }

  /** `/v3/auth/projects` */
  projects(request: IdentityRequest): Reply {
    const projects = this.accounts.tenantsOf(this.accounts.caller(request));
    return json(200, {
      projects: projects.map(({ id, name }) => ({ id, name, domain_id: defaultDomain.id, enabled: true })),
      links: {
        next: null,
        self: `${this.accounts.directory.regions.origin}/v3/auth/projects`,
        previous: null,
      },
    });
  }

  private signIn(request: IdentityRequest): Reply {
    const auth = objectAt(parsed(request.body), 'auth');
    const identity = objectAt(auth, 'identity');
    if (!auth || !identity) throw expecting(auth ? 'identity' : 'auth', auth ? 'auth' : 'request body');
    const login = this.login(identity);
    const tenant = this.scope(login, auth.scope);
    const token = this.accounts.issue(login, tenant, 'long');
    return this.tokenReply(201, token, login, request);
  }

  private login(identity: JsonObject): Login {
    const methods: readonly unknown[] = Array.isArray(identity.methods) ? identity.methods : [];
    const [method] = methods;
    switch (method) {
      case 'password': {
        const user = objectAt(objectAt(identity, 'password'), 'user');
        if (!user) throw expecting('user', 'password');
        return { user: checked(this.userNamed(user), user.password), method };
      }
      case 'token':
        return this.accounts.loginByToken(objectAt(identity, 'token')?.id);
      case 'application_credential':
        return { ...this.loginByCredential(objectAt(identity, 'application_credential')), method };
      default:
        throw expecting('methods', 'identity');
    }
  }

  private userNamed(wanted: JsonObject): UserSpec | undefined {
    if (wanted.id !== undefined) return this.accounts.directory.users.find(({ id }) => id === wanted.id);
    const inDomain = this.domainMatcher(wanted, 'user');
    return this.accounts.directory.users.find(({ name, domain }) => name === wanted.name && inDomain(domain));
  }

  private domainMatcher(wanted: JsonObject, target: string): (domain: Domain | undefined) => boolean {
    const domain = objectAt(wanted, 'domain');
    if (domain) return ({ id, name } = defaultDomain) => domain.id === id || domain.name === name;
    if (this.accounts.directory.domainNames === 'required') throw expecting('domain', target);
    return () => true;
  }

  private loginByCredential(given: JsonObject | undefined): {
    user: UserSpec;
    credential: ApplicationCredential;
  } {
    if (!given) throw expecting('application_credential', 'identity');
    const owner = objectAt(given, 'user');
    const owners = owner ? [this.userNamed(owner)] : this.accounts.directory.users;
    for (const user of owners) {
      const credential = user?.applicationCredentials?.find(({ id, name }) =>
        owner ? name === given.name : id === given.id,
      );
      if (user && credential && credential.secret === given.secret) return { user, credential };
    }
    throw refusal(401, unauthenticated);
  }

  private scope({ user, credential }: Login, scope: unknown): Tenant | undefined {
    if (credential) {
      if (scope !== undefined) throw refusal(401, 'Application credentials cannot request a scope.');
      return this.accounts.memberTenant(user, ({ id }) => id === credential.tenantId);
    }
    if (scope === 'unscoped') return undefined;
    if (scope === undefined) return this.accounts.memberTenant(user, ({ id }) => id === user.tenantIds[0]);
    const project = objectAt({ scope }, 'scope') && objectAt(objectAt({ scope }, 'scope'), 'project');
    if (!project) throw expecting('project', 'scope');
    if (project.id !== undefined) return this.accounts.memberTenant(user, ({ id }) => id === project.id);
    const inDomain = this.domainMatcher(project, 'project');
    return this.accounts.memberTenant(user, ({ name }) => name === project.name && inDomain(undefined));
  }

  private subject({ headers }: IdentityRequest): Token {
    const subject = headers['x-subject-token'];
    const token = this.accounts.directory.tokens.valid(typeof subject === 'string' ? subject : undefined);
    if (!token) throw refusal(404, 'Failed to validate token');
    return token;
  }

  private tokenReply(status: number, token: Token, login: Login, request: IdentityRequest): Reply {
    const { user, credential } = login;
    const domain = user.domain ?? defaultDomain;
    const tenant = this.accounts.directory.tenants.find(({ id }) => id === token.tenantId);
    const catalog =
      tenant &&
      !request.query.has('nocatalog') &&
      serviceCatalogV3(this.accounts.directory.regions, tenant.id, tenant.regions);
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

function microseconds(millis: number): string {
  return new Date(millis).toISOString().replace(/Z$/, '000Z');
}
