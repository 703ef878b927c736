import { l10n } from 'vscode';
import type { FacetId, FamilyOf } from '../catalog/facets';
import { foreignText } from './foreignText';

/** What a facet is called. */
interface Names {
  /** In menus: "App". */
  readonly title: string;
  /** In a sentence: "app". */
  readonly noun: string;
  /** What images without a value are called: "(no app)". */
  readonly none: string;
}

/** Of a facet that may have any value: the criteria to choose from. */
interface OpenWords extends Names {
  readonly is: string;
  readonly isNot: string;
}

/** Of a facet that has no other values: its criterion, and what each value is called. */
export interface FixedWords<Family extends string> extends Names {
  readonly choose: string;
  readonly question: string;
  readonly families: Readonly<Record<Family, FamilyWords>>;
}

interface FamilyWords {
  readonly label: string;
  /** Within the words of a filter. */
  readonly inFilter: string;
}

type FacetWords = OpenWords | FixedWords<string>;

const WORDS: {
  readonly [Id in FacetId]: [FamilyOf<Id>] extends [never] ? () => OpenWords : () => FixedWords<FamilyOf<Id>>;
} = {
  app: () => ({
    title: l10n.t('App'),
    noun: l10n.t('app'),
    none: l10n.t('(no app)'),
    is: l10n.t('App is…'),
    isNot: l10n.t('App is not…'),
  }),
  distribution: () => ({
    title: l10n.t('Distribution'),
    noun: l10n.t('distribution'),
    none: l10n.t('(no distribution)'),
    is: l10n.t('Distribution is…'),
    isNot: l10n.t('Distribution is not…'),
  }),
  os: () => ({
    title: l10n.t('Operating system'),
    noun: l10n.t('OS'),
    none: l10n.t('(unknown OS)'),
    is: l10n.t('Operating system is…'),
    isNot: l10n.t('Operating system is not…'),
  }),
  ownership: () => ({
    title: l10n.t('Ownership'),
    noun: l10n.t('ownership'),
    none: l10n.t('(none)'),
    choose: l10n.t('Ownership…'),
    question: l10n.t('Select an owner'),
    families: {
      own: { label: l10n.t('My images'), inFilter: l10n.t('my images') },
      vendor: { label: l10n.t('Provider’s images'), inFilter: l10n.t('provider’s images') },
    },
  }),
};

/** The words of a facet in the language of the editor. */
export function facetWords(facet: FacetId): FacetWords {
  return WORDS[facet]();
}

/** A value of a facet as a label, or words for images that have none. */
export function facetValueLabel(facet: FacetId, value: string): string {
  return familyWords(facet, value)?.label ?? (value === '' ? facetWords(facet).none : foreignText(value));
}

/** Words for a value that is one of a fixed few. */
export function familyWords(facet: FacetId, value: string): FamilyWords | undefined {
  const words = facetWords(facet);
  if (!('families' in words) || !Object.hasOwn(words.families, value)) return undefined;
  return words.families[value];
}
