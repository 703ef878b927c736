import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';

/** The line at the bottom of the window. */
export class StatusBar {
  private readonly labels: Locator;

  constructor(page: Page) {
    this.labels = page.locator('.part.statusbar .statusbar-item-label');
  }

  async texts(): Promise<string[]> {
    const texts = await this.labels.allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** Waits for an item with this text. @returns it */
  async untilShown(text: string | RegExp): Promise<string> {
    const fits = (one: string) => (typeof text === 'string' ? one.includes(text) : text.test(one));
    return until(async () => (await this.texts()).find(fits), `${String(text)} in the status bar`);
  }
}
