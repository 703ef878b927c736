/** How the servers of an account are known beside the usual authorities, and how they know us. All paths are absolute. */
export interface Trust {
  /** Certificate authorities: PEM with one or many, DER, or a folder of such files. The usual ones count all the same. */
  readonly cacert?: string;
  readonly clientCertificate?: ClientCertificate;
}

/** PEM files; both are the same where the key stands beside the certificate. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

/** What of something bigger is about trust. */
export function trustOf({ cacert, clientCertificate }: Trust): Trust {
  return { cacert, clientCertificate };
}
