import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type ApiErrorKind } from '../../src/api/apiError';
import { Canceled } from '../../src/base/canceled';
import { send, type HttpRequest } from '../../src/api/http/http';
import { selfSignedCertificate, startServer, type Fault, type Server } from '../server/index';
import { apiFailure, everythingIn } from './apiFailure';
import { TOKEN } from './imageSource';
import { startRawServer, type RawServer } from './rawServer';
import { trusting } from './trustFiles';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';

function request(url: string, other: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url: new URL(url),
    headers: { 'X-Auth-Token': TOKEN },
    secrets: [TOKEN],
    timeout: 10,
    signal: new AbortController().signal,
    ...other,
  };
}

describe('a request', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 20 }] });
  });
  afterEach(() => api.close());

  const ask = (other: Partial<HttpRequest> = {}, query = '') =>
    send(request(`${api.endpoint(TENANT)}/images/detail${query}`, other));
  const failing = (fault: Fault, other: Partial<HttpRequest> = {}) => {
    api.faults.add(fault);
    return apiFailure(ask(other));
  };
  const until = (outcome: string) => api.untilRequests((all) => all.at(-1)?.outcome === outcome);

  it('is answered with the status, the text, the request id and the time of the server', async () => {
    api.clock.set(Date.UTC(2026, 10, 23, 1, 2, 3));
    const answer = await ask();
    assert.equal(answer.status, 200);
    assert.equal((JSON.parse(answer.body) as { images: unknown[] }).images.length, 20);
    assert.equal(answer.requestId, api.requests[0]?.requestId);
    assert.equal(answer.serverTime, Date.UTC(2026, 10, 23, 1, 2, 3));
    assert.equal(answer.header('Content-Type'), 'application/json');
    assert.equal(answer.header('X-Subject-Token'), undefined);
  });

  it('sends method, headers and body as they were given', async () => {
    await apiFailure(
      send(
        request(`${api.origin}/v3/auth/tokens`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{"auth": {}}',
        }),
      ),
    );
    const [sent] = api.requests;
    assert.equal(sent?.method, 'POST');
    assert.equal(sent.body, '{"auth": {}}');
    assert.equal(sent.headers['content-type'], 'application/json');
    assert.equal(sent.headers.accept, 'application/json');
    assert.equal(sent.headers['x-auth-token'], undefined);
  });

  describe('that is refused', () => {
    const kinds: readonly (readonly [number, ApiErrorKind])[] = [
      [400, 'badRequest'],
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [404, 'notFound'],
      [405, 'badRequest'],
      [407, 'proxyWantsAuth'],
      [409, 'badRequest'],
      [413, 'rateLimited'],
      [429, 'rateLimited'],
      [500, 'server'],
      [502, 'server'],
      [503, 'server'],
      [504, 'server'],
    ];
    for (const [status, kind] of kinds) {
      it(`with ${status} fails as ${kind}, with status, message, host and request id`, async () => {
        const { kind: seen, details } = await failing({ do: 'status', status });
        assert.equal(seen, kind);
        assert.equal(details.status, status);
        assert.equal(details.host, new URL(api.origin).host);
        assert.equal(details.requestId, api.requests[0]?.requestId);
        assert.match(details.serverMessage ?? '', /\w+ \w+/);
        assert.doesNotMatch(details.serverMessage ?? '', /[<>{}]|&\w+;/);
      });
    }

    it("repeats the server's message unescaped", async () => {
      const { details } = await apiFailure(ask({}, '?changes-since=yesterday'));
      assert.equal(
        details.serverMessage,
        'HTTP 400 Bad Request: Bad "updated_at" query filter format. Use ISO 8601 DateTime notation.',
      );
    });

    it('repeats what an HTML page says, without its markup', async () => {
      const { details } = await failing({ do: 'status', status: 503 });
      assert.match(details.serverMessage ?? '', /The Keystone service is temporarily unavailable\.$/);
    });

    it('is told to be refused for its token in each of the forms that servers use', async () => {
      for (const as of ['error', 'unauthorized', 'text', 'html'] as const) {
        api.faults.clear();
        const { kind, details } = await failing({ do: 'unauthorized', as });
        assert.equal(kind, 'unauthorized', as);
        assert.match(details.serverMessage ?? '', /authenti|token|authorized/i, as);
      }
    });

    it('as malformed is no images service, however the server puts it in HTML', async () => {
      const { kind, details } = await apiFailure(send(request(`${api.origin}/v2/${TENANT}/nothing/here`)));
      assert.equal(kind, 'notFound');
      assert.match(details.serverMessage ?? '', /The resource could not be found\.$/);
    });

    it('tells how long to wait, from seconds and from a date, rounded up', async () => {
      const cases: readonly (readonly [string | number, number | undefined])[] = [
        [7, 7],
        ['0', 0],
        ['1.5', 2],
        [new Date(Date.now() - 60_000).toUTCString(), 0],
        ['soon', undefined],
        // Thirty days, and what no number holds, are as good as a day.
        [30 * 86_400, 86_400],
        ['9'.repeat(400), 86_400],
        [new Date(Date.now() + 30 * 86_400_000).toUTCString(), 86_400],
      ];
      for (const [retryAfter, seconds] of cases) {
        api.faults.clear();
        const { details } = await failing({ do: 'status', status: 429, retryAfter });
        assert.equal(details.retryAfter, seconds, String(retryAfter));
      }
      api.faults.clear();
      const retryAfter = new Date(Date.now() + 60_000).toUTCString();
      const { details } = await failing({ do: 'status', status: 413, retryAfter });
      assert.ok(details.retryAfter !== undefined && details.retryAfter > 50 && details.retryAfter <= 60);
    });

    it('reads a page of endless markup in no time', async () => {
      const hostile = await startRawServer((_, response) => {
        response.writeHead(500, { 'Content-Type': 'text/html' });
        response.end('<html>' + '<script'.repeat(800_000));
      });
      const { kind } = await apiFailure(send(request(hostile.origin, { timeout: 5 })));
      assert.equal(kind, 'server');
      await hostile.close();
    });
  });

  describe('that is redirected', () => {
    let elsewhere: RawServer;
    beforeEach(async () => {
      elsewhere = await startRawServer();
    });
    afterEach(() => elsewhere.close());

    for (const status of [301, 302, 303, 307, 308] as const) {
      it(`with ${status} goes nowhere else and names the target`, async () => {
        const { kind, details } = await failing({ do: 'redirect', to: elsewhere.origin, status });
        assert.equal(kind, 'redirect');
        assert.equal(details.status, status);
        assert.equal(details.location, `${elsewhere.origin}/v2/${TENANT}/images/detail`);
        assert.equal(elsewhere.requests.length, 0);
        assert.equal(api.requests.length, 1);
      });
    }

    it('names the target without query, user and password', async () => {
      const to = `http://user:${TOKEN}@127.0.0.1:9/login?token=${TOKEN}#${TOKEN}`;
      const { details } = await failing({ do: 'redirect', to });
      assert.equal(details.location, 'http://127.0.0.1:9/login');
    });

    it('to a path names the whole address, and to nothing names none', async () => {
      const near = await startRawServer((incoming, response) => {
        response.writeHead(302, incoming.url === '/nothing' ? {} : { Location: '/v2.1/' });
        response.end();
      });
      assert.equal((await apiFailure(send(request(near.origin)))).details.location, `${near.origin}/v2.1/`);
      const { kind, details } = await apiFailure(send(request(`${near.origin}/nothing`)));
      assert.equal(kind, 'redirect');
      assert.equal(details.location, undefined);
      await near.close();
    });

    it('to one of several versions is no images endpoint', async () => {
      assert.equal((await failing({ do: 'status', status: 300 })).kind, 'notImages');
    });
  });

  describe('that takes too long', () => {
    it('fails as timeout when there is no answer, and closes the connection', async () => {
      const { kind, details } = await failing({ do: 'hang' }, { timeout: 0.2 });
      assert.equal(kind, 'timeout');
      assert.equal(details.seconds, 0.2);
      await until('abandoned');
    });

    it('fails as timeout when the body trickles on and on', async () => {
      const trickle: Fault = { do: 'trickle', bytes: 16, everyMillis: 50 };
      assert.equal((await failing(trickle, { timeout: 0.3 })).kind, 'timeout');
      await until('abandoned');
    });

    it('fails as timeout when the body of an error trickles on and on', async () => {
      api.faults.add({ do: 'trickle', bytes: 1, everyMillis: 50 });
      assert.equal((await failing({ do: 'status', status: 500 }, { timeout: 0.3 })).kind, 'timeout');
      await until('abandoned');
    });

    it('goes well when a slow body is whole in time', async () => {
      api.faults.add({ do: 'trickle', bytes: 4096, everyMillis: 5 });
      assert.equal((await ask()).status, 200);
    });
  });

  describe('that is called off', () => {
    const canceled = async (work: Promise<unknown>, controller: AbortController) => {
      controller.abort();
      await assert.rejects(work, Canceled);
    };

    it('before it began, is never sent', async () => {
      await assert.rejects(ask({ signal: AbortSignal.abort() }), Canceled);
      assert.equal(api.requests.length, 0);
    });

    it('while it waits, closes the connection', async () => {
      api.faults.add({ do: 'hang' });
      const controller = new AbortController();
      const work = ask({ signal: controller.signal });
      await api.untilRequests((all) => all.length === 1);
      await canceled(work, controller);
      await until('abandoned');
    });

    it('while its body comes in, closes the connection', async () => {
      let closed: Promise<unknown> = Promise.resolve();
      const slow = await startRawServer((_, response) => {
        closed = once(response, 'close');
        response.write('{"images": [');
      });
      const controller = new AbortController();
      const begun = new Promise((resolve) => subscribe('http.client.response.finish', resolve));
      const work = send(request(slow.origin, { signal: controller.signal }));
      await begun;
      await canceled(work, controller);
      await closed;
      await slow.close();
    });
  });

  describe('whose connection fails', () => {
    it('in the middle of the body is interrupted', async () => {
      assert.equal((await failing({ do: 'cutOff' })).kind, 'interrupted');
    });

    it('in the middle of an uncompressed body is interrupted too', async () => {
      const headers = { 'X-Auth-Token': TOKEN, 'Accept-Encoding': 'identity' };
      assert.equal((await failing({ do: 'cutOff' }, { headers })).kind, 'interrupted');
    });

    it('before the answer is tried once more', async () => {
      api.faults.add({ do: 'disconnect', times: 1 });
      assert.equal((await ask()).status, 200);
      assert.equal(api.requests.length, 2);
    });

    it('before the answer twice is unreachable', async () => {
      const { kind, details } = await failing({ do: 'disconnect' });
      assert.equal(kind, 'unreachable');
      assert.equal(details.code, 'ECONNRESET');
      assert.equal(api.requests.length, 2);
    });

    it('at a port where nobody listens is unreachable', async () => {
      const gone = await startRawServer();
      await gone.close();
      const { kind, details } = await apiFailure(send(request(gone.origin)));
      assert.equal(kind, 'unreachable');
      assert.equal(details.code, 'ECONNREFUSED');
      assert.equal(details.host, new URL(gone.origin).host);
    });

    it('is kept for the next request', async () => {
      let connections = 0;
      const http = createServer((_, response) => response.end('{}'));
      http.on('connection', () => connections++);
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
      for (let count = 0; count < 5; count++) await send(request(url));
      assert.equal(connections, 1);
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    });
  });

  describe('with a large answer', () => {
    const plain = { 'X-Auth-Token': TOKEN, 'Accept-Encoding': 'identity' };

    it('is read up to 64 MiB', async () => {
      api.faults.add({ do: 'huge', mebibytes: 63 });
      assert.ok((await ask()).body.length > 63 * 1024 * 1024);
    });

    it('is given up beyond 64 MiB', async () => {
      assert.equal((await failing({ do: 'huge', mebibytes: 1024 }, { headers: plain })).kind, 'tooLarge');
      await until('abandoned');
    });

    it('is given up beyond 64 MiB decoded, however little comes over the wire', async () => {
      assert.equal((await failing({ do: 'huge', mebibytes: 4096 })).kind, 'tooLarge');
      await until('abandoned');
    });

    it('is given up beyond 64 MiB when it is an error too', async () => {
      api.faults.add({ do: 'status', status: 500 });
      assert.equal((await failing({ do: 'huge', mebibytes: 1024 })).kind, 'tooLarge');
    });
  });

  describe('over TLS', () => {
    const day = 86_400_000;

    it('is not sent to a server whose certificate is not trusted', async () => {
      const secure = await startServer({ certificate: await selfSignedCertificate() });
      const { kind, details } = await apiFailure(send(request(secure.origin)));
      assert.equal(kind, 'certificate');
      assert.equal(details.code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
      assert.equal(secure.requests.length, 0);
      await secure.close();
    });

    it('is not sent to a server whose certificate has expired', async () => {
      const certificate = await selfSignedCertificate({ from: Date.now() - 2 * day, to: Date.now() - day });
      const secure = await startServer({ certificate });
      const trust = trusting(certificate);
      const { kind, details } = await apiFailure(send(request(secure.origin, { trust })));
      assert.equal(kind, 'certificate');
      assert.equal(details.code, 'CERT_HAS_EXPIRED');
      assert.equal(secure.requests.length, 0);
      await secure.close();
    });

    it('is sent to a server whose authority is trusted', async () => {
      const certificate = await selfSignedCertificate();
      const secure = await startServer({
        certificate,
        tenants: [{ id: TENANT, token: TOKEN, images: 'documented' }],
      });
      const trust = trusting(certificate);
      const answer = await send(request(`${secure.endpoint(TENANT)}/images/detail`, { trust }));
      assert.equal(answer.status, 200);
      await secure.close();
    });

    it('to a server that speaks plain http fails for that, not for its certificate', async () => {
      const { kind, details } = await apiFailure(send(request(api.origin.replace('http:', 'https:'))));
      assert.deepEqual([kind, details.code], ['notTls', 'ERR_SSL_WRONG_VERSION_NUMBER']);
      assert.equal(api.requests.length, 0);
    });
  });

  describe('whose secret the server repeats', () => {
    const leaks = async (work: Promise<unknown>, secret = TOKEN) => {
      const error = await apiFailure(work);
      const text = everythingIn(error).toLowerCase();
      for (let length = secret.length; length >= 16; length--) {
        assert.ok(!text.includes(secret.slice(0, length).toLowerCase()), `${length} characters are told`);
        assert.ok(!text.includes(secret.slice(-length).toLowerCase()), `${length} characters are told`);
      }
      return error;
    };

    it('in its message, keeps it to itself', async () => {
      api.faults.add({ do: 'status', status: 403, message: `Token ${TOKEN} is <b>bad</b>; twice ${TOKEN}.` });
      const { details } = await leaks(ask());
      assert.match(details.serverMessage ?? '', /^Token •+ is <b>bad<\/b>; twice •+\.$/);
    });

    it('in an HTML page, keeps it to itself', async () => {
      api.faults.add({ do: 'status', status: 503, message: `The token "${TOKEN}" could not be verified.` });
      await leaks(ask());
    });

    it('where a long message is cut, keeps all parts of it to itself', async () => {
      for (const before of [330, 400, 480, 499]) {
        api.faults.clear();
        api.faults.add({ do: 'status', status: 403, message: `${'x '.repeat(before / 2)}${TOKEN}` });
        const { details } = await leaks(ask());
        assert.ok((details.serverMessage ?? '').length <= 500);
      }
    });

    it('in the target of a redirect, keeps it to itself', async () => {
      for (const path of [TOKEN, encodeURIComponent(TOKEN), `a/${TOKEN}/b`]) {
        api.faults.clear();
        api.faults.add({ do: 'redirect', to: `http://127.0.0.1:9/${path}` });
        const { kind } = await leaks(ask());
        assert.equal(kind, 'redirect');
      }
    });

    it('in a request id, keeps it to itself', async () => {
      const echo = await startRawServer((incoming, response) => {
        response.writeHead(400, {
          'x-openstack-request-id': `req-${String(incoming.headers['x-auth-token'])}`,
        });
        response.end('no');
      });
      await leaks(send(request(echo.origin)));
      await echo.close();
    });

    it('escaped as JSON or as an address, keeps it to itself', async () => {
      const password = 'pa"ss\\wörd&<long enough to be looked for>';
      for (const form of [JSON.stringify({ detail: password }), encodeURIComponent(password), password]) {
        const echo = await startRawServer((_, response) => {
          response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
          response.end(`You sent ${form}`);
        });
        const { details } = await leaks(send(request(echo.origin, { secrets: [password] })), password);
        assert.match(details.serverMessage ?? '', /•/);
        await echo.close();
      }
    });
  });

  describe('of which none can be made', () => {
    it('names the client’s reason, and no part of the token', async () => {
      for (const token of ['トークン-with-a-tail', `line\nend-${TOKEN}`, `\u0000${TOKEN}`]) {
        const failure = await apiFailure(ask({ headers: { 'X-Auth-Token': token }, secrets: [token] }));
        assert.deepEqual([failure.kind, failure.details.code], ['notSendable', 'ERR_INVALID_CHAR']);
        assert.ok(!everythingIn(failure).includes(token.slice(-8)));
      }
      assert.equal(api.requests.length, 0);
    });

    it('by a server, for a token longer than servers read, is refused without it', async () => {
      const token = '0123456789abcdef'.repeat(2048);
      const failure = await apiFailure(ask({ headers: { 'X-Auth-Token': token }, secrets: [token] }));
      assert.equal(failure.details.status, 431);
      assert.ok(!everythingIn(failure).includes('0123456789abcdef'));
    });

    it('by a server that repeats a token of any length, is told without it', async () => {
      const echo = await startRawServer((incoming, response) => {
        response.writeHead(400, { 'Content-Type': 'text/plain' });
        response.end(`You sent ${String(incoming.headers['x-auth-token']).toUpperCase()}.`);
      });
      const token = '0123456789abcdef'.repeat(900);
      const sent = request(echo.origin, { headers: { 'X-Auth-Token': token }, secrets: [token] });
      assert.equal((await apiFailure(send(sent))).details.serverMessage, 'You sent •••.');
      await echo.close();
    });
  });

  it('by a server that repeats a short secret, is told without its words, and with the ID for support', async () => {
    const id = 'req-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';
    for (const [sent, told] of [
      [id, id],
      ['you sent a1b', undefined],
    ] as const) {
      const echo = await startRawServer((_, response) => {
        response.writeHead(401, { 'X-OpenStack-Request-Id': sent });
        response.end('The password a1b is wrong.');
      });
      const { details } = await apiFailure(send(request(echo.origin, { secrets: ['a1b'] })));
      assert.deepEqual([details.serverMessage, details.requestId], [undefined, told]);
      await echo.close();
    }
  });

  it('throws nothing but its own two errors, whatever comes back', async () => {
    const faults: readonly Fault[] = [
      { do: 'disconnect' },
      { do: 'cutOff' },
      { do: 'status', status: 418 },
      { do: 'redirect', to: 'https://None/' },
      { do: 'huge', mebibytes: 70 },
    ];
    for (const fault of faults) {
      api.faults.clear();
      api.faults.add(fault);
      await assert.rejects(ask(), (error) => error instanceof ApiError && !('cause' in error));
    }
  });
});
