import { env } from 'vscode';
import type { Image } from '../../../../src/api/images/image';
import { formatCount } from '../../../../src/base/format';
import { groupImages } from '../../../../src/catalog/grouping';
import type { RowLabel } from '../../../../src/catalog/labels/rowLabel';
import { sortImages } from '../../../../src/catalog/sorting';
import { describeGroup } from '../../../../src/text/describeGroup';
import { rowDetailsText, rowLabelText } from '../../../../src/text/describeRow';
import { rowsBelow } from '../../../../src/tree/accountRows';
import { disksOf, listRows, type ListBase } from '../../../../src/tree/listRows';
import type { GroupRow, ImageRow } from '../../../../src/tree/rows';
import { filterWhole } from '../../../unit/appliedFilters';
import { NO_FAVOURITES, PLAIN_LOOK } from '../../../unit/rowLooks';
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
  const groups = groupImages(sortImages(shown, sorting, env.language), grouping, {
    locale: env.language,
    byVersion: sorting.key === 'server',
  });
  const base: ListBase = {
    kind: 'group',
    accountId: 'a',
    parent: undefined,
    variants: undefined,
    headings: [],
    mayHaveMore: counted === '+',
    alone: false,
    grouping,
    folded: view.folded,
    look: PLAIN_LOOK,
    favourites: NO_FAVOURITES,
  };
  return { loaded, shown, rows: listRows(base, { groups, images: [] }, 'a').map(freshRow) };
}

function freshRow(row: GroupRow | ImageRow): FreshRow {
  if (row.kind === 'image') {
    const { image, label } = row;
    return { ...standingFor([image]), ...texts([image], label), below: [] };
  }
  const { group, variants, grouping, mayHaveMore } = row;
  const own =
    variants === undefined
      ? {
          label: describeGroup(group, grouping),
          description: `${formatCount(group.images.length)}${mayHaveMore ? '+' : ''}`,
        }
      : texts(group.images, variants);
  return { ...standingFor(group.images), ...own, below: rowsBelow(row).map(freshRow) };
}

function texts(images: readonly Image[], label: RowLabel): Pick<FreshRow, 'label' | 'description'> {
  const [image] = images;
  if (image === undefined) throw new Error('a row without images');
  const row = { image, disks: disksOf(images), label };
  return { label: rowLabelText(row), description: rowDetailsText(row, PLAIN_LOOK.details) };
}

function standingFor(images: readonly Image[]): Pick<FreshRow, 'ids' | 'names'> {
  return { ids: images.map(({ id }) => id), names: images.map(({ name }) => name) };
}
