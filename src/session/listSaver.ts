import type { Catalog } from '../catalog/catalog';
import type { Activity } from '../catalog/catalogTask';
import type { CachedList } from './catalogCache';

/** Milliseconds of quiet after which a changed list is saved. */
const SAVE_AFTER_MS = 1000;

/** Saves the list of a catalogue for the next start, a moment after it has changed. */
export class ListSaver {
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  /** @param catalog the one whose list is saved: asked when it is done */
  constructor(
    private readonly cached: CachedList,
    private readonly catalog: () => Catalog,
  ) {}

  /**
   * Saves after a moment of quiet; while every page is loaded, which may take long and be cut short, as the list grows.
   * @param activity what the catalogue is doing
   */
  changed(activity: Activity | undefined): void {
    if (activity !== undefined && (activity !== 'loadAll' || this.#timer !== undefined)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // A list that could not be saved is asked for again next time.
      void this.save().catch(() => undefined);
    }, SAVE_AFTER_MS);
    this.#timer.unref();
  }

  /** Saves what has changed without waiting for quiet, and waits for what is being written. @throws as `CachedList.write` */
  async save(): Promise<void> {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const { images, query, completeness, asOf, listedAt, restored } = this.catalog();
      if (asOf !== undefined && !restored) {
        this.#writing = this.cached.write({ images, query, completeness, asOf, listedAt });
      }
    }
    await this.#writing;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
