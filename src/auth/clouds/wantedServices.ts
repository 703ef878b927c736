import type { ImagesService } from '../../api/images/imagesService';
import type { WantedService, WantedServices } from '../../api/images/serviceChoice';
import type { CloudPlace } from './cloud';

/** Where the images of a cloud are to be looked for, as far as it says that. */
export function wantedServices({ services, regions }: CloudPlace): WantedServices {
  const wanted = (service: ImagesService): WantedService => {
    const { override, region, interface: name } = services[service];
    return { base: override, regions: region === undefined ? regions : [region], interface: name };
  };
  return { image: wanted('image'), compute: wanted('compute') };
}

/** The addresses that stand above those of the service catalogue, as they stand in the cloud. */
export function overridesOf({ services: { image, compute } }: CloudPlace): readonly string[] {
  return [image.override, compute.override].filter((override) => override !== undefined);
}
