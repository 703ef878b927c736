import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { obtainToken } from '../../src/auth/connect';
import { withTrialTokens } from '../../src/auth/trialTokens';
import { until } from '../hosts/until';
import { accountsFor, clientsFor } from './accountParts';
import { apiFailure } from './apiFailure';
import { memoryVault } from './memory';
import { startRawServer, type RawServer } from './rawServer';

const nobody = new AbortController().signal;
const credential = {
  kind: 'password',
  user: { name: 'u', domainId: 'default' },
  password: 'p',
  project: { id: 'c0ffee' },
} as const;

describe('a token that is issued without a project', () => {
  let server: RawServer;
  let identity: string;
  beforeEach(async () => {
    server = await startRawServer((request, response) => {
      if (request.url === '/v3') response.end('{"version": {"id": "v3.14"}}');
      else if (request.method === 'DELETE') response.writeHead(204).end();
      else response.writeHead(201, { 'X-Subject-Token': 'unscoped' }).end('{"token": {"methods": []}}');
    });
    identity = `${server.origin}/v3`;
  });
  afterEach(() => server.close());

  const revoked = () =>
    until(
      () =>
        server.requests.some(
          ({ method, headers }) => method === 'DELETE' && headers['x-subject-token'] === 'unscoped',
        ),
      'the token that is revoked',
    );

  it('is none to sign in with: that is told, and the token is revoked', async () => {
    const failure = await apiFailure(
      withTrialTokens(clientsFor(), nobody, ({ clients }) =>
        obtainToken(clients, { identity, credentials: [credential] }, nobody),
      ),
    );
    assert.deepEqual([failure.kind, failure.details.service], ['noProject', 'identity']);
    await revoked();
  });

  it('takes the place of no other: that is told, it is revoked, and what was stored stays', async () => {
    const vault = memoryVault();
    const accounts = accountsFor({ vault });
    const { kind, user, project } = credential;
    const who = { kind, user, project };
    const account = await accounts.signIn({
      base: `${server.origin}/image/v2`,
      service: 'image',
      tenant: 'c0ffee',
      label: 'image',
      method: { kind: 'password', identity, version: 'v3', who },
      secret: { token: 'scoped', renewal: { identity, credential } },
    });
    const stored = await vault.read(account.id);
    const failure = await apiFailure(accounts.tokens(account).replacement('scoped', nobody));
    assert.equal(failure.kind, 'noProject');
    await revoked();
    assert.deepEqual(await vault.read(account.id), stored);
    accounts.dispose();
  });
});
