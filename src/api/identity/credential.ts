/** The versions of the Identity API, as they stand in addresses. */
export type IdentityVersion = 'v2.0' | 'v3';

/** A user or a project, by id or by name. Keystone wants a domain beside a name; it is sent as it stands here, or none. */
export interface UserReference {
  readonly id?: string;
  readonly name?: string;
  /** The domain's name. */
  readonly domain?: string;
  readonly domainId?: string;
}

/** A user of a project. */
export interface ProjectUser {
  readonly kind: 'password';
  readonly user: UserReference;
  /** The tenant. Neither id nor name: the user's own default, where the server has one. */
  readonly project: UserReference;
}

/** An application credential, of Identity v3 only. */
export interface ApplicationCredential {
  readonly kind: 'applicationCredential';
  readonly id?: string;
  readonly name?: string;
  /** Whose it is, where it is given by name. */
  readonly user?: UserReference;
}

/** Who signs in, without the password or secret. */
export type Who = ProjectUser | ApplicationCredential;

/** What gets a token, the secret included. */
export type Credential =
  (ProjectUser & { readonly password: string }) | (ApplicationCredential & { readonly secret: string });
