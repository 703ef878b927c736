import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';
import type { DomElement } from './dom';
import { leaveHover } from './leaveHover';
import { containing, exactly, labelled } from './patterns';

/** How long Enter may take before it counts as lost. */
const ENTER_MS = 4000;

/** A row of a quick pick as a person sees it. */
export interface QuickPickItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** The heading above the item, if it is the first below one. */
  readonly separator: string;
  /** `undefined` where only one item can be picked. */
  readonly checked: boolean | undefined;
}

/** The box at the top of the window: quick picks, input boxes and the command palette. */
export class QuickInput {
  private readonly widget: Locator;
  private readonly input: Locator;
  private readonly entries: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget:visible');
    this.input = this.widget.locator('.quick-input-box input');
    this.entries = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  isOpen(): Promise<boolean> {
    return this.widget.isVisible();
  }

  /** What the box asks for and whether it objects, at this moment; `undefined` while it is closed. */
  async present(): Promise<{ readonly placeholder: string; readonly invalid: boolean } | undefined> {
    const [present] = await this.widget.evaluateAll((widgets: DomElement[]) =>
      widgets.map((widget) => ({
        placeholder: widget.querySelector('.quick-input-box input')?.getAttribute('placeholder') ?? '',
        invalid: widget.querySelector('.monaco-inputbox:is(.error, .warning, .info)') !== null,
      })),
    );
    return present;
  }

  /** Whether the box asks for this now: in its title, its placeholder or the line below it. */
  async asks(what: string | RegExp): Promise<boolean> {
    const pattern = typeof what === 'string' ? containing(what) : what;
    // At once: a box that closes meanwhile would be waited for.
    const texts = await this.widget.evaluateAll((widgets: DomElement[]) =>
      widgets.flatMap((widget) => [
        widget.querySelector('.quick-input-title')?.textContent ?? '',
        widget.querySelector('.quick-input-box input')?.getAttribute('placeholder') ?? '',
        widget.querySelector('.quick-input-message')?.textContent ?? '',
      ]),
    );
    return texts.some((text) => pattern.test(trimmed(text)));
  }

  /** Waits until the box asks for this. */
  async asking(what: string | RegExp): Promise<this> {
    await until(() => this.asks(what), `the box to ask for ${String(what)}`);
    return this;
  }

  async untilClosed(): Promise<void> {
    await until(async () => !(await this.isOpen()), 'the box to close');
  }

  /** With the step, as in "Sign In (1/3)"; empty without one. */
  async title(): Promise<string> {
    return trimmed(await this.widget.locator('.quick-input-title').textContent());
  }

  async placeholder(): Promise<string> {
    return (await this.input.getAttribute('placeholder')) ?? '';
  }

  async value(): Promise<string> {
    return this.input.inputValue();
  }

  /** Whether the box stands open with exactly this text in it. */
  async holds(text: string): Promise<boolean> {
    const values = await this.input.evaluateAll((boxes: { value: string }[]) =>
      boxes.map(({ value }) => value),
    );
    return values.includes(text);
  }

  async isPassword(): Promise<boolean> {
    return (await this.input.getAttribute('type')) === 'password';
  }

  /** The line below the box: what an input box asks for, or what is wrong with its value. */
  async message(): Promise<string> {
    return trimmed(await this.widget.locator('.quick-input-message').textContent());
  }

  /** What is wrong with the value, waiting for an objection; `''` is never returned. */
  async validationMessage(): Promise<string> {
    await this.widget.locator('.monaco-inputbox:is(.error, .warning, .info)').waitFor();
    return this.message();
  }

  /** Whether something is wrong with the value now. */
  async isInvalid(): Promise<boolean> {
    return (await this.widget.locator('.monaco-inputbox.error').count()) > 0;
  }

  /** Whether the box shows that it is waiting for something. */
  async isBusy(): Promise<boolean> {
    return (await this.widget.locator('.quick-input-progress.active').count()) > 0;
  }

  /** Puts a text in the place of what stands in the box, in one go, as a paste does. */
  async type(text: string, timeout?: number): Promise<void> {
    await this.input.fill(text, { timeout });
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.input.press('Escape');
  }

  /** Goes to the step before. */
  async back(): Promise<void> {
    await this.widget.locator('.codicon-quick-input-back').click();
  }

  /** Presses a button in the box's title bar, or inside the box. */
  async button(title: string): Promise<void> {
    await this.widget
      .locator('.quick-input-right-action-bar, .quick-input-inline-action-bar')
      .getByRole('button', { name: labelled(title) })
      .click();
  }

