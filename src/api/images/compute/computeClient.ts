import { ApiError } from '../../apiError';
import type { AnswerReader } from '../../http/sendLogged';
import type { Image } from '../image';
import { ImagesClient, type ImagesOptions } from '../imagesClient';
import { isAskable } from '../isAskable';
import type { ListAnswer } from '../readAnswer';
import { parseImageAnswer, parseListAnswer } from './parseAnswer';

const LIST: AnswerReader<ListAnswer> = { parse: parseListAnswer, rows: ({ images }) => images.length };
const IMAGE: AnswerReader<Image> = { parse: parseImageAnswer };

/**
 * The requests that Compute takes. No microversion header is sent, since from 2.36 on `images/detail` answers 404.
 */
export class ComputeClient {
  readonly #client: ImagesClient;

  constructor(options: ImagesOptions) {
    this.#client = new ImagesClient(options);
  }

  list(parameters: URLSearchParams, signal: AbortSignal): Promise<ListAnswer> {
    return this.#client.get(`images/detail?${parameters.toString()}`, signal, LIST);
  }

  async image(id: string, signal: AbortSignal): Promise<Image> {
    if (!isAskable(id, ['detail'])) throw new ApiError('notFound', { host: this.#client.host });
    return this.#client.get(`images/${encodeURIComponent(id)}`, signal, IMAGE);
  }
}
