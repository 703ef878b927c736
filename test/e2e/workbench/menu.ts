import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';

/** How long a menu may take to open before the click counts as lost. */
const OPEN_MS = 3000;

/** The menus that stand open, submenus included. */
export class Menu {
  private readonly entries: Locator;

  /** Opens a menu by a click, which is lost on a button that is just being drawn anew. */
  static async open(page: Page, click: () => Promise<void>): Promise<Menu> {
    const menu = new Menu(page);
    await until(async () => {
      if (await menu.isClosed()) await click();
      await menu.entries.first().waitFor({ timeout: OPEN_MS });
      return true;
    }, 'the menu to open');
    return menu;
  }

  private constructor(private readonly page: Page) {
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
