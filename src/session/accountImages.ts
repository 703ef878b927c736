import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';
import { Catalog } from '../catalog/catalog';
import type { DeletedImages } from '../catalog/delta';
import { Emitter } from '../base/emitter';
import {
  compilePatterns,
  filterImages,
  isNegated,
  sameServerQuery,
  serverQuery,
  type Filter,
  type Patterns,
} from '../catalog/filter';
import { groupImages, type Group, type Grouping } from '../catalog/grouping';
import { sortImages, type Sorting } from '../catalog/sorting';
import type { CachedList } from './catalogCache';
import { ListSaver } from './listSaver';

/** How one account's images are shown. */
export interface ViewOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: Filter;
  /** Images that stand there in several disk sizes are one row, with its variants under it. */
  readonly folded: boolean;
}

/** What a change asks of those who show it: rows with other contents, or only other states of the same rows. */
export type ImagesChange = 'images' | 'state';

export interface AccountImagesOptions {
  readonly source: ImageSource;
  readonly cached: CachedList;
  readonly deletedImages: () => DeletedImages;
  readonly view: ViewOptions;
  /** Images a page, read anew for each request. */
  readonly pageSize: () => number;
  /** BCP 47, for the order of names. */
  readonly locale: string;
}

/** What is made of the catalogue, all of it in server order but the images of the groups. */
interface Projection {
  readonly loaded: readonly Image[];
  readonly shown: readonly Image[];
  readonly groups: readonly Group[];
}

/** Milliseconds after which a list is walked again, not only updated: few servers report deletions. */
export const RELIST_EVERY_MS = 10 * 60_000;

/**
 * One account's catalogue and what is shown of it. Grouping, sorting and local filtering are projections of the
 * catalogue and cost no request; only another server query starts a new one.
 */
