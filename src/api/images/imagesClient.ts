import { ApiError } from '../apiError';
import { sendLogged, type Connection, type AnswerReader } from '../http/sendLogged';
import type { TokenSource } from '../tokenSource';

/** Where a service of images is, and how it is asked. */
export interface ImagesOptions extends Connection {
  /** The address before `/images`, without a trailing slash, such as `https://compute.tyo1.conoha.io/v2/<tenant>`. */
  readonly base: string;
  readonly tokens: TokenSource;
  /** Which service it is, where its refusals mean something else than Compute's. */
  readonly service?: 'image';
}

/**
 * The requests that a service of images takes. Every one goes to `base` and nowhere else: no link and no redirect of an
 * answer is followed. Where a token is refused, another one is tried.
 */
export class ImagesClient {
  constructor(private readonly options: ImagesOptions) {}

  get host(): string {
    return new URL(this.options.base).host;
  }

  /** @param path behind `base`, with its query. @throws {ApiError}, as `reading` does, or {Canceled} */
  async get<T>(path: string, signal: AbortSignal, reading: AnswerReader<T>): Promise<T> {
    const { base, tokens, service } = this.options;
    const url = new URL(`${base}/${path}`);
    const send = async (token: string): Promise<T> => {
      const headers = { 'X-Auth-Token': token };
      const request = { method: 'GET', url, headers, secrets: [token], signal } as const;
      const answer = await sendLogged(request, this.options, reading).catch((error: unknown) => {
        throw service !== undefined && error instanceof ApiError ? ofService(error, service) : error;
      });
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

function ofService({ kind, details }: ApiError, service: 'image'): ApiError {
  return new ApiError(kind, { ...details, service });
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'unauthorized';
}
