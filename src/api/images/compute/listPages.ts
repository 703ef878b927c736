import type { ServerQuery } from '../imageSource';
import type { ComputeClient } from './computeClient';
import type { PageSizes } from './pageSizes';
import type { ListAnswer } from './parseAnswer';
import { isBadRequest } from './refusals';

/** A page together with the limit that it was asked for with in the end. */
export interface SizedAnswer extends ListAnswer {
  readonly limit: number;
}

/** One page: the images after the marker, the first ones without it, and at the most so many. */
export interface Wanted {
  readonly marker?: string;
  readonly limit: number;
}

/** Asks for the pages of one query. */
export class ListPages {
  /** A name with a colon was found as it is: so its further pages are asked for. */
  #foundAsIs = false;

  constructor(
    private readonly client: ComputeClient,
    private readonly sizes: PageSizes,
    private readonly query: ServerQuery,
  ) {}

  /**
   * Nova hands a name to Glance, where what stands before a colon is an operator: `a:b` is refused, `in:foo` finds
   * `foo`, and `eq:` takes any name. Releases from before Glance had operators take `eq:` for part of the name.
   */
  async ask(wanted: Wanted, signal: AbortSignal): Promise<SizedAnswer> {
    const { name = '' } = this.query;
    const onward = wanted.marker !== undefined;
    if (!name.includes(':') || (onward && this.#foundAsIs)) return this.#page(this.query, wanted, signal);
    const page = await this.#page({ ...this.query, name: `eq:${name}` }, wanted, signal).catch(refused);
    if ('images' in page && page.images.length > 0) return page;
    // Nothing is an answer only where the name was understood.
    const asIs = await this.#page(this.query, wanted, signal).catch(refused);
    if ('images' in asIs && asIs.images.some((image) => image.name === name)) {
      this.#foundAsIs = true;
      return asIs;
    }
    if ('images' in page) return page;
    throw page.refusal;
  }

  #page(query: ServerQuery, { marker, limit }: Wanted, signal: AbortSignal): Promise<SizedAnswer> {
    return this.sizes.ask(limit, marker === undefined, async (most) => {
      const answer = await this.client.list(listParameters(query, marker, most), signal);
      return { ...answer, limit: most };
    });
  }
}

/** The server's word that it does not take the question. */
function refused(refusal: unknown): { readonly refusal: Error } {
  if (!isBadRequest(refusal)) throw refusal;
  return { refusal };
}

function listParameters(
  { name, status, type, changesSince }: ServerQuery,
  marker: string | undefined,
  limit: number,
): URLSearchParams {
  const parameters = new URLSearchParams({ limit: String(limit) });
  const filters = { marker, name, status, type, 'changes-since': utcSeconds(changesSince) };
  for (const [key, value] of Object.entries(filters)) if (value !== undefined) parameters.set(key, value);
  return parameters;
}

/** `2026-11-23T00:00:00Z`: a form that every server takes, and in which no `+` has to be escaped. */
function utcSeconds(time: number | undefined): string | undefined {
  return time === undefined ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
