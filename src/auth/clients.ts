import type { IdentityVersion } from '../api/identity/credential';
import type { Identity, IdentityOptions } from '../api/identity/identity';
import type { IdentityAddress } from '../api/identity/identityAddress';
import type { IssuedToken } from '../api/identity/issuedToken';
import type { RequestLog } from '../api/http/requestLog';
import type { Connection } from '../api/http/sendLogged';
import { trustOf, type Trust } from '../api/http/trust';
import { COMPUTE_NATURE } from '../api/images/compute/computeNature';
import { GLANCE_NATURE } from '../api/images/glance/glanceNature';
import type { ImageSource } from '../api/images/imageSource';
import type { ImagesEndpoint } from '../api/images/imagesEndpoint';
import { isClear } from '../api/images/isClear';
import { laterSource } from '../api/images/laterSource';
import type { TokenSource } from '../api/tokenSource';
import { accountProject, type Account } from './account';
import type { IssuedHere } from './issuer';

/** What all clients have in common. */
export interface ClientsOptions {
  /** Seconds for one whole request. Read anew for each. */
  readonly timeout: () => number;
  readonly log: RequestLog;
  /** Hears of each token that a sign-in is issued. */
  readonly onIssued?: (issued: IssuedHere) => void;
}

/** Where the images of an account are, and by what that is known. */
export type ImagesPlace = Pick<Account, 'base' | 'service'> & Partial<Pick<Account, 'tenant'>> & Trust;

/** What is known of an identity service beside its address. */
export interface DiscoveryWish {
  /** Taken without asking where the address names none. */
  readonly version?: IdentityVersion;
  /** The address was just typed: also a version that it names is asked. */
  readonly isTyped?: boolean;
  readonly trust?: Trust;
}

/** What is known of an endpoint's project, and by what its server is trusted. */
export interface ProjectPlace extends Partial<Pick<IssuedToken, 'project'>> {
  readonly trust?: Trust;
}

/** Makes all that asks a server for something, for accounts and for proving a sign-in alike. */
export class Clients {
  constructor(private readonly options: ClientsOptions) {}

  /** The same, of whose tokens somebody hears. */
  hearing(onIssued: (issued: IssuedHere) => void): Clients {
    return new Clients({ ...this.options, onIssued });
  }

  /** A sign-in was issued this token. */
  issued(issued: IssuedHere): void {
    this.options.onIssued?.(issued);
  }

  /** The images of an account, or of what is to become one. */
  images({ base, service, tenant, ...trust }: ImagesPlace, tokens: TokenSource): ImageSource {
    const options = { ...this.#connection(trust), base, tokens };
    if (service === 'image') {
      const project = tenant === undefined ? undefined : accountProject({ tenant });
      return laterSource(GLANCE_NATURE, async () => {
        const { GlanceImages } = await import('../api/images/sources');
        return new GlanceImages({ ...options, project });
      });
    }
    return laterSource(COMPUTE_NATURE, async () => {
      const { ComputeImages } = await import('../api/images/sources');
      return new ComputeImages(options);
    });
  }

  /** Loaded when needed: most starts have a token. The identity service that an account or a sign-in gets its tokens from. */
  async identity(
    { address, version }: Pick<IdentityOptions, 'address' | 'version'>,
    trust: Trust = {},
  ): Promise<Identity> {
    const { Identity } = await import('../api/identity/identity');
    return new Identity({ ...this.#connection(trust), address, version });
  }

  /** As `discoverIdentity`. @param version taken without asking where the address names none */
  async discoverIdentity(
    given: IdentityAddress,
    { version, isTyped, trust = {} }: DiscoveryWish,
    signal: AbortSignal,
  ): Promise<Pick<IdentityOptions, 'address' | 'version'>> {
    const { discoverIdentity } = await import('../api/identity/identity');
    return discoverIdentity(given, { ...this.#connection(trust), version, isTyped }, signal);
  }

  /** As `discoverService`, which is loaded when an address leaves something open. */
  async discoverService(
    endpoint: ImagesEndpoint,
    { project, trust = {} }: ProjectPlace,
    signal: AbortSignal,
  ): Promise<ImagesEndpoint> {
    if (isClear(endpoint)) return endpoint;
    const { discoverService } = await import('../api/images/discoverService');
    return discoverService(endpoint, project, this.#connection(trust), signal);
  }

  #connection(trust: Trust): Connection {
    const { timeout, log } = this.options;
    return { timeout, log, trust: trustOf(trust) };
  }
}
