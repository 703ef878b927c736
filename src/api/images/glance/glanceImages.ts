import { ApiError } from '../../apiError';
import type { Image } from '../image';
import { ImagesClient, type ImagesOptions } from '../imagesClient';
import type { ImageListing, ImageSource, ReadImage, ServerQuery } from '../imageSource';
import type { ImageStorage } from '../imageStorage';
import { isAskable } from '../isAskable';
import { MarkerListing } from '../markerListing';
import { ConohaStorage } from './conohaStorage';
import { GLANCE_NATURE } from './glanceNature';
import { GlancePages, type AskList, type Silence } from './glancePages';
import { parseGlanceEntry, parseGlanceList } from './parseGlanceAnswer';
import { parseGlanceImage } from './parseGlanceImage';

/** Where an image service is, and whose images are the account's own. */
export interface GlanceOptions extends ImagesOptions {
  /** The account's own project, where it is known: what belongs to it is its own. */
  readonly project?: string;
}

/** Images as OpenStack's image service lists them: `GET {base}/images`, where `base` ends in `/v2`. */
export class GlanceImages implements ImageSource {
  readonly largestPage = GLANCE_NATURE.largestPage;
  readonly applied = GLANCE_NATURE.applied;
  readonly tellsDetails = GLANCE_NATURE.tellsDetails;
  readonly scopes = GLANCE_NATURE.scopes;
  readonly precedes = GLANCE_NATURE.precedes;
  readonly sameContent = GLANCE_NATURE.sameContent;
  readonly #client: ImagesClient;
  readonly #project: string | undefined;
  readonly #silence: Silence = { times: 0 };
  readonly #storage: ConohaStorage;

  constructor({ project, ...options }: GlanceOptions) {
    this.#client = new ImagesClient({ ...options, service: 'image' });
    this.#project = project;
    this.#storage = new ConohaStorage(this.#client);
  }

  list(query: ServerQuery): ImageListing {
    const ask: AskList = (parameters, signal) =>
      this.#client.get(`images?${parameters.toString()}`, signal, {
        parse: (answer, host) => parseGlanceList(answer, host, this.#project),
        rows: ({ images }) => images.length,
      });
    return new MarkerListing(new GlancePages(ask, this.largestPage, query, this.#silence));
  }

  reader(): Promise<ReadImage> {
    return Promise.resolve((raw) => parseGlanceImage(raw, this.#project));
  }

  async image(id: string, signal: AbortSignal): Promise<Image> {
    // ConoHa tells the size of all saved images in the place of an image.
    if (!isAskable(id, ['total'])) throw new ApiError('notFound', { host: this.#client.host });
    return this.#client.get(`images/${encodeURIComponent(id)}`, signal, {
      parse: (answer, host) => parseGlanceEntry(answer, host, this.#project),
    });
  }

  storage(known: readonly Image[], signal: AbortSignal): Promise<ImageStorage | undefined> {
    return this.#storage.read(known, signal);
  }
}
