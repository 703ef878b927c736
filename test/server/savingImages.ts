import type { Images } from './images';

/**
 * Lets one step of image saving happen, as when users take snapshots: an image that is being saved gets further,
 * or, if there is none, a new one is queued.
 */
export function saveFurther(images: Images): void {
  const all = images.list();
  const unfinished = all.find(({ status }) => status === 'queued' || status === 'saving');
  if (unfinished) {
    images.advance(unfinished.id);
    return;
  }
  images.add({
    name: `スナップショット ${all.length + 1}`,
    status: 'queued',
    size: 0,
    metadata: { hw_qemu_guest_agent: 'yes', os_type: 'lin', image_type: 'snapshot' },
  });
}
