import type { Page } from 'playwright-core';
import { until } from '../../hosts/until';

/** A hover that stays for so long has nothing to do with the pointer: what holds the focus has one, too. */
const MOST_MS = 3000;

/**
 * Takes the pointer away where a hover stands open, as a person does whose way it is in: it covers rows, and takes the turns of
 * the wheel. @returns whether there was one
 */
export async function leaveHover(page: Page): Promise<boolean> {
  const hover = page.locator('.monaco-hover.workbench-hover:visible');
  if ((await hover.count()) === 0) return false;
  let times = 0;
  const closed = async (): Promise<boolean> => {
    // One that opened after the pointer had left is closed by its next move.
    await page.mouse.move(times++ % 2, 0);
    return (await hover.count()) === 0;
  };
  await until(closed, 'the hover to close', MOST_MS).catch(() => undefined);
  return true;
}
