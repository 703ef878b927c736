import { ApiError } from '../../src/api/apiError';
import type { Image } from '../../src/api/images/image';
import type { ImageSource } from '../../src/api/images/imageSource';
import { isJsonObject, jsonText, type JsonValue } from '../../src/base/json';

/** An entry as this source has it: nothing is named as in Compute. */
export interface Entry {
  readonly number: number;
  readonly title: string;
}

/** Images that a test holds, lowest number first: all that a new kind of server takes. */
export function memorySource(entries: () => readonly Entry[], largestPage = 3): ImageSource {
  const read = (): readonly Image[] => entries().map(({ number, title }) => readImage({ number, title }));
  return {
    largestPage,
    applied: {
      ...{ name: 'editor', status: 'editor', type: 'editor', changesSince: 'editor' },
      ...{ visibility: 'editor', owner: 'editor', tag: 'editor', diskFormat: 'editor', scope: 'editor' },
    },
    tellsDetails: false,
    scopes: [],
    reader: () => Promise.resolve(readImage),
    precedes: (a, b) => Number(a.id) < Number(b.id),
    sameContent: (a, b) => a.name === b.name,
    list: () => ({
      page: ({ marker, limit }) => {
        const images = read();
        const start = marker === undefined ? 0 : images.findIndex(({ id }) => id === marker) + 1;
        if (marker !== undefined && start === 0) return Promise.resolve({ kind: 'markerLost' });
        const page = images.slice(start, start + Math.min(limit, largestPage));
        const end = start + page.length < images.length ? 'more' : 'end';
        return Promise.resolve({ kind: 'page', images: page, end });
      },
      changes: () => Promise.resolve({ kind: 'changes', images: read() }),
    }),
    image: (id) => {
      const image = read().find((one) => one.id === id);
      return image === undefined
        ? Promise.reject(new ApiError('notFound', { host: 'memory' }))
        : Promise.resolve(image);
    },
  };
}

function readImage(raw: JsonValue): Image {
  const { number, title } = isJsonObject(raw) ? raw : {};
  const [id, name] = [jsonText(number), jsonText(title)];
  return {
    ...{ key: id, id, name, status: 'ACTIVE', metadata: {}, raw },
    ...{ progress: undefined, created: undefined, updated: undefined },
    ...{ size: undefined, minDisk: undefined, minRam: undefined },
  };
}
