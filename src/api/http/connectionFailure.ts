import type { ApiErrorDetails, ApiErrorKind } from '../apiError';

type Failure = readonly [ApiErrorKind, Pick<ApiErrorDetails, 'code'>];

/**
 * What kept a connection from being made, by code and words of the system or the TLS library: OpenSSL's in Node, which
 * often hands on no code but `EPROTO`, BoringSSL's in the editor, which writes them with underscores.
 */
export function connectionFailure(code: string, message: string): Failure {
  const words = `${code} ${message}`.replaceAll('_', ' ').toLowerCase();
  const [, kind = CERTIFICATE.test(code) ? 'certificate' : 'unreachable'] =
    KINDS.find(([pattern]) => pattern.test(words)) ?? [];
  const [, reason] = /routines:[^:]*:([^:]+)/.exec(message) ?? [];
  const isVague = code === 'EPROTO' && reason !== undefined;
  return [kind, { code: isVague ? `ERR_SSL_${reason.replace(/[\s/]+/g, '_').toUpperCase()}` : code }];
}

const KINDS: readonly (readonly [RegExp, ApiErrorKind])[] = [
  // The server's words about our certificate: about its own there is no alert.
  [
    /certificate required|alert (?:(?:bad|unsupported) certificate|certificate|unknown ca|access)/,
    'wantsClientCertificate',
  ],
  [
    /alert protocol version|unsupported protocol|no protocols available|version too (?:low|high)/,
    'tlsVersion',
  ],
  [/wrong version number|packet length too long|:http request|err ssl http request/, 'notTls'],
  [/ alert /, 'tlsRefused'],
  [/failed to establish a socket connection to proxies/, 'proxyUnreachable'],
];

const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|CRL_|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH/;
