import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { get as httpGet } from 'node:http';
import {
  documentedResponse,
  documentedTenantId,
  documentedToken,
  oddities,
  startServer,
  type Fault,
  type ImageJson,
  type Server,
} from '../server/index';

interface ListBody {
  readonly images: readonly ImageJson[];
  readonly images_links?: readonly { readonly href: string }[];
}

const documentedIds = documentedResponse.images.map(({ id }) => id);

describe('the simulated API, told to misbehave', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  const ask = (query = '', init: RequestInit = {}) =>
    fetch(`${api.endpoint(documentedTenantId)}/images/detail${query}`, {
      headers: { 'X-Auth-Token': documentedToken },
      redirect: 'manual',
      ...init,
    });
  const list = async (query = '') => (await (await ask(query)).json()) as ListBody;
  const ids = async (query = '') => (await list(query)).images.map(({ id }) => id);
  const once = (fault: Fault) => api.faults.add({ ...fault, times: 1 });

  it('affects the nth request as often as told, and no other kind or tenant', async () => {
    const fault = api.faults.add({ do: 'status', status: 500, nth: 2, times: 2 });
    api.faults.add({ do: 'status', status: 418, on: 'image' });
    api.faults.add({ do: 'status', status: 418, tenant: 'ffff' });
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await ask()).status);
    assert.deepEqual(statuses, [200, 500, 500, 200]);
    assert.equal(fault.hits, 2);
  });

  it('behaves again once the fault is removed', async () => {
    const fault = api.faults.add({ do: 'status', status: 500 });
    assert.equal((await ask()).status, 500);
    fault.remove();
    assert.equal((await ask()).status, 200);
  });

  it('answers errors in the forms of the services', async () => {
    const bodies: Readonly<Record<number, RegExp>> = {
      400: /^\{"badRequest":\{"code":400/,
      403: /^\{"forbidden":\{"code":403/,
      404: /^\{"itemNotFound":\{"code":404/,
      413: /^\{"overLimit":.*"retryAfter":"7"/,
      429: /^\{"overLimit":.*"retryAfter":"7"/,
      500: /^\{"computeFault":\{"code":500/,
      503: /^<html>[\s\S]*The Keystone service is temporarily unavailable/,
    };
    for (const [status, body] of Object.entries(bodies)) {
      once({ do: 'status', status: Number(status), retryAfter: 7 });
      const response = await ask();
      assert.equal(response.status, Number(status));
      assert.equal(response.headers.get('Retry-After'), '7');
      assert.match(await response.text(), body);
    }
  });

  it('refuses tokens in the four forms that are met', async () => {
    const bodies = {
      error: /^\{"error":\{"code":401/,
      unauthorized: /^\{"unauthorized":\{"code":401/,
      text: /^Authentication required$/,
      html: /^<html>[\s\S]*<h1>401 Unauthorized/,
    } as const;
    for (const as of ['error', 'unauthorized', 'text', 'html'] as const) {
      once({ do: 'unauthorized', as });
      const response = await ask();
      assert.equal(response.status, 401);
      assert.match(await response.text(), bodies[as]);
    }
  });

  it('holds a request until the fault is removed, then answers it', async () => {
    const fault = api.faults.add({ do: 'hang' });
    const answer = ask();
    await api.untilRequests((requests) => requests.length === 1);
    assert.equal(api.requests[0]?.outcome, 'pending');
    fault.remove();
    assert.equal((await answer).status, 200);
  });

  it('breaks off held requests when it is closed', async () => {
    api.faults.add({ do: 'hang' });
    const answer = assert.rejects(ask());
    await api.untilRequests((requests) => requests.length === 1);
    await api.close();
    await answer;
    api = await startServer();
  });

  it('answers late', async () => {
    once({ do: 'delay', millis: 60 });
    await ask();
    await api.untilRequests(([request]) => request?.outcome === 'answered');
    assert.ok((api.requests[0]?.millis ?? 0) >= 59);
  });

  it('closes the connection without an answer, or in the middle of the body', async () => {
    once({ do: 'disconnect' });
    await assert.rejects(ask());
    once({ do: 'cutOff' });
    const response = await ask();
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
    await api.untilRequests((requests) => requests.every(({ outcome }) => outcome === 'cut'));
  });

  it('lets the body trickle', async () => {
    once({ do: 'trickle', bytes: 100, everyMillis: 1 });
    const chunks = await new Promise<Buffer[]>((resolve, reject) => {
      const url = `${api.endpoint(documentedTenantId)}/images/detail?limit=1`;
      httpGet(url, { headers: { 'X-Auth-Token': documentedToken } }, (response) => {
        const received: Buffer[] = [];
        response.on('data', (chunk: Buffer) => received.push(chunk));
        response.on('end', () => resolve(received));
        response.on('error', reject);
      }).on('error', reject);
    });
    assert.ok(chunks.length > 3);
    assert.equal((JSON.parse(Buffer.concat(chunks).toString()) as ListBody).images.length, 1);
  });

  it('ignores limit, marker or both', async () => {
    api.faults.add({ do: 'ignore', parameters: ['limit', 'marker'] });
    assert.deepEqual(await ids(`?limit=2&marker=${documentedIds[1] ?? ''}`), documentedIds);
    assert.equal((await list('?limit=2')).images_links, undefined);
    api.faults.clear();
    api.faults.add({ do: 'ignore', parameters: ['marker'] });
    assert.deepEqual(await ids(`?limit=2&marker=${documentedIds[1] ?? ''}`), documentedIds.slice(0, 2));
  });

  it('caps the limit, with or without next links', async () => {
    const fault = api.faults.add({ do: 'capLimit', limit: 2 });
    const capped = await list('?limit=4');
    assert.equal(capped.images.length, 2);
    assert.equal(capped.images_links, undefined);
    fault.remove();
    api.faults.add({ do: 'capLimit', limit: 2, nextLinks: 'given' });
    assert.equal((await list('?limit=4')).images_links?.length, 1);
    assert.deepEqual(await ids(`?marker=${documentedIds[1] ?? ''}`), documentedIds.slice(2, 4));
  });

  it('leaves next links out or points them at the list without details', async () => {
    once({ do: 'nextLinks', as: 'missing' });
    assert.equal((await list('?limit=2')).images_links, undefined);
    once({ do: 'nextLinks', as: 'withoutDetail' });
    const [next] = (await list('?limit=2')).images_links ?? [];
    const url = `${api.endpoint(documentedTenantId)}/images?limit=2&marker=${documentedIds[1] ?? ''}`;
    assert.equal(next?.href, url);
    const brief = await fetch(url, { headers: { 'X-Auth-Token': documentedToken } });
    const { images } = (await brief.json()) as ListBody;
    assert.deepEqual(Object.keys(images[0] ?? {}), ['id', 'name', 'links']);
  });

  it('loses the marker, or takes it for that of another project, and answers requests without one', async () => {
    api.faults.add({ do: 'lostMarker' });
    assert.equal((await ask()).status, 200);
    const lost = await ask(`?marker=${documentedIds[0] ?? ''}`);
    assert.equal(lost.status, 400);
    assert.match(await lost.text(), /No image found with ID 545e54a7/);
    api.faults.clear();
    api.faults.add({ do: 'foreignMarker' });
    assert.equal((await ask(`?marker=${documentedIds[0] ?? ''}`)).status, 403);
  });

  it('sends the last page once more', async () => {
    const first = await ids('?limit=2');
    once({ do: 'repeatPage' });
    assert.deepEqual(await ids(`?limit=2&marker=${first[1] ?? ''}`), first);
    assert.deepEqual(await ids(`?limit=2&marker=${first[1] ?? ''}`), documentedIds.slice(2, 4));
  });

  it('links to hosts that nobody should ask', async () => {
    for (const [to, start] of [
      ['none', 'https://None/'],
      ['internal', 'http://10.'],
      ['otherPort', 'http://127.0.0.1:9/'],
    ] as const) {
      once({ do: 'wrongLinks', to });
      const { images, images_links = [] } = await list('?limit=2');
      const links = [...images.flatMap((image) => image.links), ...images_links];
      assert.equal(links.length, 7);
      assert.ok(links.every(({ href }) => href.startsWith(start)));
    }
  });

  it('redirects to the same path elsewhere, or to any address', async () => {
    once({ do: 'redirect', to: 'http://127.0.0.1:9' });
    const elsewhere = await ask('?limit=1');
    assert.equal(elsewhere.status, 302);
    assert.equal(
      elsewhere.headers.get('Location'),
      `http://127.0.0.1:9/v2/${documentedTenantId}/images/detail?limit=1`,
    );
    once({ do: 'redirect', to: 'https://login.example/sso', status: 307 });
    const login = await ask();
    assert.deepEqual([login.status, login.headers.get('Location')], [307, 'https://login.example/sso']);
  });

  it('sends a body that is not JSON, or JSON of another shape', async () => {
    once({ do: 'notJson' });
    const login = await ask();
    assert.equal(login.headers.get('Content-Type'), 'application/json');
    assert.match(await login.text(), /^<!DOCTYPE html>/);
    once({ do: 'wrongShape' });
    assert.deepEqual(await (await ask()).json(), { servers: [] });
    once({ do: 'wrongShape', body: null });
    assert.equal(await (await ask()).json(), null);
    once({ do: 'wrapAsImage' });
    const wrapped = (await (await ask()).json()) as { readonly image: readonly unknown[] };
    assert.equal(wrapped.image.length, 5);
  });

  it('sends more than 64 MiB, compressed or not', async () => {
    for (const encoding of ['identity', 'gzip']) {
      once({ do: 'huge' });
      const response = await ask('', {
        headers: { 'X-Auth-Token': documentedToken, 'Accept-Encoding': encoding },
      });
      assert.equal(response.headers.get('Content-Encoding'), encoding === 'gzip' ? 'gzip' : null);
      let length = 0;
      let end = '';
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        end = Buffer.from(chunk.subarray(-2)).toString();
      }
      assert.ok(length > 64 * 1_048_576);
      assert.equal(end, '"}');
    }
  });

  it('puts odd images in the place of ordinary ones, and odd entries between', async () => {
    api.faults.add({ do: 'oddImages', oddities: ['nullName', 'noId', 'nullEntry', 'stringEntry'] });
    const images: readonly unknown[] = (await list()).images;
    assert.equal(images.length, 5);
    const [first, second, ...rest] = images;
    assert.equal((first as ImageJson).name, null);
    assert.ok(!('id' in (second as object)));
    assert.deepEqual(rest, [null, 'not an image', documentedResponse.images[4]]);
  });

  it('keeps an image odd wherever it is sent', async () => {
    const { id } = api.images(documentedTenantId).add({ json: oddities.nestedMetadata });
    const [image] = (await list('?limit=1')).images;
    assert.deepEqual(Object.keys(image?.metadata ?? {}), ['mappings', 'owner', 'note']);
    const shown = await fetch(`${api.endpoint(documentedTenantId)}/images/${id}`, {
      headers: { 'X-Auth-Token': documentedToken },
    });
    assert.deepEqual(await shown.json(), { image });
  });

  it('calls the app gnc_app', async () => {
    api.faults.add({ do: 'gncApp', on: 'image' });
    const shown = await fetch(`${api.endpoint(documentedTenantId)}/images/${documentedIds[2] ?? ''}`, {
      headers: { 'X-Auth-Token': documentedToken },
    });
    const { image } = (await shown.json()) as { readonly image: ImageJson };
    assert.deepEqual([image.metadata.gnc_app, image.metadata.app], ['GitLab-7.9.1-64bit', undefined]);
  });
});
