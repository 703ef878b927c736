import { retryAfterOf } from '../api/apiError';
import { hasStatus } from '../api/images/status';
import type { Catalog } from '../catalog/catalog';
import type { AccountImages } from './accountImages';

/** Milliseconds between looks at images that are being saved: doubled each time nothing has changed. */
const SOONEST = 5000;
const LATEST = 60_000;

/**
 * When one account's list is to be asked for by itself: while images are being saved, and as often as is wanted. It
 * counts from when the last request ended, whoever asked and whoever called it off, so that looking away for a while
 * puts nothing off.
 */
export class RefreshSchedule {
  #patience = SOONEST;
  #pause: Pause | undefined;
  #refreshing = false;

  constructor(private readonly images: AccountImages) {}

  /**
   * @param every milliseconds between looks that are wanted anyway; 0 for none
   * @returns when to look, milliseconds since 1970-01-01 UTC, which may be past; `undefined` for never, and while the list
   * is being asked for
   */
  due(every: number): number | undefined {
    const { catalog } = this.images;
    if (!catalog.started || catalog.activity !== undefined) return undefined;
    const waits = [...(every > 0 ? [every] : []), ...(isSaving(catalog) ? [this.#patience] : [])];
    if (waits.length === 0) return undefined;
    // What lies ahead was noted before the clock was set back.
    const past = [catalog.settledAt, catalog.asOf ?? 0].filter((time) => time <= Date.now());
    return Math.max(Math.max(0, ...past) + Math.min(...waits), this.#pauseEnd(catalog));
  }

  /** Asks for what has changed. A failure is kept by the catalogue and shown beside the list. Never rejects. */
  async refresh(): Promise<void> {
    const { catalog } = this.images;
    const { revision } = catalog;
    this.#refreshing = true;
    try {
      await this.images.bringUpToDate();
    } catch (error) {
      const now = Date.now();
      this.#pause = { from: now, to: now + 1000 * (retryAfterOf(error) ?? 0) };
    } finally {
      this.#refreshing = false;
    }
    this.#patience = catalog.revision === revision ? Math.min(this.#patience * 2, LATEST) : SOONEST;
  }

  /** Something has changed or is looked at anew: the next change may come soon. */
  hasten(): void {
    // What is being asked for now tells by itself whether something has changed.
    if (!this.#refreshing) this.#patience = SOONEST;
  }

  /** A server that has answered since wants no pause any more; one from before the clock was set back is none. */
  #pauseEnd({ asOf = 0 }: Catalog): number {
    const { from, to } = this.#pause ?? { from: 0, to: 0 };
    return from <= Date.now() && asOf <= from ? to : 0;
  }
}

/** A server has asked for fewer requests, milliseconds since 1970-01-01 UTC. */
interface Pause {
  readonly from: number;
  readonly to: number;
}

function isSaving({ images }: Catalog): boolean {
  return images.some((image) => hasStatus(image, 'SAVING'));
}
