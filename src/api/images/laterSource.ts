import type { ImageListing, ImageSource } from './imageSource';

/** What of a source is needed before anything is asked for. */
export type SourceNature = Omit<ImageSource, 'list' | 'image' | 'reader' | 'storage'>;

/** A source of which only the nature is there at first: what asks is loaded with the first request. */
export function laterSource(nature: SourceNature, load: () => Promise<ImageSource>): ImageSource {
  let loading: Promise<ImageSource> | undefined;
  let loaded: ImageSource | undefined;
  const source = async (): Promise<ImageSource> => {
    loading ??= load();
    try {
      return (loaded = await loading);
    } catch (error) {
      // Whoever asks again tries again.
      loading = undefined;
      throw error;
    }
  };
  return {
    ...nature,
    get largestPage() {
      return (loaded ?? nature).largestPage;
    },
    list: (query) => {
      let listing: ImageListing | undefined;
      const opened = async (): Promise<ImageListing> => {
        const one = await source();
        return (listing ??= one.list(query));
      };
      return {
        page: async (request, signal) => (await opened()).page(request, signal),
        changes: async (known, signal) => (await opened()).changes(known, signal),
      };
    },
    reader: async () => (await source()).reader(),
    image: async (id, signal) => (await source()).image(id, signal),
    storage: async (known, signal) => (await source()).storage?.(known, signal),
  };
}
