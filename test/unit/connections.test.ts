import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import https, { type Agent, type AgentOptions } from 'node:https';
import { connect, createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { connectionFailure } from '../../src/api/http/connectionFailure';
import { documentedTenantId, documentedToken, selfSignedCertificate, startServer } from '../server/index';
import { apiFailure } from './apiFailure';
import { imageSource, onePage, onlyToken } from './imageSource';
import { startRawServer } from './rawServer';
import { trusting } from './trustFiles';

/** As a firewall that forgets connections: what comes in on those that were made before is thrown away, unanswered. */
async function startForgetfulRelay(port: number) {
  const sockets: { readonly near: Socket; readonly far: Socket }[] = [];
  const relay: NetServer = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
    sockets.push({ near, far });
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  return {
    port: (relay.address() as AddressInfo).port,
    sockets,
    forget: () => {
      for (const { near, far } of sockets) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.destroy();
      }
    },
    close: async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => relay.close(() => resolve()));
      for (const { near, far } of sockets) [near, far].forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

describe('a connection that nobody uses', () => {
  const { options } = https.globalAgent as Agent & { readonly options: AgentOptions };
  const { timeout } = options;
  beforeEach(() => {
    options.timeout = 100;
  });
  afterEach(() => {
    options.timeout = timeout;
  });

  it('is closed after 5 seconds, for plain http as well', () => {
    const plain = http.globalAgent as http.Agent & { readonly options: http.AgentOptions };
    assert.deepEqual([timeout, plain.options.timeout], [5000, 5000]);
  });

  it('is closed in time, so that after a silent drop the next request takes a new one', async () => {
    const certificate = await selfSignedCertificate();
    const api = await startServer({ certificate });
    const relay = await startForgetfulRelay(Number(new URL(api.origin).port));
    try {
      const base = `https://127.0.0.1:${relay.port}/v2/${documentedTenantId}`;
      const options = { trust: trusting(certificate), tokens: onlyToken(documentedToken), timeout: () => 5 };
      const images = imageSource(base, options);
      for (let count = 0; count < 2; count++) await onePage(images, { limit: 1 });
      assert.equal(relay.sockets.length, 1);
      const closed = Promise.all(relay.sockets.map(({ near }) => once(near, 'end')));
      relay.forget();
      await closed;
      assert.equal((await onePage(images, { limit: 10 })).images.length, 5);
      assert.equal(relay.sockets.length, 2);
    } finally {
      await relay.close();
      await api.close();
    }
  });
});

describe('a server that there is no connection to', () => {
  const failing = async (origin: string) => {
    const { kind, details } = await apiFailure(onePage(imageSource(`${origin}/v2/t`), { limit: 1 }));
    return [kind, details.code];
  };

  it('is unreachable where nobody knows its name, or nobody listens', async () => {
    const [kind, code = ''] = await failing('https://compute.invalid');
    assert.equal(kind, 'unreachable');
    assert.match(code, /^(ENOTFOUND|EAI_AGAIN)$/);
    const gone = await startRawServer();
    await gone.close();
    assert.deepEqual(await failing(gone.origin), ['unreachable', 'ECONNREFUSED']);
  });

  it('speaks plain http where https was asked for', async () => {
    const plain = await startRawServer();
    try {
      const secure = plain.origin.replace('http:', 'https:');
      assert.deepEqual(await failing(secure), ['notTls', 'ERR_SSL_WRONG_VERSION_NUMBER']);
    } finally {
      await plain.close();
    }
  });

  it('has versions of TLS only that are not safe', async () => {
    const { key, cert } = await selfSignedCertificate();
    const versions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const old = https.createServer({ key, cert, ...versions });
    await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = old.address() as AddressInfo;
      assert.deepEqual(await failing(`https://127.0.0.1:${port}`), [
        'tlsVersion',
        'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      ]);
    } finally {
      old.close();
    }
  });

  it('wants a client certificate where nginx says so in its answer', async () => {
    const body =
      '<center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center>';
    const nginx = await startRawServer((_, response) => response.writeHead(400).end(body));
    try {
      assert.equal((await failing(nginx.origin))[0], 'wantsClientCertificate');
    } finally {
      await nginx.close();
    }
  });
});

describe('what a TLS library says of a connection', () => {
  it('is understood in the words of OpenSSL and of BoringSSL', () => {
    const boring = (name: string) =>
      `write EPROTO 1:error:1000045c:SSL routines:OPENSSL_internal:${name}:../x`;
    for (const [code, message, kind] of [
      [
        'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
        'tlsv13 alert certificate required',
        'wantsClientCertificate',
      ],
      ['EPROTO', boring('TLSV1_CERTIFICATE_REQUIRED'), 'wantsClientCertificate'],
      ['EPROTO', boring('TLSV1_ALERT_UNKNOWN_CA'), 'wantsClientCertificate'],
      ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', '', 'wantsClientCertificate'],
      ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', '', 'wantsClientCertificate'],
      ['EPROTO', boring('SSLV3_ALERT_HANDSHAKE_FAILURE'), 'tlsRefused'],
      [
        'EPROTO',
        'error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:../x',
        'tlsRefused',
      ],
      ['EPROTO', boring('WRONG_VERSION_NUMBER'), 'notTls'],
      ['EPROTO', boring('HTTP_REQUEST'), 'notTls'],
      ['EPROTO', boring('UNSUPPORTED_PROTOCOL'), 'tlsVersion'],
      ['CERT_HAS_EXPIRED', 'certificate has expired', 'certificate'],
      ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer certificate', 'certificate'],
      ['ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames", 'certificate'],
      ['Error', 'Failed to establish a socket connection to proxies: PROXY p:1', 'proxyUnreachable'],
      ['ETIMEDOUT', 'connect ETIMEDOUT 192.0.2.1:443', 'unreachable'],
    ] as const) {
      assert.equal(connectionFailure(code, message)[0], kind, `${code} ${message}`);
    }
    assert.equal(
      connectionFailure('EPROTO', boring('UNSUPPORTED_PROTOCOL'))[1].code,
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
    );
  });
});
