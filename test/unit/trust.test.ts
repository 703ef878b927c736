import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { tlsOptions } from '../../src/api/http/tlsOptions';
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

describe('certificate authorities of an account', () => {
  let own: Certificate;
  let other: Certificate;
  let api: Server;
  before(async () => {
    own = await selfSignedCertificate();
    other = await selfSignedCertificate(undefined, 'another authority');
  });
  beforeEach(async () => {
    api = await startServer({ certificate: own });
  });
  afterEach(() => api.close());

  /** Asks for the images with the same trust each time, as an account does. */
  const client = (trust: Trust): (() => Promise<Page>) => {
    const source = imageSource(api.endpoint(documentedTenantId), {
      trust,
      tokens: onlyToken(documentedToken),
    });
    return () => onePage(source, { limit: 10 });
  };
  const lists = async (cacert: string) => assert.equal((await client({ cacert })()).images.length, 5, cacert);

  it('are read from PEM with one or many, among other lines, and from DER', async () => {
    const { raw } = new X509Certificate(own.cert);
    const commented = `# issued by us\r\nsubject=CN\r\n${own.cert.replaceAll('\n', '\r\n')}trailing`;
    await lists(written('one.pem', own.cert));
    await lists(written('many.pem', [other.cert, commented, other.key].join('\n')));
    await lists(written('one.der', raw));
    await lists(
      written('trusted.pem', other.cert + own.cert.replaceAll(' CERTIFICATE', ' X509 CERTIFICATE')),
    );
  });

  it('are read from a folder, whether the names are OpenSSL’s hashes or any others', async () => {
    for (const [name, content] of [
      ['9d66eef0.0', own.cert],
      ['our authority.crt', own.cert],
      ['der.cer', new X509Certificate(own.cert).raw],
    ] as const) {
      const folder = temporaryFolder('authorities');
      mkdirSync(join(folder, 'a folder'));
      writeFileSync(join(folder, '9d66eef0.r0'), 'a list of revoked ones');
      writeFileSync(join(folder, 'other.pem'), other.cert);
      writeFileSync(join(folder, name), content);
      await lists(folder);
    }
  });

  it('stand beside the usual ones', async () => {
    const { ca = [] } = await tlsOptions({ cacert: written('own.pem', own.cert) });
    assert.deepEqual(ca.slice(0, -1), rootCertificates);
    assert.equal(ca.at(-1)?.trim(), own.cert.trim());
  });

  it('do not keep the system’s from counting, which the editor adds where a request names none', async () => {
    const { request } = https;
    const adding = (url: string, options: https.RequestOptions) =>
      request(url, { ...options, ca: options.ca ?? own.cert });
    Object.assign(https, { request: adding });
    try {
      await lists(written('other.pem', other.cert));
    } finally {
      Object.assign(https, { request });
    }
  });

  it('are those of its file alone: one that holds none names it, and nothing is sent', async () => {
    const files = [
      written('empty.pem', ''),
      written('key.pem', own.key),
      join(temporaryFolder('none'), 'no'),
    ];
    for (const cacert of files) {
      const { kind, details } = await apiFailure(client({ cacert })());
      assert.deepEqual([kind, details.path], ['certificate', cacert]);
    }
    const { kind, details } = await apiFailure(client({ cacert: written('other.pem', other.cert) })());
    assert.deepEqual([kind, details.path], ['certificate', undefined]);
    assert.equal(api.requests.length, 0);
  });

  it('count as soon as the file appears', async () => {
    const cacert = join(temporaryFolder('later'), 'authority.pem');
    const list = client({ cacert });
    assert.equal((await apiFailure(list())).kind, 'certificate');
    writeFileSync(cacert, own.cert);
    assert.equal((await list()).images.length, 5);
  });

  it('change as soon as the file does, and those that went count no longer', async () => {
    const cacert = written('authority.pem', other.cert);
    const list = client({ cacert });
    assert.equal((await apiFailure(list())).kind, 'certificate');
    writeFileSync(cacert, own.cert);
    assert.equal((await list()).images.length, 5);
    writeFileSync(cacert, other.cert);
    assert.equal((await apiFailure(list())).kind, 'certificate');
  });

  it('change with a file in a folder, although neither time nor size tells', async () => {
    const folder = temporaryFolder('authorities');
    const time = new Date(2026, 0);
    const put = (content: string) => {
      writeFileSync(join(folder, 'authority.pem'), content);
      utimesSync(folder, time, time);
    };
    put(other.cert);
    const list = client({ cacert: folder });
    assert.equal((await apiFailure(list())).kind, 'certificate');
    put(own.cert);
    assert.equal((await list()).images.length, 5);
    rmSync(join(folder, 'authority.pem'));
    utimesSync(folder, new Date(), new Date());
    assert.equal((await apiFailure(list())).kind, 'certificate');
  });
});

