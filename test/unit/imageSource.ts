import assert from 'node:assert/strict';
import type { ImagesOptions } from '../../src/api/images/imagesClient';
import { ComputeImages } from '../../src/api/images/compute/computeImages';
import { GlanceImages, type GlanceOptions } from '../../src/api/images/glance/glanceImages';
import type { ImageSource, PageAnswer, PageRequest, ServerQuery } from '../../src/api/images/imageSource';
import type { TokenSource } from '../../src/api/tokenSource';
import type { Server } from '../server/index';

/** As long as the tokens of a current Keystone, with characters that some encodings escape. */
export const TOKEN = `gAAAAABm${'x7Q_k-2VnZ'.repeat(17)}==`;

/** A token that is given out whatever becomes of it. */
export function onlyToken(token: string): TokenSource {
  return { token: () => Promise.resolve(token), replacement: () => Promise.resolve(undefined) };
}

/** The images behind an endpoint (`https://…/v2/<tenant>`), asked for with `TOKEN` unless said otherwise. */
export function imageSource(base: string, options: Partial<ImagesOptions> = {}): ComputeImages {
  return new ComputeImages({
    base,
    tokens: onlyToken(TOKEN),
    timeout: () => 10,
    log: () => undefined,
    ...options,
  });
}

/** The same behind an address of Image v2 (`https://…/image/v2`). */
export function imageServiceSource(base: string, options: Partial<GlanceOptions> = {}): GlanceImages {
  return new GlanceImages({
    base,
    tokens: onlyToken(TOKEN),
    timeout: () => 10,
    log: () => undefined,
    ...options,
  });
}

/** Both services of a simulated cloud, which list the same images of a tenant. */
export const SERVICES = {
  Compute: (api: Server, tenant: string): ImageSource => imageSource(api.endpoint(tenant)),
  'Image v2': (api: Server, tenant: string): ImageSource =>
    imageServiceSource(api.imageEndpoint(tenant), { project: tenant }),
} as const;

export type Page = Extract<PageAnswer, { readonly kind: 'page' }>;

/** One page of a source: the first one of all its images unless said otherwise. */
export async function onePage(
  source: ImageSource,
  { query = {}, ...request }: PageRequest & { readonly query?: ServerQuery },
  signal = new AbortController().signal,
): Promise<Page> {
  const answer = await source.list(query).page(request, signal);
  assert.equal(answer.kind, 'page');
  return answer;
}
