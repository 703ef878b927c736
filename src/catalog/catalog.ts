import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';
import { Emitter } from '../base/emitter';
import { CatalogTask, type Activity, type CatalogFailure } from './catalogTask';
import { loadEveryPage, reportingGrowth, type LoadAllOptions } from './loadEveryPage';
import { mergeChanges, sameImages, type DeletedImages } from './mergeChanges';
import { Pager, type Completeness } from './pager';
import { reload } from './reload';

/** How a list is brought up to date by itself. */
export interface UpdateOptions {
  readonly deleted: DeletedImages;
  /** Lists again although changes could be asked for: few servers report deletions. */
  readonly whole?: boolean;
}

/** Images as they were cached at an earlier time. */
export interface CachedImages {
  readonly images: readonly Image[];
  readonly completeness: Completeness;
  /** When they were last known to be what the server has, milliseconds since 1970-01-01 UTC. */
  readonly asOf: number;
  /** When the list was last asked for whole, as far as it is loaded: deletions are known up to then. */
  readonly listedAt: number;
}

/**
 * The images of one account for one server query, loaded page by page, in server order, each once. One request is
 * under way at a time; callers who want the same thing share it. A failure or a cancellation leaves what there was.
 */
export class Catalog {
  /** Counts the states of all catalogues together, so that those of one and the next are told apart. */
  static #revisions = 0;
  readonly #source: ImageSource;
  readonly #changed: Emitter<void>;
  readonly #task: CatalogTask;
  #pager: Pager;
  #revision = ++Catalog.#revisions;
  #asOf: number | undefined;
  #listedAt = 0;
  #restored = false;
  /** The server was asked for changes and does not tell them. */
  #tellsNoChanges = false;

  /** Images, completeness, activity or failure have changed. */
  readonly onDidChange: Emitter<void>['event'];

