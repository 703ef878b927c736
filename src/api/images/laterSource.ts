import { Later } from '../../base/later';
import type { ImageSource } from './imageSource';

/** What of a source is needed before anything is asked for. */
export type SourceNature = Omit<ImageSource, 'list' | 'image' | 'reader' | 'storage'>;

/** A source of which only the nature is there at first: what asks is loaded with the first request. */
export function laterSource(nature: SourceNature, load: () => Promise<ImageSource>): ImageSource {
  const source = new Later(load);
  return {
    ...nature,
    get largestPage() {
      return (source.now ?? nature).largestPage;
    },
    list: (query) => {
      const listing = new Later(async () => (await source.get()).list(query));
      return {
        page: async (request, signal) => (await listing.get()).page(request, signal),
        changes: async (known, signal) => (await listing.get()).changes(known, signal),
      };
    },
    reader: async () => (await source.get()).reader(),
    image: async (id, signal) => (await source.get()).image(id, signal),
    storage: async (known, signal) => (await source.get()).storage?.(known, signal),
  };
}
