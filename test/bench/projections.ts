import type { Image } from '../../src/api/images/image';
import { jsonText, type JsonObject } from '../../src/base/json';
import type { Criterion } from '../../src/catalog/filter/criterion';
import { groupImages, type Grouping } from '../../src/catalog/grouping';
import { sortImages } from '../../src/catalog/sorting';
import { foldVariants } from '../../src/catalog/variants';
import { filterImages } from '../unit/appliedFilters';
import { COMPARED, tenantOf } from './served';

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

/** Where the properties of an image are read from: one of Image v2 would gather all of them anew. */
function propertiesOf(image: Image): JsonObject {
  return image.property === undefined ? image.metadata : (image.raw as JsonObject);
}

type Pass = (images: readonly Image[]) => unknown;

/**
 * One bare pass for each grouping: a loop that reads the fields which the grouping depends on, asks them the plainest
 * question, and keeps nothing but a count.
 */
export const bareCount: Readonly<Record<'status' | 'app' | 'distribution' | 'os' | 'ownership', Pass>> = {
  status: (images) => {
    let saving = 0;
    for (const { status } of images) if (status === 'SAVING') saving++;
    return saving;
  },
  app: (images) => {
    let gitlab = 0;
    for (const image of images) if (isGitLab(image)) gitlab++;
    return gitlab;
  },
  distribution: (images) => {
    let ubuntu = 0;
    for (const image of images)
      if (jsonText(propertiesOf(image).dst).startsWith('Ubuntu-') || image.name.includes('-ubuntu-'))
        ubuntu++;
    return ubuntu;
  },
  os: (images) => {
    let windows = 0;
    for (const image of images) {
      const { os_type: type, dst } = propertiesOf(image);
      if (
        jsonText(type).startsWith('win') ||
        jsonText(dst).startsWith('Windows') ||
        image.name.startsWith('vmi-win')
      )
        windows++;
    }
    return windows;
  },
  ownership: (images) => {
    let own = 0;
    for (const image of images) if (isOwn(image)) own++;
    return own;
  },
};

function isGitLab(image: Image): boolean {
  const { app, gnc_app: before } = propertiesOf(image);
  return (jsonText(app) || jsonText(before)).startsWith('GitLab-');
}

function isOwn(image: Image): boolean {
  const { visibility, owner, image_type: type, display_order: order } = propertiesOf(image);
  return visibility === undefined
    ? jsonText(type) === 'snapshot' || !(image.name.startsWith('vmi-') || jsonText(order) !== '')
    : owner === PROJECT || visibility === 'private';
}

const PROJECT = tenantOf(COMPARED);

/** One bare pass for each filter: `filter` of arrays with the plainest test of the same fields. */
export const bareFilter: Readonly<Record<'status' | 'name' | 'app' | 'size' | 'all', Pass>> = {
  status: (images) => images.filter(({ status }) => status === 'SAVING'),
  name: (images) => images.filter(({ name }) => name.includes('ubuntu')),
  app: (images) => images.filter(isGitLab),
  size: (images) => images.filter(({ size }) => size !== undefined && size <= 4e9),
  all: (images) =>
    images.filter(
      (image) =>
        image.name.includes('ubuntu') && image.size !== undefined && image.size <= 4e9 && isGitLab(image),
    ),
};
