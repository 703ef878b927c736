/** Both PEM. The certificate is its own authority: who is to trust it takes `cert` as `ca`. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Validity in milliseconds since 1970, so that an expired certificate can be had. */
export interface Validity {
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;

/**
 * Makes a self-signed certificate for 127.0.0.1, 127.0.0.2 and localhost (P-256, SHA-256).
 * @param name its subject: of two authorities of the same name, OpenSSL looks at the first alone
 */
export async function selfSignedCertificate(
  validity: Validity = { from: Date.now() - day, to: Date.now() + day },
  name = 'simulated API',
): Promise<Certificate> {
  // Takes its time to load, which only a server that speaks https is to wait for.
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(validity.from),
    notAfterDate: new Date(validity.to),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '127.0.0.2' },
        ],
      },
    ],
  });
  return { key, cert };
}
