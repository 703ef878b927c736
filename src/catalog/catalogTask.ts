import { wasNotAsked } from '../api/apiError';
import { Canceled } from '../base/canceled';
import { SingleTask, wasDisplaced } from '../base/singleTask';

/**
 * What a catalogue is doing. `confirm` asks, in the background, whether a page was the last one; `refresh` lists again,
 * `update` asks only for what has changed.
 */
export type Activity = 'load' | 'confirm' | 'loadAll' | 'refresh' | 'update';

/** The last failure, kept beside the images that were there before it. */
export interface CatalogFailure {
  readonly activity: Activity;
  readonly error: unknown;
}

/** What is under way in a catalogue, and what became of it. */
export class CatalogTask {
  readonly #task: SingleTask<Activity>;
  readonly #isStarted: () => boolean;
  #failure: CatalogFailure | undefined;
  #settledAt = 0;
  #disposed = false;

  /**
   * @param onDidChange told when work begins and when it ends
   * @param isStarted whether there is a list to see
   */
  constructor(onDidChange: () => void, isStarted: () => boolean) {
    this.#task = new SingleTask(onDidChange);
    this.#isStarted = isStarted;
  }

  get activity(): Activity | undefined {
    return this.#task.name;
  }

  get failure(): CatalogFailure | undefined {
    return this.#failure;
  }

  /** When something that was under way last came to an end, however it did: milliseconds since 1970-01-01 UTC. */
  get settledAt(): number {
    return this.#settledAt;
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** As `SingleTask.join`. */
  join(abort?: AbortSignal): Promise<void> {
    return this.#task.join(abort);
  }

  /** As `SingleTask.settled`. */
  settled(abort?: AbortSignal): Promise<void> {
    return this.#task.settled(abort);
  }

  /** As `SingleTask.displace`. */
  displace(): void {
    this.#task.displace();
  }

  /** Calls off what is under way; nothing begins any more. */
  dispose(): void {
    this.#disposed = true;
    this.displace();
  }

  /** @throws what the work does, which is kept as the failure; {Canceled} when this was disposed */
  async run(
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
        if (this.#isFailure(error, activity, signal)) this.#failure = { activity, error };
        throw error;
      } finally {
        this.#settledAt = Date.now();
      }
    };
    await this.#task.run(activity, guarded, abort);
  }

  /** Where somebody has called off the first page there is nothing to see, which needs a word as a failure does. */
  #isFailure(error: unknown, activity: Activity, signal: AbortSignal): boolean {
    if (error instanceof Canceled) return !this.#isStarted() && !wasDisplaced(signal);
    // The refusal itself says more than that nothing was asked because of it.
    if (wasNotAsked(error) && this.#failure !== undefined) return false;
    return activity !== 'confirm';
  }
}
