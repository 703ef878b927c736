import { wasNotAsked } from '../api/apiError';
import { Canceled } from '../base/canceled';
import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';
import {
  fetchDelta,
  mergeDelta,
  newestUpdate,
  type DeletedImages,
  type Delta,
  type UpdateOptions,
} from './delta';
import { Emitter } from '../base/emitter';
import { loadEveryPage, reportingGrowth, type LoadAllOptions } from './loadEveryPage';
import { SingleTask, wasDisplaced } from '../base/singleTask';
import { LARGEST_PAGE, Pager, type Completeness } from './pager';
import { reload } from './reload';

/**
 * What a catalogue is doing. `confirm` asks, in the background, whether a short page was the end; `refresh` walks the
 * list again, `update` asks only for what has changed.
 */
export type Activity = 'load' | 'confirm' | 'loadAll' | 'refresh' | 'update';

/** The last failure, kept beside the images that were there before it. */
export interface CatalogFailure {
  readonly activity: Activity;
  readonly error: unknown;
}

/** Images as they were kept at an earlier time. */
export interface CachedImages {
  readonly images: readonly Image[];
  readonly completeness: Completeness;
  /** When they were last known to be what the server has, milliseconds since 1970-01-01 UTC. */
  readonly asOf: number;
  /** When the list was last walked whole as far as it is loaded: deletions are known up to then. */
  readonly listedAt: number;
}

/** Counts the states of all catalogues together. */
let revisions = 0;

/**
 * The images of one account for one server query, loaded page by page, in server order, each once. One request is
 * under way at a time; callers who want the same thing share it. A failure or a cancellation leaves what there was.
 */
export class Catalog {
  readonly #source: ImageSource;
  readonly #pageSize: () => number;
  readonly #changed = new Emitter<void>();
  readonly #task = new SingleTask<Activity>(() => this.#changed.fire());
  #walk: Pager;
  #revision = ++revisions;
  #failure: CatalogFailure | undefined;
  #asOf: number | undefined;
  #walkedAt = 0;
  #settledAt = 0;
  #restored = false;
  #disposed = false;
  /** The server was asked for changes and sent the whole list. */
  #ignoresChanges = false;

  /** Images, extent, activity or failure have changed. */
  readonly onDidChange = this.#changed.event;

  /**
   * @param source where the pages come from
   * @param query what the server is asked to restrict the list to
   * @param pageSize images a page, read anew for each request
   */
  constructor(
    source: ImageSource,
    readonly query: ServerQuery,
    pageSize: () => number,
  ) {
    this.#source = source;
    this.#pageSize = pageSize;
    this.#walk = new Pager(source, query);
  }

  get images(): readonly Image[] {
    return this.#walk.images;
  }

  get completeness(): Completeness {
    return this.#walk.completeness;
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
    return this.#settledAt;
  }

  /** When the server's list was last walked as far as it is loaded. */
  get listedAt(): number {
    return this.#walkedAt;
  }

  /** The images are those of an earlier time; the server was not asked since. */
  get restored(): boolean {
    return this.#restored;
  }

  /** The server has, or may have, images that are not loaded. */
  get hasMore(): boolean {
    return !this.started || this.#walk.mayHaveMore;
  }

  get activity(): Activity | undefined {
    return this.#task.name;
  }

  get failure(): CatalogFailure | undefined {
    return this.#failure;
  }

  /**
   * Grows with every change of the images; what was computed from an older one is stale. No other catalogue has the
   * same, so that the list of one is not taken for that of another.
   */
  get revision(): number {
    return this.#revision;
  }

  find(key: string): Image | undefined {
    return this.#walk.find(key);
  }

