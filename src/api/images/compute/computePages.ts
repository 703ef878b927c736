import { ColonNames } from '../colonNames';
import { utcSeconds } from '../fields';
import type { ChangesAnswer, PageEnd, PageRequest, ServerQuery } from '../imageSource';
import type { MarkerPages } from '../markerListing';
import type { ComputeClient } from './computeClient';
import type { PageEnds, SizedAnswer } from './pageEnds';
import type { PageSizes } from './pageSizes';

/** Asks for the pages of one query. Nova hands a name to Glance, which knows operators. */
export class ComputePages implements MarkerPages<SizedAnswer> {
  readonly #names = new ColonNames();

  constructor(
    private readonly client: ComputeClient,
    private readonly sizes: PageSizes,
    private readonly query: ServerQuery,
    private readonly ends: PageEnds,
  ) {}

  get largestPage(): number {
    return this.sizes.largest;
  }

  get changesSince(): number | undefined {
    return this.query.changesSince;
  }

  ask({ marker, limit }: PageRequest, signal: AbortSignal): Promise<SizedAnswer> {
    return this.#names.ask(this.query, marker !== undefined, (query) =>
      this.sizes.ask(limit, marker === undefined, async (most) => {
        const answer = await this.client.list(listParameters(query, marker, most), signal);
        return { ...answer, limit: most };
      }),
    );
  }

  endAfter(answer: SizedAnswer, request: PageRequest): PageEnd {
    return this.ends.after(answer, request);
  }

  /** Only `type` is left to the server: an image that is renamed or no longer ACTIVE has to be reported to be noticed. */
  changed(changesSince: number): ComputePages {
    const { type } = this.query;
    return new ComputePages(this.client, this.sizes, { type, changesSince }, this.ends.copy());
  }

  nothingChanged(): ChangesAnswer {
    return { kind: 'changes', images: [] };
  }
}

function listParameters(
  { name, status, type, changesSince }: ServerQuery,
  marker: string | undefined,
  limit: number,
): URLSearchParams {
  const parameters = new URLSearchParams({ limit: String(limit) });
  const since = changesSince === undefined ? undefined : utcSeconds(changesSince);
  const filters = { marker, name, status, type, 'changes-since': since };
  for (const [key, value] of Object.entries(filters)) if (value !== undefined) parameters.set(key, value);
  return parameters;
}
