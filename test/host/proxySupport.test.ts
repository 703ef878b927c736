import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationTarget, workspace } from 'vscode';
import type { Trust } from '../../src/api/http/trust';
import { connect } from '../../src/auth/connect';
import {
  demoUser,
  documentedTenantId,
  selfSignedCertificate,
  startServer,
  type Certificate,
  type Server,
} from '../server/index';
import { clientsFor } from '../unit/accountParts';
import { ConnectProxy } from './connectProxy';
import { describeInNewest } from './newest';

/** An address of this machine that is not the one which the editor keeps from every proxy. */
const ADDRESS = '127.0.0.2';

describeInNewest('The proxy of the editor', () => {
  let server: Certificate;
  let client: Certificate;
  let folder: string;
  let api: Server;
  let proxy: ConnectProxy;
  before(async () => {
    [server, client] = await Promise.all([selfSignedCertificate(), selfSignedCertificate()]);
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-proxy-'));
    await writeFile(join(folder, 'authority.pem'), server.cert);
    await writeFile(join(folder, 'client.pem'), `${client.cert}\n${client.key}`);
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    const tls = { requestCert: true, ca: client.cert };
    api = await startServer({ address: ADDRESS, certificate: server, tls, regions: ['tyo1'] });
    proxy = new ConnectProxy();
    await set('proxy', await proxy.listen());
  });
  afterEach(async () => {
    await set('proxySupport', undefined);
    await set('proxy', undefined);
    await proxy.close();
    await api.close();
  });

  const set = (name: string, value: string | undefined) =>
    workspace.getConfiguration('http').update(name, value, ConfigurationTarget.Global);
  const signIn = (trust: Trust) =>
    connect(
      clientsFor(),
      {
        identity: `${api.origin}/v3`,
        credentials: [
          {
            kind: 'password',
            user: { name: demoUser.name, domainId: 'default' },
            password: demoUser.password,
            project: { id: documentedTenantId },
          },
        ],
        trust,
      },
      {},
      new AbortController().signal,
    );

  for (const [mode, goesThrough] of [
    ['off', false],
    ['on', true],
    ['override', true],
  ] as const) {
    it(`lets certificate and authority of an account count, and reads no secret: proxySupport ${mode}`, async () => {
      await set('proxySupport', mode);
      const cacert = join(folder, 'authority.pem');
      const file = join(folder, 'client.pem');
      const clientCertificate = { cert: file, key: file };

      await assert.rejects(signIn({ cacert }));
      await assert.rejects(signIn({ clientCertificate }));
      assert.equal(api.requests.length, 0, 'nothing arrives without certificate or authority');

      const { place, obtained } = await signIn({ cacert, clientCertificate });
      assert.deepEqual(place, { base: api.imageEndpoint(documentedTenantId), service: 'image' });
      assert.equal(api.requests.at(-1)?.headers['x-auth-token'], obtained.token);
      assert.equal(proxy.tunnels.length > 0, goesThrough, proxy.tunnels.join());
      assert.deepEqual(new Set(proxy.tunnels), new Set(goesThrough ? [new URL(api.origin).host] : []));
      for (const secret of [obtained.token, demoUser.password]) assert.ok(!proxy.heard.includes(secret));
    });
  }
});
