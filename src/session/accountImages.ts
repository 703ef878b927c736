import type { Image } from '../api/images/image';
import type { AppliedBy, ImageSource } from '../api/images/imageSource';
import { Catalog } from '../catalog/catalog';
import type { LoadAllOptions } from '../catalog/loadEveryPage';
import type { DeletedImages } from '../catalog/mergeChanges';
import { Emitter } from '../base/emitter';
import { appliedBy, applyFilter, loadedFilter, type AppliedFilter } from '../catalog/filter/appliedFilter';
import type { Criterion, Filter } from '../catalog/filter/criterion';
import type { SourceKnowledge } from '../catalog/filter/definition';
import { sameFilter } from '../catalog/filter/editing';
import { passing } from '../catalog/filter/imageTest';
import { sameQuery } from '../catalog/filter/query';
import type { Group } from '../catalog/group';
import type { AccountImagesOptions } from './accountImagesOptions';
import { wasListedLongAgo } from './listAge';
import { ListSaver } from './listSaver';
import { asksForDeleted, project, type Projection } from './projection';
import { UsualChoice } from './usualChoice';
import { groupedBy, type AppliedViewOptions, type ViewOptions } from './viewOptions';

/** What a change asks of those who show it: rows with other contents, or only other states of the same rows. */
export type ImagesChange = 'images' | 'state';

/**
 * One account's catalogue and what is shown of it. Grouping, sorting and local filtering are projections of the
 * catalogue and cost no request; only another server query starts a new one.
 */
export class AccountImages {
  readonly #options: AccountImagesOptions;
  readonly #changed: Emitter<ImagesChange>;
  #view: AppliedViewOptions;
  #catalog: Catalog;
  #shown: Projection | undefined;
  #shownRevision = -1;
  #filterLoaded: Promise<void>;
  readonly #fetching = new Map<string, Promise<Image>>();
  readonly #closed = new AbortController();
  readonly #saver: ListSaver;
  #restoring: Promise<void> | undefined;
  readonly #usual: UsualChoice;

  readonly onDidChange: Emitter<ImagesChange>['event'];

  constructor(options: AccountImagesOptions) {
    this.#options = options;
    this.#changed = new Emitter(options.report);
    this.onDidChange = this.#changed.event;
    const { view, source } = options;
    const filter = applyFilter(view.filter, { applied: source.applied, now: Date.now() });
    this.#view = { ...view, ...groupedBy(view.grouping, source, view.usual), filter };
    this.#usual = new UsualChoice(source, options.keepUsual);
    this.#saver = new ListSaver(options.cached, () => this.#catalog);
    this.#catalog = this.#newCatalog();
    this.#filterLoaded = this.#loadFilter();
  }

  get catalog(): Catalog {
    return this.#catalog;
  }

  get view(): AppliedViewOptions {
    return this.#view;
  }

  get filtered(): boolean {
    const { criteria, broken } = this.#view.filter;
    return criteria.length > 0 || broken === true;
  }

  /** The filter cannot be applied, or takes too long: nothing is shown, since nobody knows what it lets through. */
  get filterFails(): boolean {
    return this.#projection().filterFails;
  }

  /** The loaded images, in server order, without those that are gone where the setting says so. */
  get loaded(): readonly Image[] {
    return this.#projection().loaded;
  }

  /** They are all that the account has, as far as is known now: none is kept back by what the API was asked for. */
  get isWhole(): boolean {
    const catalog = this.#catalog;
    return catalog.isComplete && !catalog.restored && !catalog.failure && sameQuery(catalog.query, {});
  }

  /** Those of them that the filter lets through. */
  get shown(): readonly Image[] {
    return this.#projection().shown;
  }

  /** The same, grouped and sorted. */
  get groups(): readonly Group[] {
    return this.#projection().groups;
  }

  /** The first page, unless it was loaded already. @throws as `Catalog.ensureStarted`, as do the others here */
  async ensureStarted(abort?: AbortSignal): Promise<void> {
    await this.restore();
    await this.#catalog.ensureStarted(abort);
  }

  /** Lists again as far as was loaded, this time or the last. */
  async refresh(abort: AbortSignal): Promise<void> {
    await this.restore();
    await this.#catalog.refresh(abort);
  }

  async loadMore(abort: AbortSignal): Promise<void> {
    await this.restore();
    await this.#catalog.loadMore(abort);
  }

  async loadAll(options: LoadAllOptions): Promise<void> {
    await this.restore();
    await this.#catalog.loadAll(options);
  }

