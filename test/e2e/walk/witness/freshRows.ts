import { env } from 'vscode';
import type { Image } from '../../../../src/api/images/image';
import { formatCount } from '../../../../src/base/format';
import type { Group } from '../../../../src/catalog/group';
import { groupImages } from '../../../../src/catalog/grouping';
import { sortImages } from '../../../../src/catalog/sorting';
import { foldVariants } from '../../../../src/catalog/variants';
import { describeGroup } from '../../../../src/text/describeGroup';
import { imageLabel, imageSummary } from '../../../../src/text/describeImage';
import { filterWhole } from '../../../unit/appliedFilters';
import type { ChosenView, FreshRow } from './messages';

export interface Fresh {
  readonly loaded: readonly Image[];
  readonly shown: readonly Image[];
  readonly rows: readonly FreshRow[];
}

/** The rows that a list has to have, by the pure functions alone: no cache, no tree, no session. */
export async function freshRows(held: readonly Image[], view: ChosenView, counted: '' | '+'): Promise<Fresh> {
  const { filter, sorting, grouping } = view;
  const loaded = held.filter(({ status }) => status !== 'DELETED');
  const shown = await filterWhole(loaded, filter);
  const groups = groupImages(sortImages(shown, sorting, env.language), grouping, env.language);
  const rows =
    grouping === 'none'
      ? groups.flatMap(({ images }) => imageRows(images, view))
      : groups.map((group) => groupRow(group, view, counted));
  return { loaded, shown, rows };
}

function groupRow(group: Group, view: ChosenView, counted: '' | '+'): FreshRow {
  return {
    ...standingFor(group.images),
    label: describeGroup(group, view.grouping),
    description: `${formatCount(group.images.length)}${counted}`,
    below:
      group.groups.length > 0
        ? group.groups.map((inner) => groupRow(inner, view, counted))
        : imageRows(group.images, view),
  };
}

function imageRows(images: readonly Image[], { folded }: ChosenView): readonly FreshRow[] {
  if (!folded) return images.map(imageRow);
  return foldVariants(images).map(({ name, images: sizes }): FreshRow => {
    const [only, ...others] = sizes;
    if (only !== undefined && others.length === 0) return imageRow(only);
    const words = sizes.map((image) => image.name.slice(name.length + 1));
    return {
      ...standingFor(sizes),
      label: name,
      description: words.join(' · '),
      below: sizes.map(imageRow),
    };
  });
}

function imageRow(image: Image): FreshRow {
  return {
    ...standingFor([image]),
    label: imageLabel(image),
    description: imageSummary(image),
    below: [],
  };
}

function standingFor(images: readonly Image[]): Pick<FreshRow, 'ids' | 'names'> {
  return { ids: images.map(({ id }) => id), names: images.map(({ name }) => name) };
}
