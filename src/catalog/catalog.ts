import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, Canceled } from '../api/apiError';
import type { Image } from '../api/image';
import type { ImageSource, ServerQuery } from '../api/imageSource';
import { Emitter } from './emitter';
import { Walk, type Extent } from './walk';

/** The largest page that every Nova serves with a next link. */
const LARGEST_PAGE = 1000;
/** How often in a row a server may say "slow down" before Load all gives up. */
const MOST_PAUSES = 5;

/** What a catalogue is doing. `confirm` asks, in the background, whether a short page was the end. */
export type Activity = 'load' | 'confirm' | 'loadAll' | 'refresh';

/** The last failure, kept beside the images that were there before it. */
export interface CatalogFailure {
  readonly activity: Activity;
  readonly error: unknown;
}

export interface LoadAllOptions {
  readonly signal: AbortSignal;
  /** Told after every page, and with `pause` in seconds when the server asked to slow down. */
  readonly onProgress: (loaded: number, pause?: number) => void;
  /** Asked whenever another `askEvery` images are loaded; `false` stops, keeping what there is. */
  readonly goOn: (loaded: number) => Promise<boolean>;
  readonly askEvery: number;
}

interface Task {
  readonly activity: Activity;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/**
 * The images of one account for one server query, loaded page by page, in server order, each once. One request is
 * under way at a time; callers who want the same thing share it. A failure or a cancellation leaves what there was.
 */
export class Catalog {
  readonly #source: ImageSource;
  readonly #pageSize: () => number;
  readonly #changed = new Emitter<void>();
  #walk: Walk;
  #task: Task | undefined;
  #started = false;
  #revision = 0;
  #failure: CatalogFailure | undefined;

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
    this.#walk = new Walk(source, query);
  }

  get images(): readonly Image[] {
    return this.#walk.images;
  }

  get extent(): Extent {
    return this.#walk.extent;
  }

  /** At least one page has been answered. */
  get started(): boolean {
    return this.#started;
  }

  /** The server has, or may have, images that are not loaded. */
  get hasMore(): boolean {
    return !this.#started || goesOn(this.extent);
  }

  get activity(): Activity | undefined {
    return this.#task?.activity;
  }

  get failure(): CatalogFailure | undefined {
    return this.#failure;
  }

  /** Grows with every change of the images; what was computed from an older one is stale. */
  get revision(): number {
    return this.#revision;
  }

  find(key: string): Image | undefined {
    return this.#walk.find(key);
  }

  /** The first page, unless one was loaded already. */
  async ensureStarted(): Promise<void> {
    if (!this.#started) await this.loadMore();
  }

  /**
   * The next page. @throws {ApiError} or {Canceled}; what was loaded stays
   */
  async loadMore(): Promise<void> {
    if (this.activity === 'refresh') await this.#settled();
    if (this.#task !== undefined) return this.#task.done;
    if (!this.hasMore) return;
    await this.#run('load', (signal) => this.#step(this.#pageSize(), signal));
    if (this.extent.kind === 'unconfirmed') this.#confirm();
  }

  /**
   * Every page there is, in large pages. @throws {ApiError} or {Canceled}; the pages loaded by then stay
   */
  async loadAll(options: LoadAllOptions): Promise<void> {
    if (this.#task?.activity === 'loadAll') return this.#task.done;
    await this.#settled();
    await this.#run('loadAll', (signal) => this.#loadEveryPage(options, signal), options.signal);
  }

  /**
   * Walks again as far as was loaded, then swaps the new list in at once.
   * @throws {ApiError} or {Canceled}; the old list stays
   */
  async refresh(abort?: AbortSignal): Promise<void> {
    if (this.#task?.activity === 'refresh') return this.#task.done;
    this.#cancel();
    await this.#run('refresh', (signal) => this.#walkAgain(signal), abort);
    if (this.extent.kind === 'unconfirmed') this.#confirm();
  }

  /** Calls off what is under way; no late answer is taken in. */
  dispose(): void {
    this.#cancel();
    this.#changed.dispose();
  }

  async #step(limit: number, signal: AbortSignal): Promise<void> {
    await this.#walk.step(limit, signal);
    this.#started = true;
    this.#revision++;
  }

  async #loadEveryPage(options: LoadAllOptions, signal: AbortSignal): Promise<void> {
    let askAt = nextMultiple(options.askEvery, this.images.length);
    let pauses = 0;
    while (this.hasMore) {
      try {
        await this.#step(LARGEST_PAGE, signal);
        pauses = 0;
      } catch (error) {
        if (!(error instanceof ApiError) || error.kind !== 'rateLimited' || ++pauses > MOST_PAUSES)
          throw error;
        const seconds = Math.min(error.details.retryAfter ?? 5, 60);
        options.onProgress(this.images.length, seconds);
        await pause(seconds, signal);
        continue;
      }
      this.#changed.fire();
      options.onProgress(this.images.length);
      if (this.images.length >= askAt && goesOn(this.extent)) {
        if (!(await options.goOn(this.images.length))) return;
        askAt = nextMultiple(options.askEvery, this.images.length);
      }
    }
  }

  async #walkAgain(signal: AbortSignal): Promise<void> {
    const loaded = this.images.length;
    // A list that was known whole stays so, however many images have come since.
    const wanted = this.extent.kind === 'complete' ? Infinity : loaded;
    const walk = new Walk(this.#source, this.query);
    do {
      const missing = loaded - walk.images.length;
      await walk.step(Math.min(Math.max(missing, this.#pageSize()), LARGEST_PAGE), signal);
    } while (walk.images.length < wanted && goesOn(walk.extent));
    this.#walk = walk;
    this.#started = true;
    this.#revision++;
  }

  /** The rows are shown already: what this finds is added, and a failure leaves the `+` at the count. */
  #confirm(): void {
    this.#run('confirm', (signal) => this.#step(this.#pageSize(), signal)).catch(() => undefined);
  }

  async #run(
    activity: Activity,
    work: (signal: AbortSignal) => Promise<void>,
    abort?: AbortSignal,
  ): Promise<void> {
    const controller = new AbortController();
    const signal = abort === undefined ? controller.signal : AbortSignal.any([controller.signal, abort]);
    const task: Task = { activity, controller, done: this.#guarded(activity, work, signal) };
    this.#task = task;
    this.#changed.fire();
    try {
      await task.done;
    } finally {
      if (this.#task === task) {
        this.#task = undefined;
        this.#changed.fire();
      }
    }
  }

  async #guarded(
    activity: Activity,
    work: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    // Nothing runs before the task is known as the one under way.
    await Promise.resolve();
    try {
      await work(signal);
      this.#failure = undefined;
    } catch (error) {
      if (!(error instanceof Canceled) && activity !== 'confirm') this.#failure = { activity, error };
      throw error;
    }
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async #settled(): Promise<void> {
    let task;
    while ((task = this.#task) !== undefined) await task.done.catch(() => undefined);
  }

  #cancel(): void {
    const task = this.#task;
    this.#task = undefined;
    task?.controller.abort();
    // Those who wait for it are told; nobody may be waiting.
    task?.done.catch(() => undefined);
  }
}

function goesOn({ kind }: Extent): boolean {
  return kind === 'more' || kind === 'unconfirmed';
}

function nextMultiple(step: number, count: number): number {
  return (Math.floor(count / step) + 1) * step;
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(seconds * 1000, undefined, { signal });
  } catch {
    throw new Canceled();
  }
}
