import { env } from 'vscode';
import { collatorOf } from '../../base/collator';
import { familiesTold, facetOf, isFacetTold, type FacetId } from '../../catalog/facets';
import { isNegated, type Criterion, type CriterionOf } from '../../catalog/filter/criterion';
import { readBounds, boundsText } from '../../catalog/filter/typedBounds';
import { ownerRoles, type OwnerRole } from '../../catalog/filter/ownerRoles';
import { facetChoices, statusChoices, type ValueChoice } from '../../catalog/filter/valueChoices';
import type { Session } from '../../session/sessions';
import { facetExample, facetValueLabel, facetWords } from '../../text/describeFacet';
import { boundsWords, capitalizedWords } from '../../text/describeRange';
import { filterTexts } from '../../text/filterTexts';
import { plainLabel } from '../../text/plainLabel';
import { firstPageForBox } from '../firstPage';
import { problemItem } from '../valueItem';
import { askValues, type ValuesQuestion } from './askValues';
import { countWords, imagesWord, type Asking, type CriterionChoice } from './criterionChoice';
import type { ValueRow } from './valuesList';
import { listedText } from '../../text/punctuation';

/** The kinds that hold values. */
type ValueKind = FacetId | 'status';

/** Values of a facet that images have. */
export function facetCondition(kind: FacetId): CriterionChoice {
  const facet = facetOf(kind);
  return {
    kinds: [kind],
    label: () => facetWords(kind).choose,
    example: (source) => facetExample(kind, familiesTold(facet, source)),
    suits: (source) => isFacetTold(facet, source),
    ask: (asking, present) => {
      const words = facetWords(kind);
      const placeholder = 'question' in words ? words.question : filterTexts.selectValues();
      return askValues(valuesQuestion(kind, { title: words.title, placeholder }, asking, present));
    },
  };
}

/** The project that images belong to: those that one knows by more than their ids say whose they are, and stand first. */
export function ownerCondition(): CriterionChoice {
  return {
    ...facetCondition('owner'),
    ask: (asking, present) => {
      const words = { title: facetWords('owner').title, placeholder: filterTexts.selectValues() };
      const question = valuesQuestion('owner', words, asking, present);
      return askValues({
        ...question,
        rows: async (closed) => {
          const rows = await question.rows(closed);
          const roles = ownerRoles(asking.session.images.loaded);
          const known = [...roles].sort(([, one], [, other]) => ROLES.indexOf(one) - ROLES.indexOf(other));
          const first = known.flatMap(([owner, role]) =>
            rows
              .filter(({ value }) => value === owner)
              .map((row) => ({ ...row, label: filterTexts.ownerOf(role, row.label) })),
          );
          return [...first, ...rows.filter(({ value = '' }) => !roles.has(value))];
        },
      });
    },
  };
}

const ROLES: readonly OwnerRole[] = ['own', 'vendor'];

/** The status, as servers write it. */
export function statusCondition(): CriterionChoice {
  return {
    kinds: ['status'],
    label: () => filterTexts.statusRow(),
    example: () => listedText(['ACTIVE', 'SAVING', 'ERROR']),
    ask: (asking, present) => {
      const words = { title: filterTexts.status(), placeholder: filterTexts.selectValues() };
      return askValues(valuesQuestion('status', words, asking, present));
    },
  };
}

/** The disk: sizes that images have, or a range of them. */
export function diskCondition(): CriterionChoice {
  return {
    ...facetCondition('disk'),
    kinds: ['disk', 'diskRange'],
    ask: (asking, present) => {
      const words = { title: filterTexts.diskSize(), placeholder: filterTexts.diskExample() };
      const question = valuesQuestion('disk', words, asking, present);
      const range = present?.kind === 'diskRange' ? present : undefined;
      return askValues({
        ...question,
        ...(range !== undefined && { present: [], text: boundsText(range) }),
        typed: (text) => diskRow(asking.session, text),
      });
    },
  };
}

/** The values of a kind that can be chosen. */
export function choicesOf({ images }: Session, kind: ValueKind): readonly ValueChoice[] {
  if (kind === 'status') return statusChoices(images.loaded);
  const facet = facetOf(kind);
  const families = facet.families && familiesTold(facet, images.source);
  return facetChoices(images.loaded, facet, families, collatorOf(env.language).compare);
}

/** A criterion on one or several values. */
export function valuesCriterion(kind: ValueKind, values: readonly string[], negated = false): Criterion {
  return { kind, values, ...(negated && { negated }) };
}

/** What a value is called. */
export function valueLabel(kind: ValueKind, value: string): string {
  return plainLabel(kind === 'status' ? value : facetValueLabel(kind, value));
}

/** What a condition on values is called. */
export function kindTitle(kind: ValueKind): string {
  return kind === 'status' ? filterTexts.status() : facetWords(kind).title;
}

function valuesQuestion(
  kind: ValueKind,
  words: Pick<ValuesQuestion, 'title' | 'placeholder'>,
  { session, context }: Asking,
  present: Criterion | undefined,
): ValuesQuestion {
  const values = present !== undefined && isOfValues(present) ? present.values : undefined;
  return {
    ...words,
    present: values,
    negated: present !== undefined && isNegated(present),
    rows: async (closed) => {
      await firstPageForBox(context, session, closed);
      const choices = choicesOf(session, kind);
      // What was asked for may be in no image that is loaded.
      const others = values?.filter((wanted) => choices.every(({ value }) => value !== wanted)) ?? [];
      return [...others.map((value) => ({ value, count: 0 })), ...choices].map((choice) =>
        valueRow(session, kind, choice),
      );
    },
    make: (chosen, negated) => valuesCriterion(kind, chosen, negated),
  };
}

function isOfValues(criterion: Criterion): criterion is CriterionOf<ValueKind> {
  return 'values' in criterion;
}

function valueRow(session: Session, kind: ValueKind, { value, count }: ValueChoice): ValueRow {
  return { label: valueLabel(kind, value), description: imagesWord(session, count), value };
}

/** What a typed text means for a disk: a size, listed or not, or a range. */
function diskRow(session: Session, text: string): ValueRow | undefined {
  const read = readBounds(text);
  if (read === 'unreadable') return undefined;
  if (read === 'endBeforeStart') return problemItem(read);
  if ('exactly' in read) {
    const value = String(read.exactly);
    return { ...valueRow(session, 'disk', { value, count: 0 }), alwaysShow: true };
  }
  const criterion: Criterion = { kind: 'diskRange', ...read.bounds };
  return {
    label: capitalizedWords(boundsWords(read.bounds)),
    description: countWords(session, criterion),
    criterion,
    alwaysShow: true,
  };
}
