import { checked, type Accounts, type IdentityRequest, type Login } from './accounts';
import { isoSeconds } from './clock';
import { expecting, objectAt, parsed, refusal, type JsonObject } from './identityBody';
import { json, type Reply } from './replies';
import { serviceCatalogV2 } from './serviceCatalog';
import type { Tenant, UserSpec } from './tenants';
import type { Token } from './tokens';

/** Keystone's v2.0, as ConoHa has it, as far as signing in needs it. Every error is thrown as a `Refusal`. */
export class IdentityV2 {
  constructor(private readonly accounts: Accounts) {}

  /** `/v2.0/tokens` */
  tokens(request: IdentityRequest): Reply {
    if (request.method !== 'POST') throw refusal(405, 'Method not allowed.');
    const auth = objectAt(parsed(request.body), 'auth');
    if (!auth) throw expecting('auth', 'request body');
    const login = this.login(auth);
    const tenant = this.tenant(login.user, auth);
    const token = this.accounts.issue(login, tenant, 'short');
    return json(200, { access: this.access(token, login.user, tenant, request.region) });
  }

  /** `/v2.0/tenants` */
  tenants(request: IdentityRequest): Reply {
    const tenants = this.accounts.tenantsOf(this.accounts.caller(request));
    return json(200, {
      tenants: tenants.map(({ id, name }) => ({ id, name, description: '', enabled: true })),
      tenants_links: [],
    });
  }

  private login(auth: JsonObject): Login {
    const credentials = objectAt(auth, 'passwordCredentials');
    const token = objectAt(auth, 'token');
    if (credentials) {
      const { userId, username, password } = credentials;
      const user = this.accounts.directory.users.find(({ id, name }) => id === userId || name === username);
      return { user: checked(user, password), method: 'password' };
    }
    if (token) return this.accounts.loginByToken(token.id);
    throw expecting('passwordCredentials or token', 'auth');
  }

  private tenant(user: UserSpec, auth: JsonObject): Tenant | undefined {
    const { tenantId, tenantName } = auth;
    if (tenantId === undefined && tenantName === undefined) return undefined;
    return this.accounts.memberTenant(user, ({ id, name }) => id === tenantId || name === tenantName);
  }

  private access(
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
      serviceCatalog: tenant ? serviceCatalogV2(this.accounts.directory.regions, tenant.id, region) : [],
      user: { username: user.name, roles_links: [], id: user.id, roles, name: user.name },
      metadata: { is_admin: 0, roles: [] },
    };
  }
}
