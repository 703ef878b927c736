import type { Image } from '../api/images/image';
import { diskOf } from '../catalog/disk';
import type { Group } from '../catalog/group';
import { rowLabels, type Labelled, type RowLabel } from '../catalog/labels/rowLabel';
import { narrowTexts } from '../text/labelText';
import { foldVariants, type Variants } from '../catalog/variants';
import type { GroupRow, ImageRow, ShownLabel } from './rows';

/** What all rows of a list have in common. */
export type ListBase = Omit<GroupRow, 'id' | 'group'>;

/** What has a row: a group, or an image in one or several disk sizes. */
type Member = { readonly group: Group } | { readonly variants: Variants };

/** The rows of some groups, or of images, in one list. @param prefix of their ids */
export function listRows(
  base: ListBase,
  { groups, images }: Pick<Group, 'groups' | 'images'>,
  prefix: string,
): readonly (GroupRow | ImageRow)[] {
  const members: readonly Member[] =
    groups.length === 0
      ? variantsOf(images, base.folded).map((variants) => ({ variants }))
      : groups.flatMap((group) => membersOf(base, group));
  const labelled = members.flatMap((member) => ('variants' in member ? labelledBy(member.variants) : []));
  const { style, details } = base.look;
  const naming = { style, headings: base.headings, showsDisk: details.includes('disk') };
  const labels = rowLabels(labelled, naming);
  const described = labelled.map((row, at) => ({ ...row, label: labels[at] as RowLabel }));
  const narrow = narrowTexts(described, style);
  let next = 0;
  return members.map((member) => {
    if ('group' in member) return { ...base, id: `${prefix}/${member.group.key}`, group: member.group };
    const at = next++;
    return variantsRow(base, member.variants, { ...(labels[at] as RowLabel), narrow: narrow[at] }, prefix);
  });
}

/** A row for each disk size of an image, which stands above them. */
export function variantRows(base: ListBase, { images }: Group, { told }: RowLabel): readonly ImageRow[] {
  const label = { text: '', told, saysDisks: true, apart: undefined, narrow: undefined };
  const isNamed = base.look.style === 'name';
  const prefix = base.parent ?? '';
  return images.map((image) =>
    imageRow(base, image, isNamed || diskOf(image) === undefined ? named(image) : label, prefix),
  );
}

function named({ name }: Image): ShownLabel {
  return { text: name, told: [], saysDisks: false, apart: undefined, narrow: undefined };
}

/** A group, or what stands in its place. */
function membersOf({ folded }: ListBase, group: Group): readonly Member[] {
  if (group.headed === 'always' || group.groups.length > 0) return [{ group }];
  const rows = variantsOf(group.images, folded);
  const hasHeading = group.headed === 'ofSeveral' && rows.length > 1;
  return hasHeading ? [{ group }] : rows.map((variants) => ({ variants }));
}

function variantsOf(images: readonly Image[], folded: boolean): readonly Variants[] {
  if (folded) return foldVariants(images);
  return images.map((image) => ({ key: image.key, name: image.name, images: [image] }));
}

function labelledBy({ name, images }: Variants): Labelled {
  return { image: images[0], name, disks: disksOf(images) };
}

function variantsRow(
  base: ListBase,
  { key, name, images }: Variants,
  label: ShownLabel,
  prefix: string,
): GroupRow | ImageRow {
  if (images.length === 1) return imageRow(base, images[0], label, prefix);
  const group: Group = { key, value: name, images, groups: [], headed: 'always' };
  return { ...base, id: `${prefix}/sizes/${key}`, group, variants: label };
}

function imageRow(
  { accountId, parent, look, favourites }: ListBase,
  image: Image,
  label: ShownLabel,
  prefix: string,
): ImageRow {
  return {
    kind: 'image',
    id: `${prefix}/${image.key}`,
    accountId,
    parent,
    image,
    label,
    look,
    isFavourite: favourites.has(image.key),
  };
}

/** GiB of the disks of an image. */
export function disksOf(images: readonly Image[]): readonly number[] {
  return images.flatMap((image) => diskOf(image) ?? []);
}
