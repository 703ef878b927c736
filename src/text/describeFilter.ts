import { l10n } from 'vscode';
import type { ListScope } from '../api/images/imageSource';
import { isFacetId, type FacetId } from '../catalog/facets';
import { isNegated, type Bounds, type Criterion, type CriterionOf } from '../catalog/filter/criterion';
import { facetValueLabel, facetWords, familyWords } from './describeFacet';
import { boundsWords, periodWords, textLanguage } from './describeRange';
import { foreignText } from './foreignText';

/** Of many values the first ones are named. */
const MOST_NAMED = 3;

const GIB = 1024 ** 3;

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
      return valueWords(
        l10n.t('status'),
        criterion.values.map((word) => foreignText(word)),
        negated,
      );
    case 'type':
      return l10n.t('type {0}', foreignText(criterion.value));
    case 'changedSince':
      return l10n.t('changed {0}', periodWords({ from: criterion.value }));
    case 'scope':
      return scopeWords(criterion.value);
    case 'diskRange':
      return l10n.t('disk {0}', boundsWords(criterion));
    case 'size':
      return l10n.t('image size {0}', boundsWords(inGib(criterion)));
    case 'created':
      return l10n.t('created {0}', periodWords(criterion));
    case 'updated':
      return l10n.t('updated {0}', periodWords(criterion));
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

function facetWordsOf({ kind, values }: CriterionOf<FacetId>, negated: boolean): string {
  const [only = '', ...others] = values;
  const family = others.length === 0 && !negated ? familyWords(kind, only) : undefined;
  if (family !== undefined) return family.inFilter;
  return valueWords(
    facetWords(kind).noun,
    values.map((value) => facetValueLabel(kind, value)),
    negated,
  );
}

/** An image has one of them, or none. */
function valueWords(what: string, values: readonly string[], negated: boolean): string {
  const named = values.length > MOST_NAMED + 1 ? values.slice(0, MOST_NAMED) : values;
  const rest = values.length - named.length;
  const others = rest === 1 ? l10n.t('1 other') : l10n.t('{0} others', rest);
  const list = rest > 0 ? listWords([...named, others], 'conjunction') : listWords(named, 'disjunction');
  return negated ? l10n.t('{0} is not {1}', what, list) : l10n.t('{0} {1}', what, list);
}

/** "A, B, or C". @param japanese how Japanese joins them; an English list of what an image may have is one of "or" always */
function listWords(values: readonly string[], japanese: Intl.ListFormatType): string {
  const language = textLanguage();
  const type = language === 'ja' ? japanese : 'disjunction';
  const parts = new Intl.ListFormat(language, { type }).formatToParts(values);
  // Between Japanese letters and others stands a blank, of which the format knows nothing.
  return parts
    .map(({ value }, at) => {
      if (language !== 'ja' || !value.endsWith('または')) return value;
      const [before = '', after = ''] = [parts[at - 1]?.value, parts[at + 1]?.value];
      const start = value.startsWith('ま') && LATIN_END.test(before) ? ' ' : '';
      return `${start}${value}${LATIN_START.test(after) ? ' ' : ''}`;
    })
    .join('');
}

const LATIN_START = /^[!-~]/;
const LATIN_END = /[!-~]$/;

/** Bytes as GiB: exactly, since both are powers of two apart. */
export function inGib(bytes: Bounds): Bounds {
  const ends = Object.entries(bytes).filter(([, value]) => typeof value === 'number');
  return Object.fromEntries(ends.map(([end, value]) => [end, Number(value) / GIB]));
}
