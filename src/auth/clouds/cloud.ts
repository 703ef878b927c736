import type { ImagesService } from '../../api/images/imagesService';
import type { EndpointProblem } from '../../api/endpoint';
import type { Trust } from '../../api/http/trust';
import type { CloudsFileError } from './cloudsFileError';
import type { IdentityVersion, Credential, Who } from '../../api/identity/credential';

/** A token that somebody else obtained: it can be used, not renewed. */
export interface CloudToken {
  readonly kind: 'token';
  readonly token: string;
}

/** Which of a service's addresses is meant. */
export type CloudInterface = 'public' | 'internal' | 'admin';

/** What a cloud says of one service of images. */
export interface CloudService {
  readonly interface: CloudInterface;
  /** Stands above the service catalogue's address. https, or http to this machine. */
  readonly override?: string;
  /** The region in which it is, where that is named for it alone. */
  readonly region?: string;
}

/** Where one cloud is, from a clouds file or from the environment. */
export interface CloudPlace {
  /** As in the file; `envvars` for the environment, as OpenStack's own tools call it. */
  readonly name: string;
  /** As it stands there: with or without a version. https, or http to this machine. */
  readonly authUrl: string;
  /** The regions that have all the rest in common; empty for every region. */
  readonly regions: readonly string[];
  readonly services: Readonly<Record<ImagesService, CloudService>>;
  readonly trust: Trust;
  readonly identityVersion?: IdentityVersion;
  /** Keys that would change where or how a request goes, and do not. In order of the file. */
  readonly notHonoured: readonly string[];
}

/** How to sign in to one cloud. It holds secrets. */
export interface Cloud extends CloudPlace {
  readonly credential: Credential | CloudToken;
}

/** A cloud whose password or secret is not there. */
export interface SecretlessCloud extends CloudPlace {
  readonly who: Who;
}

/** A cloud that can be signed in to; the password or secret may have to be asked for. */
export type UsableCloud = Cloud | SecretlessCloud;

/** What is wrong with a cloud, where nothing of it can be used. */
export interface CloudFault {
  readonly problem:
    | 'noAuthUrl'
    /** `auth_url` has a part in braces; `detail` is the key that would fill it. */
    | 'unfilledAuthUrl'
    /** `auth_url` is of another service, where no password belongs: `detail` is `compute`, `image` or `other`. */
    | 'otherAuthUrl'
    /** An override has a part that nothing is known to fill; `detail` is its name. */
    | 'unfilledOverride'
    /** An override is of another service, where no token belongs. */
    | 'otherOverride'
    /** `compute_endpoint_override` has a version that Compute never had. */
    | 'overrideVersion'
    | 'noUser'
    | 'noProject'
    /** It is to sign in to something else than a project; `detail` is the key that says so. */
    | 'unsupportedScope'
    /** An application credential without its id or name and owner. */
    | 'noApplicationCredential'
    /** `auth_type` asks for a token, but there is none. */
    | 'noToken'
    /** Something stands for the token: `$OS_TOKEN`, `@file`, `YOUR_TOKEN`. */
    | 'tokenPlaceholder'
    /** The token has characters that no header holds, or too many. */
    | 'tokenUnusable'
    /** `verify: false` or `insecure: true`: certificates are always checked. */
    | 'verifyFalse'
    /** `detail` is the `auth_type`. */
    | 'unsupportedAuthType'
    /** Identity v2.0 has no application credentials. */
    | 'applicationCredentialNeedsV3'
    /** `detail` is the key. */
    | 'unknownInterface'
    | ProfileProblem
    /** About `auth_url` or an override; `detail` says which. */
    | EndpointProblem;
  readonly detail?: string;
  /** The service whose override it is about. */
  readonly service?: ImagesService;
}

/** Why a profile is not there, for a cloud that has no address of its own. */
export type ProfileProblem =
  /** One of those that openstacksdk brings along; `detail` is its name. */
  | 'vendorProfile'
  /** It would have to be fetched; `detail` is the web address. */
  | 'remoteProfile'
  /** Nobody knows it; `detail` is its name. */
  | 'unknownProfile'
  /** It may stand in a profiles file that cannot be read; `detail` is the path. */
  | 'brokenProfiles';

/** Why a cloud cannot be used. Nothing secret is in it. */
export type CloudProblem =
  | (CloudFault & {
      readonly name: string;
      /** The regions that have it, where others have not. */
      readonly regions?: readonly string[];
    })
  | {
      readonly name: string;
      readonly problem: 'noPassword';
      readonly detail?: undefined;
      readonly service?: undefined;
      readonly regions?: undefined;
      /** All the rest, for somebody who can ask for it. */
      readonly cloud: SecretlessCloud;
    };

/** A clouds file, with the `secure` file that belongs to it merged over it. */
export interface CloudsFile {
  readonly path: string;
  /** In the order of the file; a cloud whose regions differ in more than their names stands there several times. */
  readonly clouds: readonly Cloud[];
  readonly problems: readonly CloudProblem[];
  /** Why secrets may be missing: `secure` files that cannot be read. */
  readonly unreadSecrets: readonly CloudsFileError[];
  /** Every user of this machine can read a file of them in which a secret stands. */
  readonly worldReadable: boolean;
}
