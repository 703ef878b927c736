import { ColonNames } from '../colonNames';
import { utcSeconds } from '../fields';
import type { ChangesAnswer, ListScope, PageEnd, PageRequest, ServerQuery } from '../imageSource';
import type { MarkerPages } from '../markerListing';
import type { ListAnswer } from '../readAnswer';
import { glanceEnd } from './glanceEnds';

/** One list is asked for by these parameters. */
export type AskList = (parameters: URLSearchParams, signal: AbortSignal) => Promise<ListAnswer>;

/** How often in a row the server has said that nothing has changed at all. */
export interface Silence {
  times: number;
}

/** Asks for the pages of one query. */
export class GlancePages implements MarkerPages {
  readonly #names = new ColonNames();

  constructor(
    private readonly list: AskList,
    readonly largestPage: number,
    private readonly query: ServerQuery,
    private readonly silence: Silence,
  ) {}

  get changesSince(): number | undefined {
    return this.query.changesSince;
  }

  ask({ marker, limit }: PageRequest, signal: AbortSignal): Promise<ListAnswer> {
    return this.#names.ask(this.query, marker !== undefined, (query) =>
      this.list(listParameters(query, marker, Math.min(limit, this.largestPage)), signal),
    );
  }

  endAfter(answer: ListAnswer, request: PageRequest): PageEnd {
    if (this.changesSince !== undefined && answer.images.length > 0) this.silence.times = 0;
    return glanceEnd(answer, { ...request, limit: Math.min(request.limit, this.largestPage) });
  }

  /**
   * Only `type` is left to the server, of the same list: an image that is renamed or belongs to another has to be reported to
   * be noticed. Never reported are images that are deleted, that have become hidden or are so no more, or are newly shared.
   */
  changed(changesSince: number): GlancePages {
    const { type, scope } = this.query;
    return new GlancePages(this.list, this.largestPage, { type, scope, changesSince }, this.silence);
  }

  /**
   * The newest change known is asked for again, and should be in the answer. Where it is not, either that image is gone, or
   * the server has taken the question for one about a property: then it will say so each time.
   */
  nothingChanged(): ChangesAnswer {
    this.silence.times++;
    return { kind: 'unknown', lasting: this.silence.times > 1 };
  }
}

/** `all` has no hidden images, and `os_hidden` has nothing else. */
const SCOPES: { readonly [Scope in ListScope]: Readonly<Record<string, string>> } = {
  all: { visibility: 'all', member_status: 'all' },
  hidden: { os_hidden: 'true' },
};

/** An unknown parameter would be taken for a property and empty the list: nothing else is sent. */
function listParameters(
  { name, status, type, changesSince, visibility, owner, tag, diskFormat, scope }: ServerQuery,
  marker: string | undefined,
  limit: number,
): URLSearchParams {
  const parameters = new URLSearchParams({ limit: String(limit) });
  const filters = {
    ...{ marker, name, owner, tag },
    ...(scope === undefined ? undefined : SCOPES[scope]),
    // One word is a part of all of them.
    ...(visibility === undefined ? undefined : { visibility }),
    status: status?.toLowerCase(),
    image_type: type,
    disk_format: diskFormat,
    // Of a whole second: other comparisons meet microseconds that are not shown.
    updated_at: changesSince === undefined ? undefined : `gte:${utcSeconds(changesSince)}`,
  };
  for (const [key, value] of Object.entries(filters)) if (value !== undefined) parameters.set(key, value);
  return parameters;
}