  /** The list of the last time, unless one is there, and all that the filter needs: a list begun anew would replace it. */
  async restore(): Promise<void> {
    await this.#filterLoaded;
    this.#restoring ??= this.#restore().catch(this.#options.report);
    await this.#restoring;
  }

  /**
   * Brings the list up to date at the least cost: by what has changed, or by listing again when that was not done
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

  /** Who applies a criterion to these images. */
  appliedBy(criterion: Criterion): AppliedBy {
    return appliedBy(criterion, this.#options.source.applied);
  }

  /** What these images come from, as far as it tells more than others do. */
  get source(): SourceKnowledge & Pick<ImageSource, 'storage'> {
    return this.#options.source;
  }

  /**
   * What a filter means to these images in the place of the present one.
   * @throws {PatternError} when it cannot be applied, or takes too long on the images that are loaded
   */
  async prepared(filter: Filter): Promise<AppliedFilter> {
    // Whoever chooses the same filter again means it as of now.
    const isSame = sameFilter(filter, this.#view.filter);
    const applied = await loadedFilter(this.#applied(filter, isSame ? undefined : this.#view.filter));
    if (typeof applied.test === 'function') passing(this.#catalog.images, applied.test);
    return applied;
  }

  /** Shows the images another way. Only another server query costs requests; a filter that is not `prepared` may take a while. */
  show(change: Partial<ViewOptions>): void {
    const filter = this.#applied(change.filter ?? this.#view.filter, this.#view.filter);
    const grouping = groupedBy(change.grouping ?? this.#view.wantedGrouping, this.source, this.#view.usual);
    this.#view = { ...this.#view, ...change, ...grouping, filter };
    this.#shown = undefined;
    if (!sameQuery(this.#catalog.query, filter.query)) {
      [this.#view, this.#catalog] = [this.#usual.forAnother(this.#view), this.#newCatalog()];
    }
    this.#filterLoaded = this.#loadFilter();
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

  #applied(filter: Filter, before?: AppliedFilter): AppliedFilter {
    const { applied } = this.#options.source;
    return applyFilter(filter, { applied, now: Date.now(), before });
  }

  /** A stored filter may need what takes a while to load. One that fails was refused when it was typed. */
  async #loadFilter(): Promise<void> {
    const { filter } = this.#view;
    if (filter.test !== 'pending') return;
    const loaded = await loadedFilter(filter).catch(() => ({ ...filter, test: 'fails' as const }));
    if (filter === this.#view.filter) this.show({ filter: loaded });
  }

  /** Shows the list of the last time at once, and asks for what has changed since. */
  async #restore(): Promise<void> {
    const catalog = this.#catalog;
    const cached = await this.#options.cached.read();
    if (cached === undefined || catalog !== this.#catalog || !sameQuery(cached.query, catalog.query)) return;
    catalog.restore(cached);
    // Whoever has asked first, what has changed is for the list, which everybody sees: no box that is closed ends it. A
    // failure is kept by the catalogue and shown beside the list.
    if (catalog.restored) void this.#catchUp(catalog).catch(() => undefined);
  }

  async #catchUp(catalog: Catalog): Promise<void> {
    await this.#update(catalog, false);
    if (wasListedLongAgo(catalog)) await this.#update(catalog, true);
  }

  #update(catalog: Catalog, whole: boolean): Promise<void> {
    return catalog.update({ deleted: this.#deletedImages(), whole });
  }

  #deletedImages(): DeletedImages {
    return asksForDeleted(this.#view.filter) ? 'keep' : this.#options.deletedImages();
  }

  #newCatalog(): Catalog {
    (this.#catalog as Catalog | undefined)?.dispose();
    this.#shown = undefined;
    const { source, pageSize, report } = this.#options;
    const catalog = new Catalog(source, this.#view.filter.query, pageSize, report);
    catalog.onDidChange(() => {
      this.#saver.changed(catalog.activity);
      const view = this.#usual.decide(this.#view, catalog);
      if (view !== undefined) [this.#view, this.#shown] = [view, undefined];
      this.#changed.fire(this.#shownRevision === catalog.revision ? 'state' : 'images');
    });
    return catalog;
  }

  #projection(): Projection {
    const { images, revision } = this.#catalog;
    if (this.#shown === undefined || this.#shownRevision !== revision) {
      this.#shown = project(images, this.#view, this.#deletedImages(), this.#options.locale);
      this.#shownRevision = revision;
    }
    return this.#shown;
  }
}
