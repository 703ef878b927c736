import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiError, type ApiErrorKind } from '../../src/api/apiError';
import { columnsOf } from '../../src/base/columns';
import { briefFailure } from '../../src/text/briefFailure';
import { describeError } from '../../src/text/describeError';
import { ROOT } from '../hosts/root';

/** Letters of a row beside its icon, in a side bar of the usual width. */
const ROW = 28;
/** A letter as wide as two is that less often than not: the font of Japanese is narrow for it. */
const ROW_OF_WIDE = 36;

const KINDS = Object.keys({
  ...{ unauthorized: 0, signedOut: 0, secretUnreadable: 0, refusedBefore: 0, wrongCredentials: 0 },
  ...{ forbidden: 0, notFound: 0, badRequest: 0, rateLimited: 0, server: 0, redirect: 0, timeout: 0 },
  ...{ notSendable: 0, unreachable: 0, proxyUnreachable: 0, proxyWantsAuth: 0, certificate: 0 },
  ...{ wantsClientCertificate: 0, clientCertificate: 0, notTls: 0, tlsVersion: 0, tlsRefused: 0 },
  ...{ interrupted: 0, tooLarge: 0, notJson: 0, notImages: 0, notIdentity: 0, identityUnauthorized: 0 },
  ...{ identityForbidden: 0, identityNotAllowed: 0, noApplicationCredentials: 0, noProject: 0 },
} satisfies Record<ApiErrorKind, 0>) as readonly ApiErrorKind[];

describe('what failed, in a row of a side bar of the usual width', () => {
  const japanese = JSON.parse(readFileSync(join(ROOT, 'l10n', 'bundle.l10n.ja.json'), 'utf8')) as Readonly<
    Record<string, string | undefined>
  >;
  const details = {
    host: 'image-service.c3j1.conoha.io',
    status: 401,
    code: 'CODE',
    location: 'https://a.b/c',
  };

  for (const kind of KINDS) {
    it(`can be read whole: ${kind}`, () => {
      const error = new ApiError(kind, details);
      const brief = briefFailure(error);
      const { message } = describeError(error);
      assert.ok(columnsOf(brief ?? message) <= ROW, brief ?? message);
      if (brief === undefined) return;
      const translated = japanese[brief] ?? japanese[brief.replace(/\((?:401|CODE)\)/, '({0})')];
      assert.ok(translated !== undefined && columnsOf(translated) <= ROW_OF_WIDE, translated ?? brief);
    });
  }
});
