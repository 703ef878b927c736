import { l10n } from 'vscode';
import type { ListScope } from '../api/images/imageSource';
import { isFacetId, type FacetId } from '../catalog/facets';
import { isNegated, type Criterion, type CriterionOf } from '../catalog/filter/criterion';
import { facetWords, familyWords } from './describeFacet';
import { foreignText } from './foreignText';

/** One criterion in words, short enough for a row's description. */
export function describeCriterion(criterion: Criterion): string {
  const negated = isNegated(criterion);
  if (isFacetCriterion(criterion)) return facetWordsOf(criterion, negated);
  switch (criterion.kind) {
    case 'nameContains':
      return negated
        ? l10n.t('name does not contain “{0}”', foreignText(criterion.text))
        : l10n.t('name contains “{0}”', foreignText(criterion.text));
    case 'namePattern':
      return negated
        ? l10n.t('name does not match {0}', foreignText(criterion.pattern))
        : l10n.t('name matches {0}', foreignText(criterion.pattern));
    case 'name':
      return l10n.t('name is “{0}”', foreignText(criterion.value));
    case 'status':
      return valueWords(l10n.t('status'), criterion.value, negated);
    case 'type':
      return l10n.t('type {0}', foreignText(criterion.value));
    case 'changedSince':
      return l10n.t('changed since {0}', foreignText(criterion.value));
    case 'scope':
      return scopeWords(criterion.value);
    case 'size':
      return sizeWords(criterion);
    case 'created':
      return periodWords(l10n.t('created'), criterion);
    case 'updated':
      return periodWords(l10n.t('updated'), criterion);
  }
}

/** Of shares an image does not tell what became of them, so that rejected ones are not left out. */
function scopeWords(scope: ListScope): string {
  switch (scope) {
    case 'all':
      return l10n.t('with community images and all shares');
    case 'hidden':
      return l10n.t('hidden images');
  }
}

function isFacetCriterion(criterion: Criterion): criterion is CriterionOf<FacetId> {
  return isFacetId(criterion.kind);
}

function facetWordsOf({ kind, value }: CriterionOf<FacetId>, negated: boolean): string {
  const { noun, none } = facetWords(kind);
  const family = familyWords(kind, value);
  if (family !== undefined && !negated) return family.inFilter;
  return valueWords(noun, family?.label ?? (value || none), negated);
}

function valueWords(what: string, of: string, negated: boolean): string {
  const value = foreignText(of);
  return negated ? l10n.t('{0} is not {1}', what, value) : l10n.t('{0} {1}', what, value);
}

function periodWords(what: string, period: CriterionOf<'created' | 'updated'>): string {
  const [from, to] = [period.from, period.to].map((time) => time && foreignText(time));
  if (to === undefined) return l10n.t('{0} from {1}', what, from ?? '');
  return from === undefined ? l10n.t('{0} up to {1}', what, to) : l10n.t('{0} {1} to {2}', what, from, to);
}

function sizeWords({ min, max }: CriterionOf<'size'>): string {
  if (max === undefined) return l10n.t('size at least {0} GiB', gib(min));
  return min === undefined
    ? l10n.t('size at most {0} GiB', gib(max))
    : l10n.t('size {0} to {1} GiB', gib(min), gib(max));
}

function gib(bytes = 0): number {
  return Math.round((bytes / 1024 ** 3) * 100) / 100;
}
