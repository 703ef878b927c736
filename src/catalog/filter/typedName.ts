import type { CriterionOf } from './criterion';

type NameCriterion = CriterionOf<'nameContains' | 'namePattern'>;

/** Reads what was typed for a name: a part of it, `/regex/flags`, or either behind `!`. `undefined` for nothing. */
export function readName(typed: string): NameCriterion | undefined {
  const text = typed.trim();
  const negated = /^[!！]/.test(text);
  const wanted = negated ? text.slice(1).trim() : text;
  if (wanted === '') return undefined;
  const sign = negated ? { negated } : {};
  return /^\/.+\/[a-z]*$/is.test(wanted)
    ? { kind: 'namePattern', pattern: wanted, ...sign }
    : { kind: 'nameContains', text: wanted, ...sign };
}

/** A criterion on the name as a text that is read as the same. */
export function writtenName(criterion: NameCriterion): string {
  const text = criterion.kind === 'namePattern' ? criterion.pattern : criterion.text;
  return criterion.negated === true ? `!${text}` : text;
}
