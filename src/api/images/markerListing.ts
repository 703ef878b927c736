import { collectChanges, newestUpdate } from './collectChanges';
import type { Image } from './image';
import type { ChangesAnswer, ImageListing, PageAnswer, PageEnd, PageRequest } from './imageSource';
import type { ListAnswer } from './readAnswer';
import { isMarkerLost } from './refusals';

/** How much of the past is asked for again: changes may become visible a little later than their time. */
const OVERLAP_MS = 5000;

/** The pages of one query, as one kind of server is asked for them. */
export interface MarkerPages<Answer extends ListAnswer = ListAnswer> {
  readonly largestPage: number;
  /** Milliseconds since 1970-01-01 UTC: the query is for what has changed since then. */
  readonly changesSince: number | undefined;
  /** @throws {ApiError} or {Canceled} */
  ask(request: PageRequest, signal: AbortSignal): Promise<Answer>;
  /** What a page says about the end of the list. */
  endAfter(answer: Answer, request: PageRequest): PageEnd;
  /** The pages of what has changed since a time, in milliseconds since 1970-01-01 UTC, a whole second. */
  changed(since: number): MarkerPages<Answer>;
  /** What the server means by saying that nothing has changed at all. */
  nothingChanged(): ChangesAnswer;
}

/** The list of one query, page by page: by marker alone, never by the address of a next link. */
export class MarkerListing<Answer extends ListAnswer> implements ImageListing {
  /** The server's clock when the first page was asked for, milliseconds since 1970-01-01 UTC, where it told. */
  #serverTime: number | undefined;
  /** What was said of the first of several markers that were lost: where there is no page without one, it was about that. */
  #lost: unknown;

  constructor(private readonly pages: MarkerPages<Answer>) {}

  async page(request: PageRequest, signal: AbortSignal): Promise<PageAnswer> {
    try {
      const answer = await this.pages.ask(request, signal);
      this.#serverTime ??= answer.serverTime;
      this.#lost = undefined;
      return { kind: 'page', images: answer.images, end: this.pages.endAfter(answer, request) };
    } catch (error) {
      const refusal = isMarkerLost(error) ? (this.#lost ?? error) : error;
      const isAboutMarker = isMarkerLost(error) && request.marker !== undefined;
      this.#lost = isAboutMarker ? refusal : undefined;
      if (isAboutMarker) return { kind: 'markerLost' };
      throw refusal;
    }
  }

  async changes(known: readonly Image[], signal: AbortSignal): Promise<ChangesAnswer> {
    const newest = newestUpdate(known);
    if (newest === undefined) return { kind: 'unknown', lasting: false };
    // An image may bear a time that has not come yet; what happens until then would go unnoticed.
    const seen = Math.min(newest, this.#serverTime ?? Infinity) - OVERLAP_MS;
    // In whole seconds, as it is asked for.
    const since = Math.floor(Math.max(seen, this.pages.changesSince ?? 0, 0) / 1000) * 1000;
    const changed = new MarkerListing(this.pages.changed(since));
    const answer = await collectChanges(changed, since, this.pages.largestPage, signal);
    if (answer.kind !== 'changes') return answer;
    this.#serverTime = changed.#serverTime;
    return answer.images.length === 0 ? this.pages.nothingChanged() : answer;
  }
}
