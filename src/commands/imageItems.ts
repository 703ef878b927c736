import type { QuickPickItem } from 'vscode';
import type { Image } from '../api/images/image';
import { rowLabels } from '../catalog/labels/rowLabel';
import type { Settings } from '../session/settings';
import { rowDetailsText, rowLabelText } from '../text/describeRow';
import { imageLabel } from '../text/describeImage';
import { foreignText } from '../text/foreignText';
import { plainLabel } from '../text/plainLabel';
import { disksOf } from '../tree/listRows';

/** A row of a list of images. */
export interface ImageItem extends QuickPickItem {
  readonly image: Image;
}

/** Images as choices, called as in the view, with their names and ids below. */
export function imageItems(
  images: readonly Image[],
  settings: Pick<Settings, 'labelStyle' | 'rowDetails'>,
): readonly ImageItem[] {
  const rows = images.map((image) => ({ image, name: image.name, disks: disksOf([image]) }));
  const details = settings.rowDetails();
  const naming = { style: settings.labelStyle(), headings: [], showsDisk: details.includes('disk') };
  const labels = rowLabels(rows, naming);
  return rows.flatMap(({ image, disks }, at): ImageItem[] => {
    const label = labels[at];
    if (label === undefined) return [];
    const row = { image, disks, label };
    const text = rowLabelText(row);
    const name = imageLabel(image);
    const below = [name === text ? '' : name, foreignText(image.id)].filter(
      (part) => part !== '' && part !== text,
    );
    return [
      {
        label: plainLabel(text),
        description: plainLabel(rowDetailsText(row, details)),
        detail: plainLabel(below.join(' · ')),
        image,
      },
    ];
  });
}
