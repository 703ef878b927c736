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
  #notBefore = 0;

  constructor(private readonly images: AccountImages) {}

  /**
   * @param every milliseconds between looks that are wanted anyway; 0 for none
   * @returns when to look, milliseconds since 1970-01-01 UTC, which may be past; `undefined` for never
   */
  due(every: number): number | undefined {
    const { catalog } = this.images;
    if (!catalog.started) return undefined;
    const waits = [...(every > 0 ? [every] : []), ...(isSaving(catalog) ? [this.#patience] : [])];
    if (waits.length === 0) return undefined;
    const last = Math.max(catalog.settledAt, catalog.asOf ?? 0);
    return Math.max(last + Math.min(...waits), this.#notBefore);
  }

  /** Asks for what has changed. A failure is kept by the catalogue and shown beside the list. */
  async refresh(): Promise<void> {
    const { catalog } = this.images;
    const { revision } = catalog;
    try {
      await this.images.bringUpToDate();
    } catch (error) {
      this.#notBefore = Date.now() + 1000 * (retryAfterOf(error) ?? 0);
    }
    this.#patience = catalog.revision === revision ? Math.min(this.#patience * 2, LATEST) : SOONEST;
  }

  /** Something has changed or is looked at again: the next change may come soon. */
  hasten(): void {
    this.#patience = SOONEST;
  }
}

function isSaving({ images }: Catalog): boolean {
  return images.some((image) => hasStatus(image, 'SAVING'));
}
