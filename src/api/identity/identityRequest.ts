import type { UserReference, IdentityVersion, Credential } from './credential';
import type { JsonObject } from '../../base/json';

/** What is posted to get a token. */
export interface TokenRequest {
  /** After the service's address. */
  readonly path: string;
  readonly body: JsonObject;
  /** What in the body is secret, as it is and as it stands in the body. */
  readonly secrets: readonly string[];
}

/** The request for a token, in the form of the version; v2.0 has passwords only. */
export function tokenRequest(version: IdentityVersion, credential: Credential): TokenRequest {
  const secret = credential.kind === 'password' ? credential.password : credential.secret;
  const secrets = [JSON.stringify(secret).slice(1, -1), secret];
  if (version === 'v2.0' && credential.kind === 'password') {
    return { path: '/tokens', body: { auth: authV2(credential) }, secrets };
  }
  return { path: '/auth/tokens', body: { auth: authV3(credential) }, secrets };
}

function authV2({ user, password, project }: Extract<Credential, { kind: 'password' }>): JsonObject {
  return {
    passwordCredentials: {
      ...(user.id === undefined ? { username: user.name ?? '' } : { userId: user.id }),
      password,
    },
    ...(project.id !== undefined && { tenantId: project.id }),
    ...(project.id === undefined && project.name !== undefined && { tenantName: project.name }),
  };
}

function authV3(credential: Credential): JsonObject {
  if (credential.kind === 'applicationCredential') {
    const { id, name, user, secret } = credential;
    const named = { name: name ?? '', ...(user !== undefined && { user: reference(user) }) };
    return {
      identity: {
        methods: ['application_credential'],
        application_credential: { ...(id === undefined ? named : { id }), secret },
      },
    };
  }
  const { user, password, project } = credential;
  const scope = scopeOf(project, user);
  return {
    identity: { methods: ['password'], password: { user: { ...reference(user), password } } },
    ...(scope !== undefined && { scope: { project: scope } }),
  };
}

/** A project by name stands in the user's domain unless another is said. */
function scopeOf(project: UserReference, user: UserReference): JsonObject | undefined {
  if (project.id === undefined && project.name === undefined) return undefined;
  const ownDomain = project.domain !== undefined || project.domainId !== undefined;
  const { domain, domainId } = ownDomain ? project : user;
  return reference({ id: project.id, name: project.name, domain, domainId });
}

/** By id alone, or by name with the domain where there is one. */
function reference({ id, name = '', domain, domainId }: UserReference): JsonObject {
  if (id !== undefined) return { id };
  if (domainId !== undefined) return { name, domain: { id: domainId } };
  return domain === undefined ? { name } : { name, domain: { name: domain } };
}
