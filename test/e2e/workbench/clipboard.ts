import type { Page } from 'playwright-core';
import { until } from '../../hosts/until';
import type { BrowserGlobals } from './dom';

/** The clipboard that the editor copies to. */
export class Clipboard {
  constructor(private readonly page: Page) {}

  read(): Promise<string> {
    return this.page.evaluate(() => (globalThis as unknown as BrowserGlobals).navigator.clipboard.readText());
  }

  async write(text: string): Promise<void> {
    await this.page.evaluate(
      (value) => (globalThis as unknown as BrowserGlobals).navigator.clipboard.writeText(value),
      text,
    );
  }

  /** Waits until something else than `before` was copied. @returns it */
  async untilChanged(before: string): Promise<string> {
    return until(async () => {
      const text = await this.read();
      return text === before ? undefined : text;
    }, 'something to be copied');
  }
}
