import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';
import type { DomElement } from './dom';
import { leaveHover } from './leaveHover';
import { Menu } from './menu';
import { exactly, labelled } from './patterns';
import { readRows, Row, titlesOf, type RowState } from './row';

/** In pixels of the wheel; by how many rows the list moves is one of its settings. */
const NOTCH = 120;

/** What a view shows while it has no rows. */
export interface Welcome {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** How long the side bar may take to show a container that was clicked. */
const MOMENT_MS = 3000;

/** The tree view that the side bar shows. */
export class View {
  private readonly part: Locator;
  private readonly tree: Locator;
  private readonly listRows: Locator;
  private readonly welcomeContent: Locator;

  constructor(private readonly page: Page) {
    this.part = page.locator('.part.sidebar');
    this.tree = this.part.locator('.customview-tree');
    // A heading that sticks to the top is a second one of its row, without a level.
    this.listRows = this.tree.locator('.monaco-list-rows .monaco-list-row');
    this.welcomeContent = this.part.locator('.welcome-view-content');
  }

  /** The heading, as in "ConoHa: Images"; older versions show it in capitals. */
  async title(): Promise<string> {
    return (await this.part.locator('.composite.title h2').textContent()) ?? '';
  }

  /** Whether the side bar shows this container now. */
  async shows(container: string): Promise<boolean> {
    const [title = ''] = await this.part.locator('.composite.title h2:visible').allInnerTexts();
    return title.toLowerCase().startsWith(container.toLowerCase());
  }

  /** The same, given a moment. */
  async showsSoon(container: string): Promise<boolean> {
    const title = this.part.locator('.composite.title h2', { hasText: new RegExp(`^${container}`, 'i') });
    return title.waitFor({ timeout: MOMENT_MS }).then(
      () => true,
      () => false,
    );
  }

  /** What stands beside the view's name, empty when nothing is to be seen there. */
  async description(): Promise<string> {
    const description = this.part.locator('.pane-header:not(.hidden) .description');
    return (await description.allInnerTexts())[0] ?? '';
  }

  /** The line above the rows, empty without one. */
  async message(): Promise<string> {
    const message = this.part.locator('.tree-explorer-viewlet-tree-view > .message:not(.hide)');
    return (await message.allInnerTexts())[0] ?? '';
  }

  /** The welcome text and its buttons; waits for it: what stands there while the extension starts has none. */
  async welcome(): Promise<Welcome> {
    await this.welcomeContent.locator('.monaco-button').first().waitFor();
    const buttons = await this.welcomeContent.locator('.monaco-button').allInnerTexts();
    return { text: await this.welcomeContent.innerText(), buttons };
  }

  async pressWelcome(button: string): Promise<void> {
    await this.welcomeContent.getByRole('button', { name: button, exact: true }).click();
  }

  /** Whether Enter presses this button of the welcome now. */
  async isOnWelcome(button: string): Promise<boolean> {
    const focused = this.welcomeContent.locator('.monaco-button:focus');
    return (await focused.allInnerTexts()).includes(button);
  }

  /** Whether the welcome text is on the screen now. */
  isWelcoming(): Promise<boolean> {
    return this.welcomeContent.isVisible();
  }

  /** Whether the view's own progress bar runs. */
  async isLoading(): Promise<boolean> {
    const bar = this.part.locator('.monaco-progress-container.active');
    return (await bar.count()) > 0;
  }

  /** The rows on the screen, from top to bottom. */
  async rows(): Promise<RowState[]> {
    const rows = await this.listRows.evaluateAll(readRows);
    // The list reuses its elements, so their order in the page is not that of the rows.
    return rows.sort((a, b) => a.index - b.index).map(({ state }) => state);
  }

  /** All rows, the ones out of sight too: scrolls from the first to the last. */
  async allRows(): Promise<RowState[]> {
    return (await this.readAll(readRows)).map(({ state }) => state);
  }

  /**
   * The same, read by a function that runs in the page; `index` is a row's place in the whole list. The pointer is on none
   * of the rows, where it would bring up buttons.
   */
  async readAll<T extends { readonly index: number }>(read: (rows: DomElement[]) => T[]): Promise<T[]> {
    const found = new Map<number, T>();
    await this.scrollFromTop(async () => {
      await this.page.mouse.move(0, 0);
      for (const row of await this.readOnScreen(read)) found.set(row.index, row);
      return undefined;
    });
    return [...found.values()].sort((a, b) => a.index - b.index);
  }

  /** The same of the rows on the screen, in no order. */
  readOnScreen<T>(read: (rows: DomElement[]) => T[]): Promise<T[]> {
    return this.listRows.evaluateAll(read);
  }

