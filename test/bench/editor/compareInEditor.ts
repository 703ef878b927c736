import type { Page } from 'playwright-core';
import { mediansOf } from '../measure';
import { tenantOf, type Size } from '../served';
import type { EditorWindow, Editors } from './editors';
import type { BenchView } from './messages';
import { BARE_EXTENSION } from './packages';
import { serveRows } from './rowsServer';
import { untilIdle } from './untilIdle';

const EXTENSION = 'conoha-images.conoha-images';
const ACTIVATIONS = 15;
/** Of no account: to say so takes all that a view needs, and no request. */
const NO_DOCUMENT = 'conoha-image:/none/images.json';

/** Milliseconds, medians. */
export interface Compared {
  readonly here: number;
  readonly bare: number;
}

/** From firing a tree with all its rows in one group until they are drawn. */
export async function drawing(editors: Editors, size: Size, fires: number): Promise<Compared> {
  const api = await serveRows(size);
  const window = await editors.open();
  try {
    await window.ask({ do: 'show', endpoint: api.endpoint(tenantOf(size)), size });
    await openViews(window.page);
    let fired = 0;
    const redraw = (view: BenchView) => () => untilRedrawn(window, view, `mark-${++fired}`);
    return await mediansOf({ here: redraw('here'), bare: redraw('bare') }, fires);
  } finally {
    await window.close();
    await api.close();
  }
}

/** Milliseconds, medians. */
export interface Activations extends Compared {
  /** Until all that the view needs is loaded and built as well. */
  readonly built: number;
}

/** Loading an extension and its `activate`, each time in an extension host that has just started. */
export async function activating(editors: Editors): Promise<Activations> {
  const window = await editors.open();
  const activate = (extension: string, document?: string) => async () => {
    await window.reload();
    await untilIdle();
    return (await window.ask({ do: 'activate', extension, document })).milliseconds;
  };
  try {
    return await mediansOf(
      {
        here: activate(EXTENSION),
        built: activate(EXTENSION, NO_DOCUMENT),
        bare: activate(BARE_EXTENSION),
      },
      ACTIVATIONS,
    );
  } finally {
    await window.close();
  }
}

async function openViews(page: Page): Promise<void> {
  await page
    .locator('.activitybar [role="tab"]', { has: page.locator('[aria-label^="bench-driver"]') })
    .click();
  // A group stands in each view, open.
  for (const view of [0, 1]) {
    await page
      .locator('.part.sidebar .customview-tree')
      .nth(view)
      .locator('[aria-level="2"]')
      .first()
      .waitFor();
  }
}

async function untilRedrawn(window: EditorWindow, view: BenchView, mark: string): Promise<number> {
  const drawn = window.page.evaluate(untilDrawn, mark);
  const { at } = await window.ask({ do: 'fire', view, mark });
  return (await drawn) - at;
}

interface BrowserGlobals {
  readonly document: {
    querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }>;
  };
  readonly requestAnimationFrame: (callback: () => void) => void;
}

/** In the page. @returns when a frame showed the mark in a row, milliseconds since 1970 */
function untilDrawn(mark: string): Promise<number> {
  const { document, requestAnimationFrame } = globalThis as unknown as BrowserGlobals;
  return new Promise((resolve) => {
    const look = (): void => {
      const texts = [...document.querySelectorAll('.customview-tree .label-description')];
      if (texts.some(({ textContent }) => textContent === mark)) resolve(Date.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}
