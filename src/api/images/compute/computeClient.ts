import { ApiError } from '../../apiError';
import { sendLogged, type Connection, type Reading } from '../../http/sendLogged';
import type { TokenSource } from '../../tokenSource';
import type { Image } from '../image';
import { isAskable } from './isAskable';
import { parseImageAnswer, parseListAnswer, type ListAnswer } from './parseAnswer';

/** Where a Compute service is, and how it is asked. */
export interface ComputeOptions extends Connection {
  /** The address before `/images/detail`, without a trailing slash, such as `https://compute.tyo1.conoha.io/v2/<tenant>`. */
  readonly base: string;
  readonly tokens: TokenSource;
}

const LIST: Reading<ListAnswer> = { parse: parseListAnswer, rows: ({ images }) => images.length };
const IMAGE: Reading<Image> = { parse: parseImageAnswer };

/**
 * The requests that Compute takes. Every one goes to `base` and nowhere else: no link and no redirect of an answer is
 * followed. No microversion header is sent, since from 2.36 on `images/detail` answers 404. Where a token is refused,
 * another one is tried.
 */
export class ComputeClient {
  constructor(private readonly options: ComputeOptions) {}

  list(parameters: URLSearchParams, signal: AbortSignal): Promise<ListAnswer> {
    return this.#get(`images/detail?${parameters.toString()}`, signal, LIST);
  }

  async image(id: string, signal: AbortSignal): Promise<Image> {
    if (!isAskable(id)) throw new ApiError('notFound', { host: new URL(this.options.base).host });
    return this.#get(`images/${encodeURIComponent(id)}`, signal, IMAGE);
  }

  async #get<T>(path: string, signal: AbortSignal, reading: Reading<T>): Promise<T> {
    const { base, tokens } = this.options;
    const url = new URL(`${base}/${path}`);
    const send = async (token: string): Promise<T> => {
      const headers = { 'X-Auth-Token': token };
      const request = { method: 'GET', url, headers, secrets: [token], signal } as const;
      const answer = await sendLogged(request, this.options, reading);
      tokens.accepted?.(token);
      return answer;
    };
    const token = await tokens.token(signal);
    try {
      return await send(token);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
      const replacement = await tokens.replacement(token, signal);
      if (replacement === undefined) throw error;
      return await send(replacement).catch((second: unknown) => {
        if (isUnauthorized(second)) tokens.replacementRefused?.(replacement);
        throw second;
      });
    }
  }
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'unauthorized';
}
