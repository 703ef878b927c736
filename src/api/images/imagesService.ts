/** The services of images: Compute, as VPS 2.0 has it, and OpenStack's image service, of VPS 3.0 and of today's clouds. */
export type ImagesService = 'compute' | 'image';

/** Where images are asked for. */
export interface ImagesAddress {
  /** The address before `/images`, as it is asked. */
  readonly base: string;
  /** Compute, where nothing is said. */
  readonly service?: 'image';
}
