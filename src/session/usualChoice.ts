import type { SourceKnowledge } from '../catalog/filter/definition';
import type { UsualGrouping } from '../catalog/grouping';
import { tellsKindsApart } from '../catalog/kind';
import type { Catalog } from '../catalog/catalog';
import { sameQuery } from '../catalog/filter/query';
import { groupedBy, type AppliedViewOptions } from './viewOptions';

/**
 * Decides what the grouping `auto` stands for, by the first images that come. Once: a list that is grouped another way with
 * each page would run away from its reader.
 */
export class UsualChoice {
  /** What was decided by a list that a filter had asked for says nothing of all the rest. */
  #isOfAll = true;

  /** @param keep keeps what was decided by the whole list */
  constructor(
    private readonly source: SourceKnowledge,
    private readonly keep: (usual: UsualGrouping) => void,
  ) {}

  /** The view as it is grouped from now on; `undefined` where that was decided before, or there is no image yet. */
  decide(view: AppliedViewOptions, { images, query }: Catalog): AppliedViewOptions | undefined {
    if (view.usual !== undefined || images.length === 0) return undefined;
    const usual = tellsKindsApart(images) ? 'kind' : 'status';
    this.#isOfAll = sameQuery(query, {});
    if (this.#isOfAll) this.keep(usual);
    return this.#groupedBy(view, usual);
  }

  /** The view for another list, of which a filter's says nothing. */
  forAnother(view: AppliedViewOptions): AppliedViewOptions {
    if (this.#isOfAll) return view;
    this.#isOfAll = true;
    return this.#groupedBy(view, undefined);
  }

  #groupedBy(view: AppliedViewOptions, usual: UsualGrouping | undefined): AppliedViewOptions {
    return { ...view, usual, ...groupedBy(view.wantedGrouping, this.source, usual) };
  }
}