  /** Starts with images of an earlier time, unless the server has answered by now. */
  restore({ images, completeness, asOf, listedAt }: CachedImages): void {
    if (this.#disposed || this.started || this.activity !== undefined) return;
    this.#walk.replace(images, completeness);
    this.#asOf = asOf;
    this.#walkedAt = listedAt;
    this.#restored = true;
    this.#revision = ++revisions;
    this.#changed.fire();
  }

  /** The first page, unless one was loaded already. @param abort as for `loadMore` */
  async ensureStarted(abort?: AbortSignal): Promise<void> {
    if (!this.started) await this.loadMore(abort);
  }

  /**
   * The next page, or what is being loaded already.
   * @param abort calls the loading off, for all who wait for it
   * @throws {ApiError} or {Canceled}; what was loaded stays
   */
  async loadMore(abort?: AbortSignal): Promise<void> {
    if (this.activity === 'refresh' || this.activity === 'update') await this.#task.settled(abort);
    if (this.activity !== undefined) return this.#task.join(abort);
    if (!this.hasMore) return;
    await this.#run('load', (signal) => this.#step(this.#pageSize(), signal), abort);
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
      next: (signal: AbortSignal) => this.#step(LARGEST_PAGE, signal),
    };
    const telling = reportingGrowth(options, pages.count, () => this.#changed.fire());
    await this.#run('loadAll', (signal) => loadEveryPage(pages, telling, signal), options.signal);
  }

  /**
   * Walks again as far as was loaded, then swaps the new list in at once.
   * @param abort calls it off, for all who wait for it
   * @throws {ApiError} or {Canceled}; the old list stays
   */
  async refresh(abort?: AbortSignal): Promise<void> {
    if (this.activity === 'refresh') return this.#task.join(abort);
    this.#task.displace();
    // Asked by a person: what the server did not know before is tried once more.
    this.#ignoresChanges = false;
    await this.#run('refresh', (signal) => this.#walkAgain(signal), abort);
    this.#confirmEnd();
  }

  /**
   * Asks for what has changed and works it in: far cheaper than `refresh`, but servers other than ConoHa's do not
   * report deletions. Where there is nothing to start from, or `changes-since` is ignored, it walks again.
   * @throws {ApiError} or {Canceled}; the old list stays
   */
  async update({ deleted, whole = false }: UpdateOptions): Promise<void> {
    if (this.activity !== undefined) return this.#task.join();
    await this.#run('update', async (signal) => {
      const delta = whole || this.#ignoresChanges ? undefined : await this.#askForChanges(signal);
      if (delta === undefined) return this.#walkAgain(signal, deleted);
      const merged = mergeDelta(this.images, delta.images, this.query, { complete: !this.hasMore, deleted });
      if (merged !== this.images) this.#walk.replace(merged);
      this.#walk.serverTime = delta.serverTime;
      this.#answered(merged !== this.images);
    });
    this.#confirmEnd();
  }

  /** Calls off what is under way, and what waits for it; no late answer is taken in. */
  dispose(): void {
    this.#disposed = true;
    this.#task.displace();
    this.#changed.dispose();
  }

  async #step(limit: number, signal: AbortSignal): Promise<void> {
    const first = !this.started;
    await this.#walk.step(limit, signal);
    this.#answered(true);
    if (first) this.#walkedAt = Date.now();
  }

  /** `undefined` where nothing tells since when, or the server does not know the question. */
  async #askForChanges(signal: AbortSignal): Promise<Delta | undefined> {
    const newest = newestUpdate(this.images);
    if (newest === undefined) return undefined;
    // An image may bear a time that has not come yet; what happens until then would go unnoticed.
    const since = Math.min(newest, this.#walk.serverTime ?? Infinity);
    const delta = await fetchDelta(this.#source, this.#walk, since, signal);
    this.#ignoresChanges = delta === undefined;
    return delta;
  }

  async #walkAgain(signal: AbortSignal, deleted: DeletedImages = 'remove'): Promise<void> {
    const before = this.images;
    this.#walk = await reload(this.#source, this.#walk, { pageSize: this.#pageSize, deleted, signal });
    this.#answered(!sameImages(before, this.images));
    this.#walkedAt = Date.now();
  }

  #answered(changed: boolean): void {
    this.#asOf = Date.now();
    this.#restored = false;
    if (changed) this.#revision = ++revisions;
  }

  /** The rows are shown already: what this finds is added, and a failure leaves the `+` at the count. */
  #confirmEnd(): void {
    if (this.completeness.kind !== 'unconfirmed' || this.activity !== undefined) return;
    this.#run('confirm', (signal) => this.#step(this.#pageSize(), signal)).catch(() => undefined);
  }

  async #run(
    activity: Activity,
    work: (signal: AbortSignal) => Promise<void>,
    abort?: AbortSignal,
  ): Promise<void> {
    if (this.#disposed) throw new Canceled();
    const guarded = async (signal: AbortSignal): Promise<void> => {
      try {
        await work(signal);
        this.#failure = undefined;
      } catch (error) {
        if (this.#isTold(error, activity, signal)) this.#failure = { activity, error };
        throw error;
      } finally {
        this.#settledAt = Date.now();
      }
    };
    await this.#task.run(activity, guarded, abort);
  }

  /** Where somebody has called off the first page there is nothing to see, which needs a word as a failure does. */
  #isTold(error: unknown, activity: Activity, signal: AbortSignal): boolean {
    if (error instanceof Canceled) return !this.started && !wasDisplaced(signal);
    // The refusal itself says more than that nothing was asked because of it.
    if (wasNotAsked(error) && this.#failure !== undefined) return false;
    return activity !== 'confirm';
  }
}

function sameImages(a: readonly Image[], b: readonly Image[]): boolean {
  return a.length === b.length && a.every((image, index) => image === b[index]);
}
