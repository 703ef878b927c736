import type { JsonValue } from '../../../base/json';
import { isJsonObject } from '../../../base/json';
import { IMAGE_STORAGE, isConohaHost, TAG_KEYS } from '../../../conoha';
import { ApiError } from '../../apiError';
import { amountOf, stringOf } from '../fields';
import type { Image } from '../image';
import type { ImagesClient } from '../imagesClient';
import type { ImageStorage } from '../imageStorage';
import { objectOf } from '../readAnswer';

/** Asks ConoHa's image service for what it alone tells; what it once did not have is not asked for again. */
export class ConohaStorage {
  readonly #absent = new Set<string>();

  constructor(private readonly client: ImagesClient) {}

  /**
   * @param known images of the list, which tell whose service it is where its address does not
   * @returns `undefined` where the service has no such thing, or is another one
   * @throws as `ImagesClient.get`
   */
  async read(known: readonly Image[], signal: AbortSignal): Promise<ImageStorage | undefined> {
    if (!isConohaHost(this.client.host) && !known.some(hasConohaTag)) return undefined;
    const [used, quota] = await Promise.all([
      this.#ask(IMAGE_STORAGE.used, signal, usedOf),
      this.#ask(IMAGE_STORAGE.quota, signal, quotaOf),
    ]);
    return used === undefined && quota === undefined ? undefined : { used, quota };
  }

  async #ask<T>(
    path: string,
    signal: AbortSignal,
    read: (answer: JsonValue | undefined) => T | undefined,
  ): Promise<T | undefined> {
    if (this.#absent.has(path)) return undefined;
    try {
      return await this.client.get(path, signal, {
        parse: (answer, host) => {
          const { images, quota } = objectOf(answer, host);
          return read(images ?? quota);
        },
      });
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'notFound') throw error;
      this.#absent.add(path);
      return undefined;
    }
  }
}

/** `{"images": {"size": <bytes>}}` */
function usedOf(images: JsonValue | undefined): number | undefined {
  return isJsonObject(images) ? amountOf(images.size) : undefined;
}

/** `{"quota": {"image_size": "50GB"}}`, in VPS 2.0 with the region before the key: `tyo1_image_size`. */
function quotaOf(quota: JsonValue | undefined): string | undefined {
  if (!isJsonObject(quota)) return undefined;
  const [, value] = Object.entries(quota).find(([key]) => IMAGE_STORAGE.quotaKey.test(key)) ?? [];
  const text = stringOf(value);
  return text === '' ? undefined : text;
}

const CONOHA_TAGS = Object.values(TAG_KEYS).map(({ name }) => `${name}=`);

function hasConohaTag({ details }: Image): boolean {
  return details?.tags.some((tag) => CONOHA_TAGS.some((beginning) => tag.startsWith(beginning))) === true;
}
