import type { Credential, IdentityVersion, UserReference } from './identity';
import type { JsonObject } from './image';

export interface TokenRequest {
  /** After the service's address. */
  readonly path: string;
  readonly body: JsonObject;
  /** What in the body is secret. */
  readonly secret: string;
}

/** The request for a token, in the form of the version. */
export function tokenRequest(version: IdentityVersion, credential: Credential): TokenRequest {
  const secret = credential.kind === 'password' ? credential.password : credential.secret;
  if (version === 'v2.0' && credential.kind === 'password') {
    return { path: '/tokens', body: { auth: authV2(credential) }, secret };
  }
  return { path: '/auth/tokens', body: { auth: authV3(credential) }, secret };
}

function authV2({ user, password, project }: Extract<Credential, { kind: 'password' }>): JsonObject {
  return {
    passwordCredentials: {
      ...(user.id === undefined ? { username: user.name ?? '' } : { userId: user.id }),
      password,
    },
    ...(project.id === undefined ? { tenantName: project.name ?? '' } : { tenantId: project.id }),
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
  return {
    identity: { methods: ['password'], password: { user: { ...reference(user), password } } },
    // A project by name stands in the user's domain unless another is said.
    scope: { project: reference({ ...project, domain: project.domain ?? user.domain }) },
  };
}

/** By id alone, or by name with the domain, which is `default` by id and anything else by name. */
function reference({ id, name, domain }: UserReference): JsonObject {
  if (id !== undefined) return { id };
  if (domain === undefined) return { name: name ?? '' };
  return { name: name ?? '', domain: domain === 'default' ? { id: domain } : { name: domain } };
}
