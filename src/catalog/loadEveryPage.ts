import { patiently } from './patiently';

/** A list is reported whenever it is so many times as long as it was then. */
const REPORTED_GROWTH = 1.5;

/** How all pages are loaded, and who hears of it. Counts are images, all that are loaded. */
export interface LoadAllOptions {
  readonly signal: AbortSignal;
  /** Called after every page, and with `pause` in seconds when the server asked to slow down. */
  readonly onProgress: (loaded: number, pause?: number) => void;
  /** Asked whenever another `askEvery` images are loaded; `false` stops, keeping what there is. */
  readonly goOn: (loaded: number) => Promise<boolean>;
  readonly askEvery: number;
  /** No page is asked for that would make them more than so many. */
  readonly most?: number;
}

/** The list that is loaded to its end. */
export interface Pages {
  readonly count: () => number;
  readonly hasMore: () => boolean;
  /** @param most so many images are wanted of it at most, at least one */
  readonly next: (most: number, signal: AbortSignal) => Promise<void>;
}

/** Loads page after page to the end, waiting where the server asks for it. @throws {ApiError} or {Canceled} */
export async function loadEveryPage(
  pages: Pages,
  options: LoadAllOptions,
  signal: AbortSignal,
): Promise<void> {
  const { onProgress, goOn, askEvery, most = Infinity } = options;
  let asked = Math.floor(pages.count() / askEvery);
  while (pages.hasMore()) {
    await patiently(
      () => pages.next(Math.max(1, most - pages.count()), signal),
      signal,
      (seconds) => onProgress(pages.count(), seconds),
    );
    onProgress(pages.count());
    const steps = Math.floor(pages.count() / askEvery);
    if (steps <= asked || !pages.hasMore()) continue;
    if (!(await goOn(pages.count()))) return;
    asked = steps;
  }
}

/**
 * The same options, and `report` is called while pages are loaded: before every wait, and when the list has grown by half.
 * What listeners do takes longer with each page, but in all it stays in proportion to the list.
 */
export function reportingGrowth(
  options: LoadAllOptions,
  count: () => number,
  report: () => void,
): LoadAllOptions {
  let reported = count();
  const reportFrom = (least: number): void => {
    if (count() < least) return;
    reported = count();
    report();
  };
  return {
    ...options,
    onProgress: (...progress) => {
      const [, pause] = progress;
      reportFrom(pause === undefined ? reported * REPORTED_GROWTH : reported);
      options.onProgress(...progress);
    },
    goOn: (loaded) => {
      reportFrom(reported);
      return options.goOn(loaded);
    },
  };
}
