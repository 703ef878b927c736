import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';

const MOMENT_MS = 3000;

/** The Output panel. */
export class OutputPanel {
  private readonly panel: Locator;

  constructor(page: Page) {
    this.panel = page.locator('.part.panel');
  }

  /** Whether it is open, or opens in a moment. */
  opensSoon(): Promise<boolean> {
    const lines = this.panel.locator('.view-lines');
    return lines.waitFor({ timeout: MOMENT_MS }).then(
      () => true,
      () => false,
    );
  }

  /** The name of the channel that it shows; waits for the panel. */
  async channel(): Promise<string> {
    return this.panel.locator('.title-actions select').inputValue();
  }

  /** The lines in sight. */
  async text(): Promise<string> {
    const text = await this.panel.locator('.view-lines').innerText();
    return text.replaceAll('\u00a0', ' ');
  }

  /** Waits for a text among the lines in sight. @returns all of them */
  async untilShown(text: string | RegExp): Promise<string> {
    const fits = (all: string) => (typeof text === 'string' ? all.includes(text) : text.test(all));
    return until(
      async () => {
        const all = await this.text();
        return fits(all) ? all : undefined;
      },
      `${String(text)} in the output`,
    );
  }
}
