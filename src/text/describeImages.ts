import { env, l10n } from 'vscode';
import type { AppliedBy } from '../api/images/imageSource';
import { formatAge, formatCount } from '../base/format';
import { isFacetId } from '../catalog/facets';
import { suitsSource } from '../catalog/filter/appliedFilter';
import type { Criterion } from '../catalog/filter/criterion';
import type { AccountImages } from '../session/accountImages';
import { facetWords } from './describeFacet';
import { describeCriterion } from './describeFilter';
import { imageCountText } from './imageCountText';
import { listedText } from './punctuation';

/**
 * What a reader of the list has to know beside it: how old it is, the filter, what the filter lets through, and what was
 * chosen that this account cannot do; an empty text where all of it goes without saying.
 */
export function imagesSummary(images: AccountImages): string {
  return [ageText(images), filterText(images), groupingText(images)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function ageText({ catalog }: AccountImages): string | undefined {
  if (!catalog.restored || catalog.asOf === undefined) return undefined;
  return l10n.t('as of {0}', formatAge(catalog.asOf, Date.now(), env.language));
}

function filterText(images: AccountImages): string | undefined {
  const { view, catalog, filtered, filterFails } = images;
  // What a filter lets through that cannot be applied is not known: a row of its own says so.
  if (!filtered || filterFails) return undefined;
  const criteria = listedText(view.filter.criteria.map((criterion) => criterionText(criterion, images)));
  return catalog.started ? `${criteria} · ${matchText(images)}` : criteria;
}

/**
 * How many images the filter lets through. Where more can be loaded it matters who applies it: what the API was asked for
 * holds for those as well.
 */
export function matchText(images: AccountImages): string {
  const { loaded, shown, catalog } = images;
  // A list that cannot be loaded whole may have more of both.
  const mark = catalog.isComplete || catalog.hasMore ? '' : '+';
  const matching = `${formatCount(shown.length)}${mark}`;
  const all = `${formatCount(loaded.length)}${mark}`;
  // Another list that nothing is left out of.
  if (shown.length === loaded.length && images.view.filter.criteria.every(({ kind }) => kind === 'scope'))
    return catalog.hasMore ? l10n.t('{0} loaded, more not loaded', matching) : imageCountText(matching);
  if (!catalog.hasMore) return l10n.t('{0} of {1} match', matching, all);
  switch (appliedTo(images)) {
    case 'server':
      return l10n.t('{0} match, filtered by the API, more not loaded', matching);
    case 'both':
      return l10n.t('{0} of {1} match, partly filtered by the API, more not loaded', matching, all);
    case 'editor':
      return l10n.t('{0} of {1} loaded match, more not loaded', matching, all);
  }
}

/** Who applies the filter: the API all of it, a part, or nothing. */
function appliedTo(images: AccountImages): AppliedBy {
  const isAsked = images.view.filter.criteria.map((criterion) => images.appliedBy(criterion) !== 'editor');
  if (isAsked.every(Boolean)) return 'server';
  return isAsked.some(Boolean) ? 'both' : 'editor';
}

/** A view outlives a change of service, and what the new one does not tell no image of it has. */
function criterionText(criterion: Criterion, { source }: AccountImages): string {
  const text = describeCriterion(criterion);
  return suitsSource(criterion, source) ? text : l10n.t('{0} (not available from this service)', text);
}

function groupingText({ view: { grouping, wantedGrouping } }: AccountImages): string | undefined {
  if (grouping === wantedGrouping || !isFacetId(wantedGrouping)) return undefined;
  const { noun } = facetWords(wantedGrouping);
  return l10n.t('grouped by status ({0} is not available from this service)', noun);
}
