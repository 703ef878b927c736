import { l10n } from 'vscode';
import type { FacetId, FamilyOf } from '../catalog/facets';

/** Of a facet that may have any value: its title in menus, "App", and the criteria to choose from. */
interface OpenChoices {
  readonly title: string;
  readonly is: string;
  readonly isNot: string;
}

/** Of a facet that has no other values: its title, and its criterion. */
export interface FixedChoices {
  readonly title: string;
  readonly choose: string;
  readonly question: string;
}

const WORDS: {
  readonly [Id in FacetId]: [FamilyOf<Id>] extends [never] ? () => OpenChoices : () => FixedChoices;
} = {
  app: () => ({
    title: l10n.t('App'),
    is: l10n.t('App is…'),
    isNot: l10n.t('App is not…'),
  }),
  distribution: () => ({
    title: l10n.t('Distribution'),
    is: l10n.t('Distribution is…'),
    isNot: l10n.t('Distribution is not…'),
  }),
  os: () => ({
    title: l10n.t('Operating system'),
    is: l10n.t('Operating system is…'),
    isNot: l10n.t('Operating system is not…'),
  }),
  ownership: () => ({
    title: l10n.t('Ownership'),
    choose: l10n.t('Ownership…'),
    question: l10n.t('Select an owner'),
  }),
  visibility: () => ({
    title: l10n.t('Visibility'),
    choose: l10n.t('Visibility…'),
    question: l10n.t('Select a visibility'),
  }),
  owner: () => ({
    title: l10n.t('Owner'),
    is: l10n.t('Owner is…'),
    isNot: l10n.t('Owner is not…'),
  }),
  tag: () => ({
    title: l10n.t('Tag'),
    is: l10n.t('Has the tag…'),
    isNot: l10n.t('Does not have the tag…'),
  }),
};

/** The words by which a facet is chosen, in the language of the editor. */
export function facetChoices(facet: FacetId): OpenChoices | FixedChoices {
  return WORDS[facet]();
}
