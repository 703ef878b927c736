import { env, l10n } from 'vscode';
import { memoize } from '../base/memoize';
import type { Bounds, TypedPeriod } from '../catalog/filter/criterion';
import { parseAge, type AgeUnit } from '../catalog/filter/instant';
import { formatGib } from '../base/formatGib';
import { foreignText } from './foreignText';

/** The words of a range of sizes, which are read as the same range when somebody types them. @param bounds GiB */
export function boundsWords({ min, above, max, below }: Bounds): string {
  if (min !== undefined && max !== undefined) return l10n.t('{0} to {1}', formatGib(min), formatGib(max));
  return bothWords(lowerWords(min, above), upperWords(max, below));
}

/** The words of both ends. A range has one of them at least. */
function bothWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined) return String(end);
  return end === undefined ? start : l10n.t('{0} and {1}', start, end);
}

function lowerWords(min: number | undefined, above: number | undefined): string | undefined {
  if (min !== undefined) return l10n.t('at least {0}', formatGib(min));
  return above === undefined ? undefined : l10n.t('more than {0}', formatGib(above));
}

function upperWords(max: number | undefined, below: number | undefined): string | undefined {
  if (max !== undefined) return l10n.t('at most {0}', formatGib(max));
  return below === undefined ? undefined : l10n.t('less than {0}', formatGib(below));
}

/** The words of a period, which are read as the same period when somebody types them. */
export function periodWords(period: TypedPeriod): string {
  const { from, after, to, before } = period;
  if (from !== undefined && to !== undefined) return betweenWords(from, to);
  return bothWords(startWords(from, after), endWords(to, before));
}

function betweenWords(from: string, to: string): string {
  const [start, end] = [ageWords(from), ageWords(to)];
  if (start !== undefined && end !== undefined) return l10n.t('{1} to {0} ago', start, end);
  if (from === to) return onWords(from);
  return l10n.t('{0} to {1}', pointWords(from), pointWords(to));
}

function onWords(date: string): string {
  return /^\d{4}(?:[-/]\d{1,2})?$/.test(date)
    ? l10n.t('in {0}', foreignText(date))
    : l10n.t('on {0}', foreignText(date));
}

function startWords(from: string | undefined, after: string | undefined): string | undefined {
  const age = ageWords(from ?? after ?? '');
  if (age !== undefined) return l10n.t('in the last {0}', age);
  if (from !== undefined) return l10n.t('since {0}', foreignText(from));
  return after === undefined ? undefined : l10n.t('after {0}', foreignText(after));
}

function endWords(to: string | undefined, before: string | undefined): string | undefined {
  const age = ageWords(to ?? before ?? '');
  if (age !== undefined) {
    return to === undefined ? l10n.t('more than {0} ago', age) : l10n.t('at least {0} ago', age);
  }
  if (to !== undefined) return l10n.t('until {0}', foreignText(to));
  return before === undefined ? undefined : l10n.t('before {0}', foreignText(before));
}

/** A point of time: "2024-05", "30 days ago". */
function pointWords(time: string): string {
  const age = ageWords(time);
  return age === undefined ? foreignText(time) : l10n.t('{0} ago', age);
}

const UNITS: Readonly<Record<AgeUnit, string>> = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};

const lengthOf = memoize(
  (unit: string) =>
    new Intl.NumberFormat(textLanguage(), { style: 'unit', unit, unitDisplay: 'long', useGrouping: false }),
);

/** "1 year", "30 days"; `undefined` where it is no age. */
function ageWords(text: string): string | undefined {
  const age = parseAge(text);
  return age && lengthOf(UNITS[age.unit]).format(age.count);
}

/** The language of the words around: English where there is no translation. */
export function textLanguage(): 'en' | 'ja' {
  return env.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** At the beginning of a row. */
export function capitalizedWords(words: string): string {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}
