import type { ImagesService } from '../images/imagesService';

/** Who an address is for. Other words than these are as they stand in the catalogue. */
export type EndpointInterface = 'public' | 'internal' | 'admin';

/** Where the service catalogue says a service of images is, as it stands there: http, and with placeholders, too. */
export interface ServiceEndpoint {
  readonly service: ImagesService;
  readonly region: string;
  readonly interface: string;
  readonly url: string;
}

/** A token with what came with it, the same for both versions of the API. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly issued: number | undefined;
  readonly expires: number | undefined;
  /** The server's clock when it answered, in the same unit. */
  readonly serverTime: number | undefined;
  readonly project: { readonly id: string; readonly name: string } | undefined;
  /**
   * All that have an address, each once. First come those of the service that is taken first: OpenStack's image service with
   * v3; with v2.0, which VPS 2.0 has, Compute.
   */
  readonly endpoints: readonly ServiceEndpoint[];
}
