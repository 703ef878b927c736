import type { Image } from '../image';
import type { ChangesAnswer, ImageListing, PageAnswer, PageRequest, ServerQuery } from '../imageSource';
import { collectChanges, newestUpdate } from './changes';
import type { ComputeClient } from './computeClient';
import { ListPages } from './listPages';
import { PageEnds } from './pageEnds';
import type { PageSizes } from './pageSizes';
import { isMarkerLost } from './refusals';

/** How much of the past is asked for again: changes may become visible a little later than their time. */
const OVERLAP_MS = 5000;

/** The list of one query, page by page: by marker alone, never by the address of a next link. */
export class ComputeListing implements ImageListing {
  readonly #pages: ListPages;
  /** The server's clock when the first page was asked for, milliseconds since 1970-01-01 UTC, where it told. */
  #serverTime: number | undefined;
  /** What was said of the first of several markers that were lost: where there is no page without one, it was about that. */
  #lost: unknown;

  constructor(
    private readonly client: ComputeClient,
    private readonly sizes: PageSizes,
    private readonly query: ServerQuery,
    private readonly ends = new PageEnds(),
  ) {
    this.#pages = new ListPages(client, sizes, query);
  }

  async page(request: PageRequest, signal: AbortSignal): Promise<PageAnswer> {
    try {
      const answer = await this.#pages.ask(request, signal);
      this.#serverTime ??= answer.serverTime;
      this.#lost = undefined;
      return { kind: 'page', images: answer.images, end: this.ends.after(answer, request) };
    } catch (error) {
      const refusal = isMarkerLost(error) ? (this.#lost ?? error) : error;
      const isAboutMarker = isMarkerLost(error) && request.marker !== undefined;
      this.#lost = isAboutMarker ? refusal : undefined;
      if (isAboutMarker) return { kind: 'markerLost' };
      throw refusal;
    }
  }

  /** Only `type` is left to the server: an image that is renamed or no longer ACTIVE has to be reported to be noticed. */
  async changes(known: readonly Image[], signal: AbortSignal): Promise<ChangesAnswer> {
    const newest = newestUpdate(known);
    if (newest === undefined) return { kind: 'unknown', lasting: false };
    // An image may bear a time that has not come yet; what happens until then would go unnoticed.
    const seen = Math.min(newest, this.#serverTime ?? Infinity) - OVERLAP_MS;
    const { type, changesSince: asked = 0 } = this.query;
    // In whole seconds, as it is asked for.
    const since = Math.floor(Math.max(seen, asked, 0) / 1000) * 1000;
    const changed = new ComputeListing(
      this.client,
      this.sizes,
      { type, changesSince: since },
      this.ends.copy(),
    );
    const answer = await collectChanges(changed, since, this.sizes.largest, signal);
    if (answer.kind === 'changes') this.#serverTime = changed.#serverTime;
    return answer;
  }
}
