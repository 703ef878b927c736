import type { Page } from 'playwright-core';
import { until } from '../../hosts/until';

/**
 * Takes the pointer away where a hover stands open, as a person does whose way it is in: it covers rows, and takes the turns of
 * the wheel. @returns whether there was one
 */
export async function leaveHover(page: Page): Promise<boolean> {
  const hover = page.locator('.monaco-hover.workbench-hover:visible');
  if ((await hover.count()) === 0) return false;
  let text = '';
  let times = 0;
  await until(
    async () => {
      // One that opened after the pointer had left is closed by its next move.
      await page.mouse.move(times++ % 2, 0);
      [text = ''] = await hover.allInnerTexts();
      return (await hover.count()) === 0;
    },
    () => `the hover to close that says ${text.slice(0, 100)}`,
  );
  return true;
}
