export type IdentityVersion = 'v2.0' | 'v3';

/** A user or a project, by id or by name. Keystone wants a domain beside a name; it is sent as it stands here, or none. */
export interface UserReference {
  readonly id?: string;
  readonly name?: string;
  /** The domain's name. */
  readonly domain?: string;
  readonly domainId?: string;
}

export type Credential =
  | {
      readonly kind: 'password';
      readonly user: UserReference;
      readonly password: string;
      /** The tenant. Neither id nor name: the user's own default, where the server has one. */
      readonly project: UserReference;
    }
  | {
      /** Identity v3 only. */
      readonly kind: 'applicationCredential';
      readonly id?: string;
      readonly name?: string;
      /** Whose it is, where it is given by name. */
      readonly user?: UserReference;
      readonly secret: string;
    };
