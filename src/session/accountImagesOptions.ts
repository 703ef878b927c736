import type { ImageSource } from '../api/images/imageSource';
import type { UsualGrouping } from '../catalog/grouping';
import type { DeletedImages } from '../catalog/mergeChanges';
import type { CachedList } from './catalogCache';
import type { ViewOptions } from './viewOptions';

/** Where the images of an account come from and how they are shown. */
export interface AccountImagesOptions {
  readonly source: ImageSource;
  readonly cached: CachedList;
  readonly deletedImages: () => DeletedImages;
  readonly view: ViewOptions;
  /** The first page has told by what these images are grouped where nobody has chosen. */
  readonly keepUsual: (usual: UsualGrouping) => void;
  /** Images a page, read anew for each request. */
  readonly pageSize: () => number;
  /** BCP 47, for the order of names. */
  readonly locale: string;
  /** Hears of what a listener has thrown. */
  readonly report: (error: unknown) => void;
}
