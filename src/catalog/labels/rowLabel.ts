import type { Image } from '../../api/images/image';
import { isVisible } from '../../base/visible';
import { appOf, distributionOf } from '../facetValues';
import type { Heading } from '../group';
import type { Apart } from './apart';
import { distinguished, type SeenRow } from './distinguish';
import { drawn } from './drawn';
import type { LabelStyle } from './labelStyle';
import { titleOf, type Told } from './title';

/** One row: an image, or one that stands there in several disk sizes. */
export interface Labelled {
  readonly image: Image;
  /** The name that its disk sizes have in common; its own where it stands there once. */
  readonly name: string;
  /** GiB, smallest first; empty where it is not known. */
  readonly disks: readonly number[];
}

/** What a row is called. */
export interface RowLabel {
  /** The text of others, as it came; empty where there is none, and where `disks` are all that is left to say. */
  readonly text: string;
  /** What the label or the heading say: nobody needs it beside them. */
  readonly told: readonly Told[];
  /** The label says the disk sizes, before all else where there is no text. */
  readonly saysDisks: boolean;
  /** What tells it from a row that looks the same; `undefined` where it needs nothing. */
  readonly apart: Apart | undefined;
}

/** How rows are to be called, and what is said of them besides. */
export interface Naming {
  readonly style: LabelStyle;
  /** What stands above them. */
  readonly headings: readonly Heading[];
  /** Their disk sizes stand beside them, also where there is one alone. */
  readonly showsDisk: boolean;
}

/**
 * The labels of rows that stand together, in their order. Each leaves out what stands above them, and where two would
 * look the same each says what tells it apart: what differs in the names, else the time, else the first digits of the id.
 */
export function rowLabels(
  rows: readonly Labelled[],
  { style, headings, showsDisk }: Naming,
): readonly RowLabel[] {
  const labels = rows.map((row): SeenRow & { label: RowLabel } => {
    const label = style === 'name' ? nameLabel(row) : readableLabel(row, headings);
    const areDisksSeen = showsDisk || label.saysDisks || row.disks.length > 1;
    const beside = areDisksSeen ? row.disks.join(' ') : '';
    return { image: row.image, seen: drawn(label.text), beside, label };
  });
  const apart = distinguished(labels);
  return labels.map(({ label }, at) => {
    const own = apart[at];
    return own === undefined ? label : { ...label, apart: own };
  });
}

function nameLabel({ image, name }: Labelled, told: readonly Told[] = []): RowLabel {
  const text = isVisible(name) ? name : image.id;
  return { text, told, saysDisks: false, apart: undefined };
}

function readableLabel(row: Labelled, headings: readonly Heading[]): RowLabel {
  const { image, disks } = row;
  const { text, tells, release } = titleOf(image);
  const said = headings.filter((heading) => isSaid(heading, image)).map(({ facet }) => facet);
  // What goes by its name goes by that which all of its sizes have.
  const label = tells === undefined ? nameLabel(row, said) : { ...nameLabel(row, [...said, tells]), text };
  const heading = headings.find(({ facet }) => facet === tells);
  if (heading === undefined || release === undefined || !isSaid(heading, image)) return label;
  // A word such as "latest" says nothing beside a name, but stands for a version among others.
  const version = release.version || (tells === 'app' ? appOf(image)?.version : undefined);
  if (!heading.whole && version !== undefined && version !== '') return { ...label, text: version };
  const other = heading.facet === 'app' && !said.includes('distribution') ? distributionOf(image) : undefined;
  if (other !== undefined) return { ...label, text: other.label, told: ['app', 'distribution'] };
  return disks.length > 0 ? { ...label, text: '', saysDisks: true } : label;
}

/** Whether a heading is one of this image's. */
function isSaid({ facet, family }: Heading, image: Image): boolean {
  return (facet === 'app' ? appOf(image) : distributionOf(image))?.family === family;
}
