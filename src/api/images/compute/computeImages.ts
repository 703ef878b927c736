import type { Image } from '../image';
import type { ImageListing, ImageSource, QueryParts, ServerQuery } from '../imageSource';
import { ComputeClient, type ComputeOptions } from './computeClient';
import { ComputeListing } from './computeListing';
import { PageSizes } from './pageSizes';
import { parseImage } from './parseImage';

/** Images as OpenStack Compute lists them: `GET {base}/images/detail`. */
export class ComputeImages implements ImageSource {
  /**
   * A server may ignore any part, so that all are checked but the type: that property need not be in what is sent. Of
   * the status words only ACTIVE can be asked for: the others mean something else to Glance, to which Nova hands them.
   */
  readonly applied: QueryParts = { name: 'both', status: 'both', type: 'server', changesSince: 'both' };
  readonly readImage = parseImage;
  readonly precedes = precedes;
  readonly #client: ComputeClient;
  readonly #sizes = new PageSizes();

  constructor(options: ComputeOptions) {
    this.#client = new ComputeClient(options);
  }

  get largestPage(): number {
    return this.#sizes.largest;
  }

  list(query: ServerQuery): ImageListing {
    return new ComputeListing(this.#client, this.#sizes, query);
  }

  image(id: string, signal: AbortSignal): Promise<Image> {
    return this.#client.image(id, signal);
  }
}

/** Newest created first, then by id, downwards. */
function precedes(a: Image, b: Image): boolean {
  const [createdA, createdB] = [a.created ?? 0, b.created ?? 0];
  return createdA === createdB ? a.id > b.id : createdA > createdB;
}
