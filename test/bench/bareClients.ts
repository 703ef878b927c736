import fetch from 'node-fetch';
import { Agent, get } from 'node:http';
import { endpointOf, pageOf, tokenOf, type Served, type ServiceName, type Size } from './served';

/** An entry of a page as `JSON.parse` gives it, of which nothing but the id is looked at. */
interface Entry {
  readonly id: string;
}

type FetchText = (url: string, token: string) => Promise<string>;

/** All entries of a tenant's list by marker, down to the empty page, with nothing but a client and `JSON.parse`. */
export async function bareList(
  served: Served,
  size: Size,
  fetchText: FetchText,
  service: ServiceName = 'compute',
): Promise<readonly Entry[]> {
  const endpoint = endpointOf(served, size, service);
  const entries: Entry[] = [];
  let marker = '';
  for (;;) {
    const text = await fetchText(pageOf(endpoint, service, marker), tokenOf(size));
    const { images } = JSON.parse(text) as { readonly images: readonly Entry[] };
    const last = images.at(-1);
    if (last === undefined) break;
    entries.push(...images);
    marker = last.id;
  }
  if (entries.length !== size) throw new Error(`${entries.length} entries instead of ${size}`);
  return entries;
}

export const byNodeFetch: FetchText = async (url, token) => {
  const response = await fetch(url, { headers: { 'X-Auth-Token': token, Connection: 'keep-alive' } });
  return response.text();
};

const agent = new Agent({ keepAlive: true });

export const byNodeHttp: FetchText = (url, token) =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'X-Auth-Token': token } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    }).on('error', reject);
  });
