import { ComputeImages } from '../../src/api/images/compute/computeImages';
import { parseImage } from '../../src/api/images/compute/parseImage';
import type { Image } from '../../src/api/images/image';
import type { JsonObject } from '../../src/base/json';
import { onePage } from './imageSource';
import { documentedTenantId, startServer, type ImageSpec, type TenantSpec } from '../server/index';

/** An image with nothing but these fields, as `images/detail` would send them. */
export function imageOf(fields: JsonObject = {}): Image {
  return parseImage(fields);
}

/** One image for each name, in this order. */
export function imagesNamed(...names: readonly string[]): readonly Image[] {
  return names.map((name, at) => imageOf({ id: `image-${at}`, name }));
}

export function namesOf(images: readonly Image[]): readonly string[] {
  return images.map(({ name }) => name);
}

/** The five images of the documented response. */
export function documentedImages(): Promise<readonly Image[]> {
  return imagesOf({ id: documentedTenantId, images: 'documented' });
}

/** A realistic catalogue, the same one every time. */
export function generatedImages(count: number): Promise<readonly Image[]> {
  return imagesOf({ images: count, seed: 'sample' });
}

/** Images as a server has them. */
export function servedImages(images: readonly ImageSpec[]): Promise<readonly Image[]> {
  return imagesOf({ images });
}

async function imagesOf(spec: TenantSpec): Promise<readonly Image[]> {
  const api = await startServer({ tenants: [{ ...spec, token: 'sample' }] });
  try {
    const [tenant] = api.tenants;
    if (tenant === undefined) throw new Error('the simulated API has no tenant');
    const source = new ComputeImages({
      base: tenant.endpoint,
      tokens: { token: () => Promise.resolve('sample'), replacement: () => Promise.resolve(undefined) },
      timeout: () => 30,
      log: () => undefined,
    });
    const page = await onePage(source, { limit: 100_000 });
    return page.images;
  } finally {
    await api.close();
  }
}