describe('the client certificate of an account', () => {
  let server: Certificate;
  let client: Certificate;
  let api: Server;
  before(async () => {
    server = await selfSignedCertificate();
    client = await selfSignedCertificate();
    api = await startServer({ certificate: server, tls: { requestCert: true, ca: client.cert } });
  });
  after(() => api.close());

  const list = (clientCertificate: Trust['clientCertificate']): Promise<Page> => {
    const trust = { cacert: written('authority.pem', server.cert), clientCertificate };
    const tokens = onlyToken(documentedToken);
    return onePage(imageSource(api.endpoint(documentedTenantId), { trust, tokens }), { limit: 10 });
  };

  it('is shown to its servers, from two files or from one with both', async () => {
    const [cert, key] = [written('client.pem', client.cert), written('client.key', client.key)];
    const both = written('both.pem', `${client.cert}\n${client.key}`);
    assert.equal((await list({ cert, key })).images.length, 5);
    assert.equal((await list({ cert: both, key: both })).images.length, 5);
  });

  it('is not shown for another account, whose connections are others', async () => {
    const cert = written('both.pem', `${client.cert}\n${client.key}`);
    assert.equal((await list({ cert, key: cert })).images.length, 5);
    const before = api.requests.length;
    assert.equal((await apiFailure(list(undefined))).kind, 'wantsClientCertificate');
    assert.equal(api.requests.length, before);
  });

  it('is wanted, not the authority of the server, where the server ends the handshake for it', async () => {
    const { kind, details } = await apiFailure(list(undefined));
    assert.equal(kind, 'wantsClientCertificate');
    assert.equal(details.code, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
  });

  it('may be wanted where a server of TLS 1.2 does so, which gives no reason', async () => {
    const tls = { requestCert: true, ca: client.cert, maxVersion: 'TLSv1.2' } as const;
    const old = await startServer({ certificate: server, tls });
    try {
      const trust = { cacert: written('authority.pem', server.cert) };
      const { kind, details } = await apiFailure(
        onePage(imageSource(old.endpoint(documentedTenantId), { trust }), { limit: 1 }),
      );
      assert.equal(kind, 'tlsRefused');
      assert.match(details.code ?? '', /^ERR_SSL_.*ALERT_HANDSHAKE_FAILURE$/);
    } finally {
      await old.close();
    }
  });

  it('that cannot be used is named, and nothing is sent', async () => {
    const foreign = await selfSignedCertificate();
    const [cert, key] = [written('client.pem', client.cert), written('client.key', client.key)];
    const before = api.requests.length;
    const missing = join(temporaryFolder('none'), 'no.pem');
    for (const [pair, path] of [
      [{ cert: missing, key }, missing],
      [{ cert, key: missing }, missing],
      [{ cert, key: written('foreign.key', foreign.key) }, cert],
      [{ cert, key: cert }, cert],
    ] as const) {
      const { kind, details } = await apiFailure(list(pair));
      assert.deepEqual([kind, details.path], ['clientCertificate', path]);
      assert.match(details.code ?? '', /^E/);
    }
    assert.equal(api.requests.length, before);
  });

  it('changes as soon as its files do: what was made with the one before is used no longer', async () => {
    const another = await selfSignedCertificate(undefined, 'another client');
    const cert = written('both.pem', `${another.cert}\n${another.key}`);
    const trust = { cacert: written('authority.pem', server.cert), clientCertificate: { cert, key: cert } };
    const source = imageSource(api.endpoint(documentedTenantId), {
      trust,
      tokens: onlyToken(documentedToken),
    });
    const ask = () => onePage(source, { limit: 10 });
    const refused = async () => {
      const before = api.requests.length;
      await apiFailure(ask());
      assert.equal(api.requests.length, before);
    };
    await refused();
    writeFileSync(cert, `${client.cert}\n${client.key}`);
    assert.equal((await ask()).images.length, 5);
    writeFileSync(cert, `${another.cert}\n${another.key}`);
    await refused();
    rmSync(cert);
    const { kind, details } = await apiFailure(ask());
    assert.deepEqual([kind, details.path, details.code], ['clientCertificate', cert, 'ENOENT']);
  });
});