  /** The items in sight, those that match what was typed. */
  async items(): Promise<QuickPickItem[]> {
    const items = await this.entries.evaluateAll(readItems);
    return items.sort((a, b) => a.index - b.index).map(({ item }) => item);
  }

  /** Waits until the items in sight satisfy a condition. @returns those items */
  async untilItems(
    condition: (items: readonly QuickPickItem[]) => boolean,
    timeout?: number,
  ): Promise<QuickPickItem[]> {
    let items: QuickPickItem[] = [];
    return until(
      async () => {
        items = await this.items();
        return condition(items) ? items : undefined;
      },
      () => `such items; there are ${JSON.stringify(items.map(({ label }) => label))}`,
      timeout,
    );
  }

  /** Waits until Enter would take the item with this label. */
  async untilActive(label: string): Promise<void> {
    await until(async () => {
      const focused = this.widget.locator('.quick-input-list .monaco-list-row.focused');
      const [active] = await focused.evaluateAll(readItems);
      return active?.item.label.trim() === label;
    }, `${label} to be active`);
  }

  /** Goes down with the arrow key to the item with this label; waits until it stands there. */
  async activate(label: string, timeout?: number): Promise<void> {
    await this.untilItems((items) => items.some((item) => item.label === label), timeout);
    await until(
      async () => {
        const [active] = await this.widget
          .locator('.quick-input-list .monaco-list-row.focused')
          .evaluateAll(readItems);
        if (active?.item.label === label) return true;
        await this.input.press('ArrowDown');
        return false;
      },
      `${label} to be active`,
      timeout,
    );
  }

  /** Chooses an item by its label. */
  async pick(label: string | RegExp, timeout?: number): Promise<void> {
    await leaveHover(this.page);
    await this.entry(label).locator('.quick-input-list-row').first().click({ timeout });
  }

  /** Chooses an item by what stands behind its label. */
  async pickDescribed(description: string): Promise<void> {
    await leaveHover(this.page);
    const text = this.page.locator('.label-description', { hasText: description });
    await this.entries.filter({ has: text }).first().click();
  }

  /** Chooses an item by typing its label and Enter, which is lost on a list that is just being drawn. */
  async choose(label: string): Promise<void> {
    await this.type(label);
    await this.untilItems(([first]) => first?.label === label);
    await until(async () => {
      if (await this.holds(label)) await this.accept();
      // A second Enter too early would answer the question that follows.
      return until(async () => !(await this.holds(label)), `${label} to be taken`, ENTER_MS);
    }, `${label} to be chosen`);
  }

  /** Ticks or unticks an item where several can be picked; `confirm` ends it. */
  async tick(label: string | RegExp): Promise<void> {
    await leaveHover(this.page);
    await this.entry(label).locator('.monaco-checkbox').click();
  }

  /** Ends a pick of several items by its OK button. */
  async confirm(): Promise<void> {
    await this.widget.locator('.quick-input-action .monaco-button:visible').first().click();
  }

  /** Presses a button on an item. */
  async itemButton(label: string | RegExp, title: string): Promise<void> {
    await leaveHover(this.page);
    const entry = this.entry(label);
    await entry.hover();
    await entry.getByRole('button', { name: labelled(title) }).click();
  }

  private entry(label: string | RegExp): Locator {
    const name = typeof label === 'string' ? exactly(label) : label;
    const text = this.page.locator('.quick-input-list-row:first-child .label-name', { hasText: name });
    return this.entries.filter({ has: text }).first();
  }
}

/** Runs in the page, on the rows of the list. */
function readItems(rows: DomElement[]): { index: number; item: QuickPickItem }[] {
  return rows.map((row) => {
    // The list uses its elements again for other items, and hides what the new item has not got.
    const text = (selector: string) => {
      const element = row.querySelector(selector);
      return element?.checkVisibility() ? (element.textContent ?? '') : '';
    };
    const checked = row.getAttribute('aria-checked');
    const item = {
      label: text('.quick-input-list-row:first-child .label-name'),
      description: text('.quick-input-list-row:first-child .label-description'),
      detail: text('.quick-input-list-label-meta .label-name'),
      separator: text('.quick-input-list-separator'),
      checked: checked === null ? undefined : checked === 'true',
    };
    return { index: Number(row.getAttribute('data-index')), item };
  });
}

/** Without the space that keeps an empty line its height. */
function trimmed(text: string | null): string {
  return (text ?? '').replaceAll('\u00a0', ' ').trim();
}
