/** Where the service catalogue says the Compute service is: the address as it stands there. */
export interface ComputeEndpoint {
  readonly region: string;
  readonly url: string;
}

export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly issued: number | undefined;
  readonly expires: number | undefined;
  /** The server's clock when it answered, in the same unit. */
  readonly serverTime: number | undefined;
  readonly project: { readonly id: string; readonly name: string } | undefined;
  /** Public ones that have an address, each once. */
  readonly endpoints: readonly ComputeEndpoint[];
}
