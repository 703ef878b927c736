import { l10n } from 'vscode';
import type { FacetId, FamilyOf } from '../catalog/facets';
import { formatGib } from '../base/formatGib';
import { foreignText } from './foreignText';
import { listedText } from './punctuation';

/** What a facet is called. */
interface CommonWords {
  /** In a sentence: "app". */
  readonly noun: string;
  /** What images without a value are called: "(no app)". */
  readonly none: string;
  /** In menus: "App". */
  readonly title: string;
  /** Its criterion: "App…". */
  readonly choose: string;
}

/** Of a facet that may have any value. */
interface OpenWords extends CommonWords {
  /** Some values: "Docker, WordPress". */
  readonly example: string;
  /** What a value is called that is no name: "30 GB". */
  readonly valueLabel?: (value: string) => string;
}

/** Of a facet that has no other values: what each of them is called. */
interface FixedWords<Family extends string = string> extends CommonWords {
  readonly families: Readonly<Record<Family, FamilyWords>>;
  readonly question: string;
}

interface FamilyWords {
  readonly label: string;
  /** Within the words of a filter. */
  readonly inFilter: string;
}

const WORDS: {
  readonly [Id in FacetId]: [FamilyOf<Id>] extends [never] ? () => OpenWords : () => FixedWords<FamilyOf<Id>>;
} = {
  kind: () => ({
    noun: l10n.t('kind'),
    none: l10n.t('(unknown kind)'),
    title: l10n.t('Kind'),
    choose: l10n.t('Kind…'),
    question: l10n.t('Select a kind'),
    families: {
      attention: { label: l10n.t('Not Ready to Use'), inFilter: l10n.t('not ready to use') },
      own: { label: l10n.t('My Saved Images'), inFilter: l10n.t('my saved images') },
      os: { label: l10n.t('Operating Systems'), inFilter: l10n.t('operating systems') },
      app: { label: l10n.t('Applications'), inFilter: l10n.t('applications') },
      shared: { label: l10n.t('Shared Images'), inFilter: l10n.t('shared images') },
      other: { label: l10n.t('Other Images'), inFilter: l10n.t('other images') },
    },
  }),
  app: () => ({
    noun: l10n.t('app'),
    none: l10n.t('(no app)'),
    title: l10n.t('App'),
    choose: l10n.t('App…'),
    example: l10n.t('Docker, WordPress'),
  }),
  distribution: () => ({
    noun: l10n.t('distribution'),
    none: l10n.t('(no distribution)'),
    title: l10n.t('Distribution'),
    choose: l10n.t('Distribution…'),
    example: l10n.t('Ubuntu 22.04, CentOS 7'),
  }),
  os: () => ({
    noun: l10n.t('OS'),
    none: l10n.t('(unknown OS)'),
    title: l10n.t('Operating system'),
    choose: l10n.t('Operating system…'),
    example: l10n.t('Linux, Windows'),
  }),
  disk: () => ({
    noun: l10n.t('disk'),
    none: l10n.t('(unknown disk)'),
    title: l10n.t('Disk size'),
    choose: l10n.t('Disk size…'),
    example: listedText(['30 GB', '100 GB', '>30']),
    valueLabel: (value) => formatGib(Number(value)),
  }),
  support: () => ({
    noun: l10n.t('support'),
    none: l10n.t('(support not known)'),
    title: l10n.t('Security support'),
    choose: l10n.t('Security support…'),
    question: l10n.t('Select a support state'),
    families: {
      ended: { label: l10n.t('Support ended'), inFilter: l10n.t('support ended') },
      endsSoon: { label: l10n.t('Support ends soon'), inFilter: l10n.t('support ends soon') },
      supported: { label: l10n.t('Supported'), inFilter: l10n.t('supported') },
    },
  }),
  ownership: () => ({
    noun: l10n.t('ownership'),
    none: l10n.t('(unknown ownership)'),
    title: l10n.t('Ownership'),
    choose: l10n.t('Ownership…'),
    question: l10n.t('Select an owner'),
    families: {
      own: { label: l10n.t('My saved images'), inFilter: l10n.t('my saved images') },
      vendor: { label: l10n.t('Cloud provider’s images'), inFilter: l10n.t('cloud provider’s images') },
      shared: { label: l10n.t('Shared with me'), inFilter: l10n.t('images shared with me') },
      community: { label: l10n.t('Community images'), inFilter: l10n.t('community images') },
    },
  }),
  visibility: () => ({
    noun: l10n.t('visibility'),
    none: l10n.t('(unknown visibility)'),
    title: l10n.t('Visibility'),
    choose: l10n.t('Visibility…'),
    question: l10n.t('Select a visibility'),
    families: {
      public: { label: l10n.t('Public'), inFilter: l10n.t('public') },
      private: { label: l10n.t('Private'), inFilter: l10n.t('private') },
      shared: { label: l10n.t('Shared'), inFilter: l10n.t('shared') },
      community: { label: l10n.t('Community'), inFilter: l10n.t('community') },
    },
  }),
  owner: () => ({
    noun: l10n.t('owner'),
    none: l10n.t('(unknown owner)'),
    title: l10n.t('Owner'),
    choose: l10n.t('Project…'),
    example: l10n.t('a project ID'),
  }),
  diskFormat: () => ({
    noun: l10n.t('disk format'),
    none: l10n.t('(unknown disk format)'),
    title: l10n.t('Disk format'),
    choose: l10n.t('Disk format…'),
    example: l10n.t('qcow2, raw'),
  }),
  tag: () => ({
    noun: l10n.t('tag'),
    none: l10n.t('(no tag)'),
    title: l10n.t('Tag'),
    choose: l10n.t('Tag…'),
    example: l10n.t('a tag of the image'),
  }),
};

/** The words of a facet in the language of the editor. */
export function facetWords(facet: FacetId): OpenWords | FixedWords {
  return WORDS[facet]();
}

/** A value of a facet as a label, or words for images that have none. */
export function facetValueLabel(facet: FacetId, value: string): string {
  const words = facetWords(facet);
  if (value === '') return words.none;
  const label = 'valueLabel' in words ? words.valueLabel?.(value) : familyWords(facet, value)?.label;
  return label ?? foreignText(value);
}

/** What a facet can be asked for, for instance. @param families those that images of the source can have, of a facet that has no others */
export function facetExample(facet: FacetId, families: readonly string[]): string {
  const words = facetWords(facet);
  if ('example' in words) return words.example;
  return listedText(families.slice(0, 2).map((family) => facetValueLabel(facet, family)));
}

/** Words for a value that is one of a fixed few. */
export function familyWords(facet: FacetId, value: string): FamilyWords | undefined {
  const words = facetWords(facet);
  if (!('families' in words) || !Object.hasOwn(words.families, value)) return undefined;
  return words.families[value];
}
