import type { ImageRecord } from '../../server/index';
import { queryOf } from '../../unit/appliedFilters';
import type { Place, Places } from './places';
import type { Step } from './steps';
import type { ChosenView } from './witness/messages';

/** A list changes on its server, as by a colleague; nobody in the editor is told. */
export function changeList({ all }: Places, step: Extract<Step, { do: 'change' }>): void {
  const place = all[step.place];
  const { images } = place;
  place.hasChanged = true;
  const list = images.list();
  const image = list[Math.floor(step.image * list.length)];
  if (step.change === 'add') images.add({ id: step.id, name: step.name, status: 'active' });
  else if (step.change === 'addQueued')
    images.add({ id: step.id, name: step.name, status: 'queued', size: 0 });
  else if (image === undefined) return;
  else if (step.change === 'rename') images.update(image.id, { name: step.name });
  else if (step.change === 'remove') images.remove(image.id);
  else if (step.change === 'advance') images.advance(image.id);
  else images.setStatus(image.id, 'killed');
}

/** What the server lists for somebody who looks at it this way. */
export function serverList({ images }: Place, { filter }: ChosenView): readonly ImageRecord[] {
  const { name, status, type } = queryOf(filter);
  return images
    .list()
    .filter(
      (image) =>
        (name === undefined || image.name === name) &&
        (status === undefined || image.status.toUpperCase() === status) &&
        (type === undefined || image.metadata.image_type === type),
    );
}