  /** Waits until the rows on the screen satisfy a condition. @returns those rows */
  async untilRows(
    condition: (rows: readonly RowState[]) => boolean,
    what = 'such rows',
  ): Promise<RowState[]> {
    let rows: RowState[] = [];
    return until(
      async () => {
        rows = await this.rows();
        return condition(rows) ? rows : undefined;
      },
      () =>
        `${what}; there are ${JSON.stringify(rows.map(({ label, description }) => [label, description]))}`,
    );
  }

  /** Waits until the labels on the screen, from top to bottom, are these. */
  async untilLabels(...labels: readonly string[]): Promise<RowState[]> {
    const wanted = JSON.stringify(labels);
    return this.untilRows((rows) => JSON.stringify(rows.map(({ label }) => label)) === wanted, wanted);
  }

  /** The first row with this label; waits for it and scrolls to it. */
  async row(label: string | RegExp): Promise<Row> {
    return until(() => this.findRow(label), `the row ${String(label)}`);
  }

  /** The row at a place among those on the screen, from the top, whatever it is called. */
  rowAt(place: number): Row {
    return new Row(this.page, this.tree.locator(`.monaco-list-rows .monaco-list-row[data-index="${place}"]`));
  }

  /** Whether a row with this label is there, in sight or not. */
  async hasRow(label: string | RegExp): Promise<boolean> {
    return (await this.findRow(label)) !== undefined;
  }

  /** Gives the keyboard to the rows. */
  async focus(): Promise<void> {
    await this.tree.locator('.monaco-list').focus();
  }

  /** Presses a button of the view's title bar, or chooses from its overflow menu; then from the menu it opens. */
  async titleAction(title: string, ...menuPath: readonly string[]): Promise<void> {
    const button = this.titleBar().getByLabel(labelled(title));
    if (await button.isVisible()) {
      if (menuPath.length === 0) await button.click();
      else await (await Menu.open(this.page, () => button.click())).choose(...menuPath);
    } else {
      await (await this.openOverflow()).choose(title, ...menuPath);
    }
  }

  /** The names of the title bar's buttons, without the overflow menu. */
  async titleActions(): Promise<string[]> {
    await this.part.hover();
    return titlesOf(this.titleBar().locator('.action-label:not(.codicon-toolbar-more)'));
  }

  async overflowActions(): Promise<string[]> {
    const menu = await this.openOverflow();
    const items = await menu.items();
    await menu.close();
    return items;
  }

  private titleBar(): Locator {
    return this.part.locator('.composite.title .title-actions');
  }

  private async openOverflow(): Promise<Menu> {
    return Menu.open(this.page, () => this.titleBar().locator('.codicon-toolbar-more').click());
  }

  private async findRow(label: string | RegExp): Promise<Row | undefined> {
    const name = typeof label === 'string' ? exactly(label) : label;
    const row = this.listRows.filter({ has: this.page.locator('.label-name', { hasText: name }) }).first();
    const found = async () => ((await row.count()) > 0 ? new Row(this.page, row) : undefined);
    return (await found()) ?? (await this.scrollFromTop(found));
  }

  /** Whether there are no rows below the ones on the screen. */
  async isAtEnd(): Promise<boolean> {
    const { top, bottom } = await this.scrollPlace();
    return top >= bottom;
  }

  /** Shows a screenful after the other, until `look` has found something or the end is reached. */
  private async scrollFromTop<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
    const list = this.tree.locator('.monaco-list');
    const box = await list.boundingBox();
    if (!box) return undefined;
    if ((await this.scrollPlace()).bottom === 0) return look();
    const point = () => this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await point();
    let place = await this.scrollPlace();
    while (place.top > 0) place = await this.scroll('up', place);
    for (;;) {
      const found = await look();
      if (found !== undefined || place.top >= place.bottom) return found;
      await point();
      place = await this.scroll('down', place);
    }
  }

  private async pointAtRows(): Promise<void> {
    const box = await this.tree.boundingBox();
    if (box) await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Turns the wheel by a notch and waits until the rows have moved. */
  private async scroll(direction: 'up' | 'down', { top, bottom }: ScrollPlace): Promise<ScrollPlace> {
    if (await leaveHover(this.page)) await this.pointAtRows();
    await this.page.mouse.wheel(0, direction === 'up' ? -NOTCH : NOTCH);
    return until(async () => {
      const place = await this.scrollPlace();
      return (place.top !== top || place.bottom !== bottom) && place;
    }, 'the rows to scroll');
  }

  private scrollPlace(): Promise<ScrollPlace> {
    return this.tree.locator('.monaco-list-rows').evaluate((rows: DomElement) => {
      const shown = rows.parentElement?.clientHeight ?? 0;
      const bottom = Math.max(Number.parseFloat(rows.style.height) - shown, 0);
      return { top: -Number.parseFloat(rows.style.top), bottom };
    });
  }
}

/** In pixels: how far the list is scrolled, and how far it can be. */
interface ScrollPlace {
  readonly top: number;
  readonly bottom: number;
}
