import { after, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trust } from '../../src/api/http/trust';
import { temporaryFolder } from '../hosts/temporaryFolder';
import {
  documentedTenantId,
  documentedToken,
  selfSignedCertificate,
  startServer,
  type Certificate,
  type Server,
} from '../server/index';
import { apiFailure } from './apiFailure';
import { imageSource, onePage, onlyToken, type Page } from './imageSource';
import { written } from './trustFiles';

const MIB = 1024 * 1024;

const HUGE = [
  'a file that is larger than certificates ever are',
  (text: string) => written('huge', text + ' '.repeat(MIB)),
  'EFBIG',
] as const;

/** What is no file of a certificate, made with what would count if it were read. */
const NO_FILES: readonly (readonly [what: string, make: (certificate: string) => string])[] = [
  ['a file that is larger than authorities ever are', (text) => written('huge', text + ' '.repeat(8 * MIB))],
  ['a folder without files', () => temporaryFolder('empty')],
  ...(process.platform === 'win32'
    ? []
    : ([
        ['a pipe into which nobody writes', pipe],
        ['a file without an end', () => '/dev/zero'],
      ] as const)),
];

function pipe(): string {
  const path = join(temporaryFolder('pipe'), 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

describe('an account whose certificates are to come from odd files', () => {
  let own: Certificate;
  let api: Server;
  before(async () => {
    own = await selfSignedCertificate();
    api = await startServer({ certificate: own });
  });
  beforeEach(() => api.clearRequests());
  after(() => api.close());

  function list(trust: Trust): Promise<Page> {
    const tokens = onlyToken(documentedToken);
    return onePage(imageSource(api.endpoint(documentedTenantId), { trust, tokens }), { limit: 10 });
  }

  describe('authorities', () => {
    for (const [what, make] of NO_FILES) {
      it(`are not read from ${what}: it is named, and nothing is waited for or sent`, async () => {
        const place = make(own.cert);
        const { kind, details } = await apiFailure(list({ cacert: place }));
        assert.deepEqual([kind, details.path], ['certificate', place]);
        assert.equal(api.requests.length, 0);
      });
    }

    it('are read from a folder beside what cannot be read', async () => {
      const folder = temporaryFolder('authorities');
      for (const [name, [, make]] of NO_FILES.entries()) symlinkSync(make(own.cert), join(folder, `${name}`));
      writeFileSync(join(folder, 'own.pem'), own.cert);
      assert.equal((await list({ cacert: folder })).images.length, 5);
    });

    it('are not read from a folder that holds more than authorities ever take: it is named', async () => {
      const large = temporaryFolder('authorities');
      for (let count = 0; count < 3; count++) {
        writeFileSync(join(large, `${count}.pem`), `${own.cert}${' '.repeat(3 * MIB)}`);
      }
      const crowded = temporaryFolder('authorities');
      const certificate = written('own.pem', own.cert);
      for (let count = 0; count < 2049; count++) symlinkSync(certificate, join(crowded, `${count}.pem`));
      for (const cacert of [large, crowded]) {
        const { kind, details } = await apiFailure(list({ cacert }));
        assert.deepEqual([kind, details.path], ['certificate', cacert]);
      }
      assert.equal(api.requests.length, 0);
    });
  });

  describe('the client certificate', () => {
    for (const [what, make, code] of [
      ...NO_FILES.slice(1).map(([name, made]) => [name, made, 'EISDIR'] as const),
      HUGE,
    ]) {
      it(`is not read from ${what}: that is said of the file, and nothing is waited for or sent`, async () => {
        const [cert, key] = [written('client.pem', own.cert), written('client.key', own.key)];
        const authority = { cacert: written('authority.pem', own.cert) };
        for (const which of ['cert', 'key'] as const) {
          const place = make(which === 'cert' ? own.cert : own.key);
          const { kind, details } = await apiFailure(
            list({ ...authority, clientCertificate: { cert, key, [which]: place } }),
          );
          assert.deepEqual([kind, details.path, details.code], ['clientCertificate', place, code]);
        }
        assert.equal(api.requests.length, 0);
      });
    }
  });
});
