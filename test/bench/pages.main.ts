// The other process of the benchmarks: serves catalogues in pages of 1000 that were rendered beforehand.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startServer } from '../server/index';
import {
  endpointOf,
  pageOf,
  SIZES,
  tenantOf,
  tokenOf,
  type Served,
  type ServiceName,
  type Size,
} from './served';

/** Pages by path and query, as the simulated API answered them. */
const pages = new Map<string, Buffer>();
let sentBytes = 0;

async function main(): Promise<void> {
  const api = await startServer({
    tenants: SIZES.map((size) => ({ id: tenantOf(size), token: tokenOf(size), images: size, seed: 'bench' })),
  });
  for (const size of SIZES) {
    // The newest change is one image's, as in real lists; a generated one has many images changed in its last second.
    const images = api.images(tenantOf(size));
    const [newest] = images.list();
    if (newest !== undefined) images.update(newest.id, { updated: '2026-11-20T12:00:00Z' });
    // Image v2 lists no image that was never saved whole: both lists are to be of one length.
    for (const { id, status, updated } of images.list())
      if (status === 'killed') images.update(id, { status: 'active', updated });
    await record(api, size, 'compute');
    await record(api, size, 'image');
  }

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const page = pages.get(url);
    if (url === '/sent') response.end(String(sentBytes));
    else if (page !== undefined) send(response, page);
    else void answer(api, url, String(request.headers['x-auth-token'])).then((body) => send(response, body));
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ origin: `http://127.0.0.1:${port}` } satisfies Served);
  });
  process.once('disconnect', () => process.exit());
}

/** Walks a tenant's list, the empty page at its end included. */
async function record(api: Served, size: Size, service: ServiceName): Promise<void> {
  let marker = '';
  for (;;) {
    const path = pageOf(endpointOf({ origin: '' }, size, service), service, marker);
    const body = await answer(api, path, tokenOf(size));
    pages.set(path, body);
    const { images } = JSON.parse(body.toString()) as { readonly images: readonly { readonly id: string }[] };
    const last = images.at(-1);
    if (last === undefined) return;
    marker = last.id;
  }
}

/** Of the simulated API, whose Image service has one address for all tenants. @throws for every answer but 200 */
async function answer({ origin }: Served, path: string, token: string): Promise<Buffer> {
  const url = origin + path.replace(/^\/\d{32}(?=\/image\/)/, '');
  const response = await fetch(url, { headers: { 'X-Auth-Token': token } });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

function send(response: ServerResponse, body: Buffer): void {
  sentBytes += body.length;
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}

void main();