  /**
   * @param source where the pages come from
   * @param query what the server is asked to restrict the list to
   * @param pageSize images a page, read anew for each request
   * @param report hears of what a listener has thrown
   */
  constructor(
    source: ImageSource,
    readonly query: ServerQuery,
    private readonly pageSize: () => number,
    report: (error: unknown) => void,
  ) {
    this.#changed = new Emitter(report);
    this.onDidChange = this.#changed.event;
    this.#source = source;
    this.#pager = new Pager(source, query);
    this.#task = new CatalogTask(
      () => this.#changed.fire(),
      () => this.started,
    );
  }

  get images(): readonly Image[] {
    return this.#pager.images;
  }

  get completeness(): Completeness {
    return this.#pager.completeness;
  }

  /** At least one page has been answered, or images of an earlier time were put in. */
  get started(): boolean {
    return this.#asOf !== undefined;
  }

  /** When the images were last known to be what the server has, milliseconds since 1970-01-01 UTC. */
  get asOf(): number | undefined {
    return this.#asOf;
  }

  /** When something that was under way last came to an end, however it did. */
  get settledAt(): number {
    return this.#task.settledAt;
  }

  /** When the server's list was last asked for as far as it is loaded. */
  get listedAt(): number {
    return this.#listedAt;
  }

  /** The images are those of an earlier time; the server was not asked since. */
  get restored(): boolean {
    return this.#restored;
  }

  /** The server has, or may have, images that are not loaded. */
  get hasMore(): boolean {
    return !this.started || this.#pager.mayHaveMore;
  }

  /** Every image that the server has for the query is loaded: only of such a list can be said what is not in it. */
  get isComplete(): boolean {
    return this.started && this.completeness.kind === 'complete';
  }

  get activity(): Activity | undefined {
    return this.#task.activity;
  }

  get failure(): CatalogFailure | undefined {
    return this.#task.failure;
  }

  /**
   * Grows with every change of the images; what was computed from an older one is stale. No other catalogue has the
   * same, so that the list of one is not taken for that of another.
   */
  get revision(): number {
    return this.#revision;
  }

  find(key: string): Image | undefined {
    return this.#pager.find(key);
  }

  /** Starts with images of an earlier time, unless the server has answered by now. */
  restore({ images, completeness, asOf, listedAt }: CachedImages): void {
    if (this.#task.disposed || this.started || this.activity !== undefined) return;
    this.#pager.replace(images, completeness);
    this.#asOf = asOf;
    this.#listedAt = listedAt;
    this.#restored = true;
    this.#revision = ++Catalog.#revisions;
    this.#changed.fire();
  }

  /** The first page, unless one was loaded already. @param abort as for `loadMore` */
  async ensureStarted(abort?: AbortSignal): Promise<void> {
    if (!this.started) await this.loadMore(abort);
  }

  /**
   * The next page, or what is being loaded already.
   * @param abort as for `SingleTask.join`
   * @throws {ApiError} or {Canceled}; what was loaded stays
   */
  async loadMore(abort?: AbortSignal): Promise<void> {
    if (this.activity === 'refresh' || this.activity === 'update') await this.#task.settled(abort);
    if (this.activity !== undefined) return this.#task.join(abort);
    if (!this.hasMore) return;
    await this.#task.run('load', (signal) => this.#step(this.pageSize(), signal), abort);
    this.#confirmEnd();
  }

  /** Every page there is, in large pages. @throws {ApiError} or {Canceled}; the pages loaded by then stay */
  async loadAll(options: LoadAllOptions): Promise<void> {
    while (this.activity !== undefined) {
      if (this.activity === 'loadAll') return this.#task.join(options.signal);
      await this.#task.settled(options.signal);
    }
    const pages = {
      count: () => this.images.length,
      hasMore: () => this.hasMore,
      next: (most: number, signal: AbortSignal) =>
        this.#step(Math.min(this.#source.largestPage, most), signal),
    };
    const telling = reportingGrowth(options, pages.count, () => this.#changed.fire());
    await this.#task.run('loadAll', (signal) => loadEveryPage(pages, telling, signal), options.signal);
  }

  /**
   * Lists again as far as was loaded, then swaps the new list in at once.
   * @param abort calls it off, for all who wait for it
   * @throws {ApiError} or {Canceled}; the old list stays
   */
  async refresh(abort?: AbortSignal): Promise<void> {
    if (this.activity === 'refresh') return this.#task.join(abort);
    this.#task.displace();
    // Asked by a person: what the server did not know before is tried once more.
    this.#tellsNoChanges = false;
    await this.#task.run('refresh', (signal) => this.#listAgain(signal), abort);
    this.#confirmEnd();
  }

  /**
   * Asks for what has changed and works it in: far cheaper than `refresh`, but few servers report deletions. Where
   * changes cannot be asked for, it lists again.
   * @throws {ApiError} or {Canceled}; the old list stays
   */
  async update({ deleted, whole = false }: UpdateOptions): Promise<void> {
    if (this.activity !== undefined) return this.#task.join();
    await this.#task.run('update', async (signal) => {
      if (whole || this.#tellsNoChanges) return this.#listAgain(signal, deleted);
      const answer = await this.#pager.changes(signal);
      if (answer.kind === 'changes') {
        this.#workIn(answer.images, deleted);
      } else {
        await this.#listAgain(signal, deleted);
        this.#tellsNoChanges = answer.lasting;
      }
    });
    this.#confirmEnd();
  }

  /** Calls off what is under way, and what waits for it; no late answer is taken in. */
  dispose(): void {
    this.#task.dispose();
    this.#changed.dispose();
  }

  async #step(limit: number, signal: AbortSignal): Promise<void> {
    const first = !this.started;
    await this.#pager.step(limit, signal);
    this.#answered(true);
    if (first) this.#listedAt = Date.now();
  }

  #workIn(changed: readonly Image[], deleted: DeletedImages): void {
    const merging = { complete: !this.hasMore, deleted, source: this.#source };
    const merged = mergeChanges(this.images, changed, this.query, merging);
    if (merged !== this.images) this.#pager.replace(merged);
    this.#answered(merged !== this.images);
  }

  async #listAgain(signal: AbortSignal, deleted: DeletedImages = 'remove'): Promise<void> {
    const before = this.images;
    this.#pager = await reload(this.#source, this.#pager, { pageSize: this.pageSize, deleted, signal });
    this.#answered(!sameImages(before, this.images));
    this.#listedAt = Date.now();
  }

  #answered(changed: boolean): void {
    this.#asOf = Date.now();
    this.#restored = false;
    if (changed) this.#revision = ++Catalog.#revisions;
  }

  /** The rows are shown already: what this finds is added, and a failure leaves the `+` at the count. */
  #confirmEnd(): void {
    if (this.completeness.kind !== 'unconfirmed' || this.activity !== undefined) return;
    this.#task.run('confirm', (signal) => this.#step(this.pageSize(), signal)).catch(() => undefined);
  }
}
