import type { Image } from '../image';
import type { ImagesOptions } from '../imagesClient';
import type { ImageListing, ImageSource, ReadImage, ServerQuery } from '../imageSource';
import { MarkerListing } from '../markerListing';
import { ComputeClient } from './computeClient';
import { COMPUTE_NATURE } from './computeNature';
import { ComputePages } from './computePages';
import { PageEnds } from './pageEnds';
import { PageSizes } from './pageSizes';
import { parseImage } from './parseImage';

/** Images as OpenStack Compute lists them: `GET {base}/images/detail`. */
export class ComputeImages implements ImageSource {
  readonly applied = COMPUTE_NATURE.applied;
  readonly tellsDetails = COMPUTE_NATURE.tellsDetails;
  readonly scopes = COMPUTE_NATURE.scopes;
  readonly precedes = COMPUTE_NATURE.precedes;
  readonly sameContent = COMPUTE_NATURE.sameContent;
  readonly #client: ComputeClient;
  readonly #sizes = new PageSizes();

  constructor(options: ImagesOptions) {
    this.#client = new ComputeClient(options);
  }

  get largestPage(): number {
    return this.#sizes.largest;
  }

  list(query: ServerQuery): ImageListing {
    return new MarkerListing(new ComputePages(this.#client, this.#sizes, query, new PageEnds()));
  }

  reader(): Promise<ReadImage> {
    return Promise.resolve(parseImage);
  }

  image(id: string, signal: AbortSignal): Promise<Image> {
    return this.#client.image(id, signal);
  }
}
