import { after, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readPasted } from '../../src/api/pasted/readPasted';
import { ApiError } from '../../src/api/apiError';
import { readImagesEndpoint } from '../../src/api/images/imagesEndpoint';
import { connect, proveAddress } from '../../src/auth/connect';
import {
  demoUser,
  documentedTenantId,
  documentedToken,
  startServer,
  type Fault,
  type LoggedRequest,
  type Server,
} from '../server/index';
import { clientsFor } from './accountParts';
import { generateCommand } from './curlCommands';
import { ANSWERS, COMMANDS, FILES, IDS, OUTPUTS } from './pastedForms';

const nobody = new AbortController().signal;
const clients = clientsFor();

/** Another server that would be glad of a secret: it redirects nowhere, and knows nobody. */
let stranger: Server;
let api: Server;

describe('Tokens and passwords', () => {
  before(async () => {
    [api, stranger] = await Promise.all([startServer({ regions: ['tyo1'] }), startServer()]);
  });
  beforeEach(() => {
    api.clearRequests();
    stranger.clearRequests();
    api.faults.clear();
  });
  after(() => Promise.all([api.close(), stranger.close()]));

  const credential = {
    kind: 'password' as const,
    user: { name: demoUser.name, domainId: 'default' },
    password: demoUser.password,
    project: { id: documentedTenantId },
  };
  const signIn = (version: 'v2.0' | 'v3') =>
    connect(clients, { identity: `${api.origin}/${version}`, credentials: [credential] }, {}, nobody);
  /** An address below which the API takes whatever it is asked for as one of its own. */
  const discover = () => connect(clients, { identity: api.origin, credentials: [credential] }, {}, nobody);

  const MISLEADING: readonly Fault[] = [
    ...([301, 302, 303, 307, 308] as const).flatMap((status) =>
      (['versions', 'token', 'list', 'any'] as const).map((on): Fault => ({
        do: 'redirect',
        to: 'STRANGER',
        status,
        on,
      })),
    ),
    ...(['versions', 'token', 'list'] as const).map((on): Fault => ({
      do: 'wrongShape',
      on,
      body: {
        versions: [{ id: 'v3', status: 'stable', links: [{ rel: 'self', href: 'STRANGER/v3' }] }],
        images_links: [{ rel: 'next', href: 'STRANGER/v2/t/images/detail?marker=x' }],
        images: [],
      },
    })),
    { do: 'wrongLinks', to: 'otherPort' },
  ];

  for (const [index, fault] of MISLEADING.entries()) {
    it(`go to no other server, however theirs misleads: ${index} ${fault.do} at ${String(fault.on ?? 'list')}`, async () => {
      api.faults.add(JSON.parse(JSON.stringify(fault).replaceAll('STRANGER', stranger.origin)) as Fault);
      for (const attempt of [() => signIn('v2.0'), () => signIn('v3'), discover]) {
        await attempt().catch((error: unknown) => {
          if (!(error instanceof ApiError)) throw error;
        });
      }
      assert.ok(api.requests.length > 0);
      assert.deepEqual(secretsAt(stranger), []);
    });
  }

  it('go with a pasted text to the server that the text is for, and to no other that it names', async () => {
    const texts = [
      ...Array.from({ length: 200 }, (_, seed) => generateCommand(`home ${seed}`).text),
      ...[...ANSWERS, ...OUTPUTS, ...IDS, ...FILES, ...COMMANDS].map(({ text }) => text),
    ];
    let asked = 0;
    for (const text of texts.map(toServers)) {
      const pasted = readPasted(text);
      if (pasted === undefined || 'problem' in pasted || pasted.kind !== 'curl') continue;
      const { address, token } = pasted.request;
      if (token.kind !== 'given') continue;
      const endpoint = readImagesEndpoint(address);
      if (typeof endpoint === 'string') continue;
      asked++;
      await proveAddress(clients, endpoint, { token: token.text }, nobody);
    }
    assert.ok(asked > 50, `${asked} commands with a token`);
    assert.ok(api.requests.length > 50);
    assert.deepEqual(secretsAt(stranger), []);
  });

  /** The servers of the texts become the API, and all others that stand in them the stranger. */
  function toServers(text: string): string {
    return text
      .replace(
        /https?:\/+(?:compute\.tyo1\.conoha\.io|10\.0\.0\.7:8774|\[::1\]:8774|compute\.example)/gi,
        api.origin,
      )
      .replace(/https:\/\/decoy\d*\.example/g, stranger.origin);
  }
});

/** What a server was sent that it should not have been. */
function secretsAt({ requests }: Server): readonly string[] {
  return requests.filter(holdsSecret).map(({ method, url }) => `${method} ${url}`);
}

function holdsSecret({ headers, url, body }: LoggedRequest): boolean {
  const sent = `${url}\n${JSON.stringify(headers)}\n${body}`;
  return (
    'x-auth-token' in headers || [demoUser.password, documentedToken].some((secret) => sent.includes(secret))
  );
}
