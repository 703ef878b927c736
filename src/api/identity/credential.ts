export type IdentityVersion = 'v2.0' | 'v3';

/** A user or a project, by id or by name. ConoHa does without a domain, Keystone wants one beside a name. */
export interface UserReference {
  readonly id?: string;
  readonly name?: string;
  /** As a person types it, a name or an id: `default` and 32 hexadecimal digits are ids. */
  readonly domain?: string;
  /** Where it is known to be the id. */
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
