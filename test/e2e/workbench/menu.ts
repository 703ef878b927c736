import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';

/** How long a menu may take to open before the click counts as lost. */
const OPEN_MS = 3000;

/** The menus that stand open, submenus included. */
export class Menu {
  private readonly entries: Locator;

  /** Opens a menu by a click, which is lost on a button that is just being drawn anew. */
  static async open(page: Page, click: () => Promise<void>): Promise<Menu> {
    const menu = new Menu(page, click);
    await until(() => menu.show(), 'the menu to open');
    return menu;
  }

  private constructor(
    private readonly page: Page,
    private readonly click: () => Promise<void>,
  ) {
    this.entries = page.locator('.monaco-menu .action-menu-item .action-label:not(.separator)');
  }

  /** The entries to choose from; waits for a menu to open. */
  async items(): Promise<string[]> {
    await this.entries.first().waitFor();
    return this.entries.allTextContents();
  }

  /**
   * Chooses an entry, by way of the submenus named before it. A menu that closes before it was clicked, since the bar that
   * it hangs on is drawn anew, is opened again.
   */
  async choose(...path: readonly string[]): Promise<void> {
    let isClicked = false;
    await until(
      async () => {
        if (isClicked && (await this.isClosed())) return true;
        await this.show();
        // A menu does not listen to clicks in its first tenth of a second: while it stands there, another one follows.
        isClicked = await this.clickNext(path);
        return false;
      },
      `${path.join(', ')} to be chosen in the menu`,
    );
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await until(() => this.isClosed(), 'the menu to close');
  }

  private async show(): Promise<boolean> {
    if (await this.isClosed()) await this.click();
    await this.entries.first().waitFor({ timeout: OPEN_MS });
    return true;
  }

  /** Clicks the entry of a path that stands there and is nearest to its end. @returns whether it is its end */
  private async clickNext(path: readonly string[]): Promise<boolean> {
    for (const label of path.toReversed()) {
      const entry = this.entry(label);
      if (!(await entry.isVisible())) continue;
      await entry.click({ timeout: 1000 });
      return label === path.at(-1);
    }
    return false;
  }

  private async isClosed(): Promise<boolean> {
    return (await this.entries.count()) === 0;
  }

  private entry(label: string): Locator {
    return this.entries.getByText(label, { exact: true }).last();
  }
}
