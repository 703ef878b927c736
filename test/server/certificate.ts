import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

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

const oids = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  basicConstraints: '551d13',
  subjectAltName: '551d11',
} as const;

/** Makes a self-signed certificate for 127.0.0.1 and localhost (X.509 v3 as RFC 5280 has it, P-256, SHA-256). */
export function selfSignedCertificate(
  validity: Validity = { from: Date.now() - day, to: Date.now() + day },
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('ecdsaWithSha256'));
  const name = sequence(set(sequence(oid('commonName'), der(0x0c, Buffer.from('simulated API')))));
  const content = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(validity.from), time(validity.to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority(), addresses())),
  );
  const signature = bitString(sign('sha256', content, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(sequence(content, algorithm, signature)),
  };
}

function authority(): Buffer {
  const critical = der(0x01, Buffer.of(0xff));
  return sequence(oid('basicConstraints'), critical, der(0x04, sequence(critical)));
}

function addresses(): Buffer {
  const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.of(127, 0, 0, 1)));
  return sequence(oid('subjectAltName'), der(0x04, names));
}

/** One value in ASN.1's distinguished encoding: tag, length, contents. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...head), content]);
}

const sequence = (...values: readonly Buffer[]) => der(0x30, ...values);
const set = (...values: readonly Buffer[]) => der(0x31, ...values);
const integer = (bytes: Buffer) => der(0x02, bytes);
const oid = (name: keyof typeof oids) => der(0x06, Buffer.from(oids[name], 'hex'));
const bitString = (bytes: Buffer) => der(0x03, Buffer.of(0), bytes);

function time(millis: number): Buffer {
  // UTCTime: two digits of the year, to the second.
  const digits = new Date(millis).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
