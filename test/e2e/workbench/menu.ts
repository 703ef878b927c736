import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';

/** The menus that stand open, submenus included. */
export class Menu {
  private readonly entries: Locator;

  constructor(private readonly page: Page) {
    this.entries = page.locator('.monaco-menu .action-menu-item .action-label:not(.separator)');
  }

  /** The entries to choose from; waits for a menu to open. */
  async items(): Promise<string[]> {
    await this.entries.first().waitFor();
    return this.entries.allTextContents();
  }

  /** Chooses an entry, by way of the submenus named before it. */
  async choose(...path: readonly string[]): Promise<void> {
    for (const label of path) {
      await this.entries.getByText(label, { exact: true }).last().click();
    }
    await until(async () => (await this.entries.count()) === 0, 'the menu to close');
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await until(async () => (await this.entries.count()) === 0, 'the menu to close');
  }
}
