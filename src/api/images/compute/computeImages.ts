import type { Agent } from 'node:http';
import { ApiError } from '../../apiError';
import { Canceled } from '../../../base/canceled';
import { send, type HttpAnswer } from '../../http/http';
import type { Image } from '../image';
import { isAskable } from '../../../base/key';
import type { ImagePage, ImageSource, PageRequest, ServerQuery, QueryParts } from '../imageSource';
import { parseImageAnswer, parseListAnswer } from './parseAnswer';
import type { RequestLog } from '../../http/requestLog';
import type { TokenSource } from '../../tokenSource';

export interface ComputeOptions {
  /** The address before `/images/detail`, without a trailing slash, such as `https://compute.tyo1.conoha.io/v2/<tenant>`. */
  readonly base: string;
  readonly tokens: TokenSource;
  /** Seconds for one whole request. Read anew for each. */
  readonly timeout: () => number;
  readonly log: RequestLog;
  readonly agent?: Agent;
}

/**
 * Images as OpenStack Compute lists them: `GET {base}/images/detail`. Every request goes to `base` and nowhere
 * else: no link and no redirect of an answer is followed. No microversion header is sent, since from 2.36 on the
 * call answers 404.
 */
export class ComputeImages implements ImageSource {
  /**
   * A server may ignore any part, so that all are checked but the type: that property need not be in what is sent. Of
   * the status words only ACTIVE can be asked for: the others mean something else to Glance, to which Nova hands them.
   */
  readonly applied: QueryParts = { name: 'both', status: 'both', type: 'server', changesSince: 'both' };
  readonly #options: ComputeOptions;
  /** A name with a colon that was found as it is: so its further pages are asked for. */
  #foundAsIs: string | undefined;

  constructor(options: ComputeOptions) {
    this.#options = options;
  }

  /**
   * Nova hands a name to Glance, where what stands before a colon is an operator: `a:b` is refused, `in:foo` finds
   * `foo`, and `eq:` takes any name. Releases from before Glance had operators take `eq:` for part of the name.
   */
  async page(request: PageRequest, signal: AbortSignal): Promise<ImagePage> {
    const { name = '' } = request.query;
    const onward = request.marker !== undefined;
    if (!name.includes(':') || (onward && name === this.#foundAsIs)) return this.#list(request, signal);
    const page = await this.#pageOf(named(request, `eq:${name}`), signal);
    if (!(page instanceof ApiError) && page.images.length > 0) return page;
    // Nothing is an answer only where the name was understood.
    const asIs = await this.#pageAsIs(name, request, signal);
    if (asIs !== undefined) return asIs;
    if (page instanceof ApiError) throw page;
    return page;
  }

  async image(id: string, signal: AbortSignal): Promise<Image> {
    if (!isAskable(id)) throw new ApiError('notFound', { host: new URL(this.#options.base).host });
    return this.#get(`images/${encodeURIComponent(id)}`, signal, parseImageAnswer);
  }

  /** A page of a name with a colon, sent as it is; `undefined` where that finds nothing or something else. */
  async #pageAsIs(name: string, request: PageRequest, signal: AbortSignal): Promise<ImagePage | undefined> {
    const page = await this.#pageOf(request, signal);
    if (page instanceof ApiError || !page.images.some((image) => image.name === name)) return undefined;
    this.#foundAsIs = name;
    return page;
  }

  /** A page, or the server's word that it does not take the question. */
  async #pageOf(request: PageRequest, signal: AbortSignal): Promise<ImagePage | ApiError> {
    try {
      return await this.#list(request, signal);
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'badRequest') return error;
      throw error;
    }
  }

  #list(request: PageRequest, signal: AbortSignal): Promise<ImagePage> {
    return this.#get(`images/detail?${listParameters(request).toString()}`, signal, parseListAnswer);
  }

  async #get<T>(
    path: string,
    signal: AbortSignal,
    parse: (answer: HttpAnswer, host: string) => T,
  ): Promise<T> {
    const url = new URL(`${this.#options.base}/${path}`);
    const token = await this.#options.tokens.token(signal);
    try {
      return await this.#attempt(url, token, signal, parse);
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'unauthorized') throw error;
      const replacement = await this.#options.tokens.replacement(token, signal);
      if (replacement === undefined) throw error;
      return this.#attempt(url, replacement, signal, parse);
    }
  }

  async #attempt<T>(
    url: URL,
    token: string,
    signal: AbortSignal,
    parse: (answer: HttpAnswer, host: string) => T,
  ): Promise<T> {
    const { timeout, log, agent } = this.#options;
    const started = performance.now();
    const record = (outcome: number | string, rows?: number, requestId?: string): void => {
      const milliseconds = Math.round(performance.now() - started);
      log({ method: 'GET', url: url.href, outcome, milliseconds, rows, requestId });
    };
    try {
      const answer = await send({
        method: 'GET',
        url,
        headers: { 'X-Auth-Token': token },
        secrets: [token],
        timeout: timeout(),
        signal,
        agent,
      });
      const parsed = parse(answer, url.host);
      record(answer.status, rowsOf(parsed), answer.requestId);
      return parsed;
    } catch (error) {
      if (error instanceof Canceled) record('canceled');
      else if (error instanceof ApiError) record(outcomeOf(error), undefined, error.details.requestId);
      throw error;
    }
  }
}

function named(request: PageRequest, name: string): PageRequest {
  return { ...request, query: { ...request.query, name } };
}

function listParameters({ query, marker, limit }: PageRequest): URLSearchParams {
  const parameters = new URLSearchParams({ limit: String(limit) });
  if (marker !== undefined) parameters.set('marker', marker);
  for (const [name, value] of Object.entries(filterParameters(query))) parameters.set(name, value);
  return parameters;
}

function filterParameters({ name, status, type, changesSince }: ServerQuery): Record<string, string> {
  return {
    ...(name !== undefined && { name }),
    ...(status !== undefined && { status }),
    ...(type !== undefined && { type }),
    ...(changesSince !== undefined && { 'changes-since': utcSeconds(changesSince) }),
  };
}

/** `2026-11-23T00:00:00Z`: a form that every server takes, and in which no `+` has to be escaped. */
function utcSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function rowsOf(parsed: unknown): number | undefined {
  return typeof parsed === 'object' && parsed !== null && 'images' in parsed && Array.isArray(parsed.images)
    ? parsed.images.length
    : undefined;
}

function outcomeOf({ kind, details }: ApiError): number | string {
  return details.status === undefined || details.status < 300 ? kind : details.status;
}
