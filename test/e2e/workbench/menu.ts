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
    for (const [depth, label] of path.entries()) {
      const entry = this.entry(label);
      const next = path[depth + 1];
      const done = () => (next === undefined ? this.isClosed() : this.entry(next).isVisible());
      await entry.waitFor();
      // A menu does not listen to clicks in its first tenth of a second.
      await until(async () => {
        if (await done()) return true;
        await entry.click({ timeout: 1000 });
        return done();
      }, `${label} to be chosen in the menu`);
    }
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await until(() => this.isClosed(), 'the menu to close');
  }

  private async isClosed(): Promise<boolean> {
    return (await this.entries.count()) === 0;
  }

  private entry(label: string): Locator {
    return this.entries.getByText(label, { exact: true }).last();
  }
}
