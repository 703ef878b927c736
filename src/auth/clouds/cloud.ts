import type { EndpointProblem } from '../../api/endpoint';
import type { IdentityVersion, Credential } from '../../api/identity/credential';

/** A token that somebody else obtained: it can be used, not renewed. */
export interface GivenToken {
  readonly kind: 'token';
  readonly token: string;
}

/** How to sign in to one cloud, from a clouds file or from the environment. It holds secrets. */
export interface Cloud {
  /** As in the file; `envvars` for the environment, as OpenStack's own tools call it. */
  readonly name: string;
  /** As it stands there: with or without a version. https, or http to this machine. */
  readonly authUrl: string;
  readonly credential: Credential | GivenToken;
  /** `region_name`, or the names in `regions`; empty for every region. */
  readonly regions: readonly string[];
  /** Stands above the service catalogue's address. https, or http to this machine. */
  readonly computeEndpointOverride?: string;
  /** Absolute path of a PEM file with the certificate authority of this cloud. */
  readonly cacert?: string;
  readonly identityVersion?: IdentityVersion;
}

/** Why a cloud cannot be used. Nothing secret is in it, save in `cloud`. */
export type CloudProblem =
  | {
      readonly name: string;
      readonly problem:
        | 'noAuthUrl'
        | 'noUser'
        | 'noProject'
        /** An application credential without its id or name and owner. */
        | 'noApplicationCredential'
        /** `auth_type` asks for a token, but there is none. */
        | 'noToken'
        /** `verify: false` or `insecure: true`: certificates are always checked. */
        | 'verifyFalse'
        /** `detail` is the `auth_type`. */
        | 'unsupportedAuthType'
        /** Identity v2.0 has no application credentials. */
        | 'applicationCredentialNeedsV3'
        /** About `auth_url` or `compute_endpoint_override`; `detail` says which of the two. */
        | EndpointProblem;
      readonly detail?: string;
    }
  | {
      readonly name: string;
      readonly problem: 'noPassword';
      readonly detail?: undefined;
      /** All the rest, with an empty password or secret, for somebody who can ask for it. */
      readonly cloud: Cloud;
    };

/** A clouds file, with the `secure` file beside it merged over it. */
export interface CloudsFile {
  readonly path: string;
  /** In the order of the file. */
  readonly clouds: readonly Cloud[];
  readonly problems: readonly CloudProblem[];
  /** Every user of this machine can read a file of the two in which a secret stands. */
  readonly worldReadable: boolean;
}

export type CloudsFileFault =
  /** `detail` is the system's word: `ENOENT`, `EACCES`, … */
  | 'unreadable'
  /** More than a mebibyte. */
  | 'tooLarge'
  /** Not YAML; `detail` is the parser's code, such as `TAB_AS_INDENT`. */
  | 'syntax'
  /** YAML without a mapping called `clouds`. */
  | 'noClouds';

/** A clouds file that cannot be used at all. No text of the file is in it: that might be a password. */
export class CloudsFileError extends Error {
  override readonly name = 'CloudsFileError';

  /**
   * @param path of the file, which may be the `secure` file
   * @param line counted from 1
   */
  constructor(
    readonly path: string,
    readonly fault: CloudsFileFault,
    readonly detail?: string,
    readonly line?: number,
  ) {
    super([fault, detail, line !== undefined && `line ${line}`].filter(Boolean).join(' '));
  }
}
