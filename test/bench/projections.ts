import type { Image } from '../../src/api/images/image';
import { jsonText } from '../../src/base/json';
import type { Criterion } from '../../src/catalog/filter/criterion';
import { groupImages, type Grouping } from '../../src/catalog/grouping';
import { sortImages } from '../../src/catalog/sorting';
import { foldVariants } from '../../src/catalog/variants';
import { filterImages } from '../unit/appliedFilters';

const LOCALE = 'ja';

export const group = (grouping: Grouping) => (images: readonly Image[]) =>
  groupImages(images, grouping, { locale: LOCALE });

export const filter =
  (...criteria: readonly Criterion[]) =>
  (images: readonly Image[]) =>
    filterImages(images, { criteria });

export const THREE_CRITERIA: readonly Criterion[] = [
  { kind: 'nameContains', text: 'ubuntu' },
  { kind: 'size', max: 4e9 },
  { kind: 'app', values: ['GitLab'] },
];

export const sortByName = (images: readonly Image[]) =>
  sortImages(images, { key: 'name', descending: false }, LOCALE);

export const fold = foldVariants;

const collator = new Intl.Collator(LOCALE, { numeric: true });

/** What sorting by name is measured against. */
export const bareSort = (images: readonly Image[]) =>
  images.toSorted((a, b) => collator.compare(a.name, b.name));

type Pass = (images: readonly Image[]) => unknown;

/**
 * One bare pass for each grouping: a loop that reads the fields which the grouping depends on, asks them the plainest
 * question, and keeps nothing but a count.
 */
export const bareCount: Readonly<Record<Exclude<Grouping, 'none'>, Pass>> = {
  kind: (images) => {
    let own = 0;
    for (const { metadata, name, status } of images)
      if (
        status !== 'ACTIVE' ||
        jsonText(metadata.image_type) === 'snapshot' ||
        !(name.startsWith('vmi-') || jsonText(metadata.display_order) !== '') ||
        (jsonText(metadata.app) || jsonText(metadata.gnc_app)).startsWith('GitLab-') ||
        jsonText(metadata.dst).startsWith('Ubuntu-')
      )
        own++;
    return own;
  },
  support: (images) => {
    let ended = 0;
    for (const { metadata, name } of images)
      if (jsonText(metadata.dst).startsWith('CentOS-7') || name.includes('-centos-7')) ended++;
    return ended;
  },
  visibility: (images) => {
    let shared = 0;
    for (const { details } of images) if (details?.visibility === 'shared') shared++;
    return shared;
  },
  owner: (images) => {
    let owned = 0;
    for (const { details } of images) if (details !== undefined && details.owner !== '') owned++;
    return owned;
  },
  diskFormat: (images) => {
    let raw = 0;
    for (const { details } of images) if (details?.diskFormat === 'raw') raw++;
    return raw;
  },
  status: (images) => {
    let saving = 0;
    for (const { status } of images) if (status === 'SAVING') saving++;
    return saving;
  },
  app: (images) => {
    let gitlab = 0;
    for (const { metadata } of images)
      if ((jsonText(metadata.app) || jsonText(metadata.gnc_app)).startsWith('GitLab-')) gitlab++;
    return gitlab;
  },
  distribution: (images) => {
    let ubuntu = 0;
    for (const { metadata, name } of images)
      if (jsonText(metadata.dst).startsWith('Ubuntu-') || name.includes('-ubuntu-')) ubuntu++;
    return ubuntu;
  },
  os: (images) => {
    let windows = 0;
    for (const { metadata, name } of images)
      if (
        jsonText(metadata.os_type).startsWith('win') ||
        jsonText(metadata.dst).startsWith('Windows') ||
        name.startsWith('vmi-win')
      )
        windows++;
    return windows;
  },
  disk: (images) => {
    let small = 0;
    for (const { name, minDisk } of images) if (name.endsWith('-30gb') || minDisk === 30) small++;
    return small;
  },
  ownership: (images) => {
    let own = 0;
    for (const { metadata, name } of images)
      if (
        jsonText(metadata.image_type) === 'snapshot' ||
        !(name.startsWith('vmi-') || jsonText(metadata.display_order) !== '')
      )
        own++;
    return own;
  },
};

/** One bare pass for each filter: `filter` of arrays with the plainest test of the same fields. */
export const bareFilter: Readonly<Record<'status' | 'name' | 'app' | 'size' | 'all', Pass>> = {
  status: (images) => images.filter(({ status }) => status === 'SAVING'),
  name: (images) => images.filter(({ name }) => name.includes('ubuntu')),
  app: (images) =>
    images.filter(({ metadata }) =>
      (jsonText(metadata.app) || jsonText(metadata.gnc_app)).startsWith('GitLab-'),
    ),
  size: (images) => images.filter(({ size }) => size !== undefined && size <= 4e9),
  all: (images) =>
    images.filter(
      ({ name, size, metadata }) =>
        name.includes('ubuntu') &&
        size !== undefined &&
        size <= 4e9 &&
        (jsonText(metadata.app) || jsonText(metadata.gnc_app)).startsWith('GitLab-'),
    ),
};
