import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';
import type { DomElement } from './dom';
import { leaveHover } from './leaveHover';
import { Menu } from './menu';
import { labelled } from './patterns';

/** A row of a tree as a person sees it. */
export interface RowState {
  readonly label: string;
  readonly description: string;
  /** 1 for a row at the root. */
  readonly level: number;
  /** `undefined` for a row that has nothing under it. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** What a screen reader says. */
  readonly ariaLabel: string;
  /** The name of the icon, as in `vm-active`; empty without one. */
  readonly icon: string;
}

/** Runs in the page, on `.monaco-list-row` elements. @returns them by their place in the whole list */
export function readRows(rows: DomElement[]): { index: number; state: RowState }[] {
  return rows.map((row) => {
    const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    const icon = row.querySelector('.custom-view-tree-node-item-icon')?.className ?? '';
    const expanded = row.getAttribute('aria-expanded');
    const state = {
      label: text('.label-name'),
      description: text('.label-description'),
      level: Number(row.getAttribute('aria-level')),
      expanded: expanded === null ? undefined : expanded === 'true',
      selected: row.getAttribute('aria-selected') === 'true',
      ariaLabel: row.getAttribute('aria-label') ?? '',
      icon: /codicon-([\w-]+)/.exec(icon)?.[1] ?? '',
    };
    return { index: Number(row.getAttribute('data-index')), state };
  });
}

/** Longer than the editor waits before it opens a hover. */
const HOVER_MS = 4000;

/** Long enough for a row that is being drawn anew. */
const REACH_MS = 3000;

/** One row that is on the screen. */
export class Row {
  constructor(
    private readonly page: Page,
    private readonly locator: Locator,
  ) {}

  async state(): Promise<RowState> {
    const [row] = await this.locator.evaluateAll(readRows);
    if (!row) throw new Error('The row is no longer on the screen.');
    return row.state;
  }

  /** @param modifiers keys held down, `Control` to select one more, `Shift` to select up to it */
  async click(...modifiers: ('Control' | 'Shift' | 'Alt')[]): Promise<void> {
    const name = this.locator.locator('.label-name');
    await this.inReach((timeout) => name.click({ modifiers, timeout }), 'the row to be clicked');
  }

  async doubleClick(): Promise<void> {
    const name = this.locator.locator('.label-name');
    await this.inReach((timeout) => name.dblclick({ timeout }), 'the row to be clicked twice');
  }

  async expand(): Promise<void> {
    await this.turn(true);
  }

  async collapse(): Promise<void> {
    await this.turn(false);
  }

  /**
   * Rests the pointer on the row. @returns the text of the hover that opens, once the extension has given it, and read again
   * where the rows have moved below the pointer meanwhile
   */
  async hover(): Promise<string> {
    return until(async () => {
      const before = await this.locator.boundingBox();
      const text = await this.openHover();
      const after = await this.locator.boundingBox();
      return before?.y === after?.y ? text : undefined;
    }, 'a hover of a row that stays where it is');
  }

  private async openHover(): Promise<string> {
    const hover = this.page.locator('.monaco-hover.workbench-hover:visible');
    // A hover that is still open would be taken for this row's.
    if (!(await leaveHover(this.page))) await this.page.mouse.move(0, 0);
    // Over a row that is being drawn anew the editor may open none: the pointer comes again, as a person's would.
    await until(async () => {
      // At its beginning: towards its end buttons may come up below the pointer.
      await this.locator.locator('.label-name').hover({ position: { x: 8, y: 8 } });
      const isOpen = await hover
        .first()
        .waitFor({ timeout: HOVER_MS })
        .then(
          () => true,
          () => false,
        );
      if (!isOpen) await this.page.mouse.move(0, 0);
      return isOpen;
    }, 'a hover');
    return until(async () => {
      const text = await hover.first().innerText();
      // What the editor says until then, in its two languages here.
      return /^\s*(Loading|読み込んでいます|読み込み中)/.test(text) ? undefined : text;
    }, 'the text of the hover');
  }

  /** Presses one of the row's own buttons, by the name it shows. */
  async inlineAction(title: string): Promise<void> {
    const button = this.locator.locator('.actions').getByRole('button', { name: labelled(title) });
    await this.inReach(async (timeout) => {
      await this.locator.hover({ timeout });
      await button.click({ timeout });
    }, `${title} to be pressed`);
  }

  /** The names of the buttons that stand on the row while the pointer is on it. */
  async inlineActions(): Promise<string[]> {
    await this.locator.hover();
    return titlesOf(this.locator.locator('.actions .action-label:visible'));
  }

  /** Chooses from the row's context menu. */
  async contextMenu(...path: readonly string[]): Promise<void> {
    await (await this.openContextMenu()).choose(...path);
  }

  async contextMenuItems(): Promise<string[]> {
    const menu = await this.openContextMenu();
    const items = await menu.items();
    await menu.close();
    return items;
  }

  private async openContextMenu(): Promise<Menu> {
    return Menu.open(this.page, () => this.locator.locator('.label-name').click({ button: 'right' }));
  }

  /** Does something by the pointer, again where a hover has opened in its way meanwhile: then nothing was done. */
  private async inReach(press: (timeout: number) => Promise<void>, what: string): Promise<void> {
    await until(async () => {
      await this.untilInReach();
      await press(REACH_MS);
      return true;
    }, what);
  }

  /** A hover that opens late covers rows until the pointer moves. */
  private async untilInReach(): Promise<void> {
    const name = this.locator.locator('.label-name');
    await until(async () => {
      await leaveHover(this.page);
      return name.click({ trial: true, timeout: REACH_MS }).then(
        () => true,
        () => false,
      );
    }, 'the row to be in reach of the pointer');
  }

  private async turn(expanded: boolean): Promise<void> {
    if ((await this.state()).expanded !== expanded) {
      await this.locator.locator('.monaco-tl-twistie').click();
    }
    await until(
      async () => (await this.state()).expanded === expanded,
      `the row to be ${expanded ? 'expanded' : 'collapsed'}`,
    );
  }
}

/** The titles of icon buttons, without the keys that do the same. */
export async function titlesOf(buttons: Locator): Promise<string[]> {
  const labels = await buttons.evaluateAll((elements: DomElement[]) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
  return labels.map((label) => label.replace(/ \([^()]*\)$/, ''));
}