export class AccountImages {
  readonly #options: AccountImagesOptions;
  readonly #changed = new Emitter<ImagesChange>();
  #view: ViewOptions;
  #catalog: Catalog;
  #shown: Projection | undefined;
  #shownRevision = -1;
  #patterns: Patterns = new Map();
  #filterFault: unknown;
  #patternsReady: Promise<void>;
  readonly #fetching = new Map<string, Promise<Image>>();
  readonly #closed = new AbortController();
  readonly #saver: ListSaver;
  #restoring: Promise<void> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(options: AccountImagesOptions) {
    this.#options = options;
    this.#view = options.view;
    this.#saver = new ListSaver(options.cached, () => this.#catalog);
    this.#catalog = this.#newCatalog();
    this.#patternsReady = this.#compile();
  }

  get catalog(): Catalog {
    return this.#catalog;
  }

  get view(): ViewOptions {
    return this.#view;
  }

  get filtered(): boolean {
    const { criteria, broken } = this.#view.filter;
    return criteria.length > 0 || broken === true;
  }

  /** The filter was stored and cannot be applied: nothing is shown, since nobody knows what it lets through. */
  get filterFails(): boolean {
    return this.#filterFault !== undefined || this.#view.filter.broken === true;
  }

  /** The loaded images, in server order, without those that are gone where the setting says so. */
  get loaded(): readonly Image[] {
    return this.#projection().loaded;
  }

  /** Those of them that the filter lets through. */
  get shown(): readonly Image[] {
    return this.#projection().shown;
  }

  /** The same, grouped and sorted. */
  get groups(): readonly Group[] {
    return this.#projection().groups;
  }

  /**
   * The first page, unless it was loaded already, and all that the filter needs.
   * @param abort as for `Catalog.loadMore`
   * @throws as `Catalog.loadMore`
   */
  async ensureStarted(abort?: AbortSignal): Promise<void> {
    await this.#patternsReady;
    this.#restoring ??= this.#restore();
    await this.#restoring;
    await this.#catalog.ensureStarted(abort);
  }

  /**
   * Brings the list up to date at the least cost: by what has changed, or by walking it again when that was not done
   * for a while. @throws as `Catalog.refresh`
   */
  async bringUpToDate(): Promise<void> {
    await this.#update(this.#catalog, wasListedLongAgo(this.#catalog));
  }

  /** One image by id, whether it is loaded or not. Callers who want the same one share the request. */
  async fetch(id: string): Promise<Image> {
    const request = this.#fetching.get(id) ?? this.#options.source.image(id, this.#closed.signal);
    this.#fetching.set(id, request);
    try {
      return await request;
    } finally {
      this.#fetching.delete(id);
    }
  }

  /** Shows the images another way. Only another server query costs requests, and they are made when rows are asked for. */
  show(change: Partial<ViewOptions>): void {
    const before = this.#view;
    this.#view = { ...before, ...change };
    this.#shown = undefined;
    if (!sameServerQuery(before.filter, this.#view.filter)) this.#catalog = this.#newCatalog();
    if (change.filter !== undefined) this.#patternsReady = this.#compile();
    this.#changed.fire('images');
  }

  /** Saves a changed list for the next start, without waiting for quiet. @throws when the folder cannot be written */
  save(): Promise<void> {
    return this.#saver.save();
  }

  dispose(): void {
    this.#saver.dispose();
    this.#closed.abort();
    this.#catalog.dispose();
    this.#changed.dispose();
  }

  /** Patterns run in an engine that is loaded when one is used. One that cannot be compiled was refused when typed. */
  async #compile(): Promise<void> {
    const { filter } = this.#view;
    this.#filterFault = undefined;
    if (!filter.criteria.some(({ kind }) => kind === 'namePattern')) return;
    const compiled = await compilePatterns(filter).catch((fault: unknown) => ({ fault }));
    if (filter !== this.#view.filter) return;
    if ('fault' in compiled) this.#filterFault = compiled.fault;
    else this.#patterns = compiled;
    this.#shown = undefined;
    this.#changed.fire('images');
  }

  /** Shows the list of the last time at once, and asks for what has changed since. */
  async #restore(): Promise<void> {
    const catalog = this.#catalog;
    const kept = await this.#options.cached.read();
    if (kept === undefined || catalog !== this.#catalog || !sameQuery(kept.query, catalog.query)) return;
    catalog.restore(kept);
    // A failure is kept by the catalogue and shown beside the list.
    if (catalog.restored) void this.#catchUp(catalog).catch(() => undefined);
  }

  async #catchUp(catalog: Catalog): Promise<void> {
    await this.#update(catalog, false);
    if (wasListedLongAgo(catalog)) await this.#update(catalog, true);
  }

  #update(catalog: Catalog, whole: boolean): Promise<void> {
    return catalog.update({ deleted: this.#deletedImages(), whole });
  }

  /** Who asks for the status DELETED wants to see it, whatever the setting. */
  #deletedImages(): DeletedImages {
    const asked = this.#view.filter.criteria.some(
      (criterion) =>
        criterion.kind === 'status' && criterion.value.toUpperCase() === 'DELETED' && !isNegated(criterion),
    );
    return asked ? 'keep' : this.#options.deletedImages();
  }

  #newCatalog(): Catalog {
    (this.#catalog as Catalog | undefined)?.dispose();
    this.#shown = undefined;
    const { source, pageSize } = this.#options;
    const catalog = new Catalog(source, serverQuery(this.#view.filter, Date.now()), pageSize);
    catalog.onDidChange(() => {
      this.#saver.changed(catalog.activity);
      this.#changed.fire(this.#shownRevision === catalog.revision ? 'state' : 'images');
    });
    return catalog;
  }

  #projection(): Projection {
    const { images, query, revision } = this.#catalog;
    if (this.#shown === undefined || this.#shownRevision !== revision) {
      const { filter, grouping, sorting } = this.#view;
      const { locale } = this.#options;
      const loaded = this.#deletedImages() === 'keep' ? images : withoutDeleted(images);
      const shown = this.filterFails ? [] : filterImages(loaded, filter, query, { patterns: this.#patterns });
      const sorted = sortImages(shown, sorting, locale);
      this.#shown = { loaded, shown, groups: groupImages(sorted, grouping, locale) };
      this.#shownRevision = revision;
    }
    return this.#shown;
  }
}

function sameQuery(a: ServerQuery, b: ServerQuery): boolean {
  return a.name === b.name && a.status === b.status && a.type === b.type && a.changesSince === b.changesSince;
}

function wasListedLongAgo({ listedAt }: Catalog): boolean {
  return Date.now() - listedAt > RELIST_EVERY_MS;
}

function withoutDeleted(images: readonly Image[]): readonly Image[] {
  const isGone = ({ status }: Image): boolean => status === 'DELETED';
  return images.some(isGone) ? images.filter((image) => !isGone(image)) : images;
}
