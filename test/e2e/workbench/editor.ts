import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';
import type { Clipboard } from './clipboard';
import { Menu } from './menu';
import { labelled } from './patterns';

/** A tab of the editor area. */
export interface Tab {
  readonly title: string;
  readonly active: boolean;
  /** A preview's tab is reused by the next document. */
  readonly preview: boolean;
}

/** The editor area: its tabs, and the document that stands open. */
export class Editor {
  private readonly tabElements: Locator;
  private readonly content: Locator;

  constructor(
    private readonly page: Page,
    private readonly clipboard: Clipboard,
  ) {
    this.tabElements = page.locator('.part.editor .tabs-container .tab');
    this.content = page.locator('.part.editor .editor-group-container.active .monaco-editor').first();
  }

  async tabs(): Promise<Tab[]> {
    const tabs = await this.tabElements.all();
    return Promise.all(
      tabs.map(async (tab) => ({
        title: (await tab.getAttribute('data-resource-name')) ?? '',
        active: (await tab.getAttribute('aria-selected')) === 'true',
        preview: (await tab.locator('.tab-label.italic').count()) > 0,
      })),
    );
  }

  /** Waits until a document with this title is the one in front. */
  async untilOpen(title: string | RegExp): Promise<Tab> {
    const fits = (one: string) => (typeof title === 'string' ? one === title : title.test(one));
    return until(
      async () => (await this.tabs()).find((tab) => tab.active && fits(tab.title)),
      `${String(title)} to be open`,
    );
  }

  /** The whole text of the document in front, as select all and copy give it. */
  async text(): Promise<string> {
    await this.content.locator('.view-line').first().waitFor();
    const before = await this.clipboard.read();
    await this.content.locator('.view-lines').click();
    const untouched = `nothing copied ${Date.now()}`;
    await this.clipboard.write(untouched);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+C');
    const text = await this.clipboard.untilChanged(untouched);
    await this.clipboard.write(before);
    return text;
  }

  /** The lines in sight. */
  async visibleText(): Promise<string> {
    const text = await this.content.locator('.view-lines').innerText();
    return text.replaceAll('\u00a0', ' ');
  }

  /** Whether typing is refused, found out by typing. */
  async isReadOnly(): Promise<boolean> {
    await this.content.locator('.view-lines').click();
    await this.page.keyboard.press('x');
    const refusal = this.content.locator('.monaco-editor-overlaymessage');
    const edited = this.page.locator('.part.editor .tab.active.dirty');
    const answer = await until(async () => {
      if (await refusal.isVisible()) return 'refused';
      return (await edited.count()) > 0 && 'edited';
    }, 'an answer to typing');
    return answer === 'refused';
  }

  /** The language that the document is highlighted as, by the name in the status bar. */
  language(): Promise<string> {
    return this.page.locator('.part.statusbar [id="status.editor.mode"]').innerText();
  }

  /** Presses a button in the title bar of the document in front. */
  async titleAction(title: string): Promise<void> {
    await this.page
      .locator('.part.editor .editor-group-container.active .editor-actions')
      .getByRole('button', { name: labelled(title) })
      .click();
  }

  /** Chooses from the overflow menu of that title bar. */
  async titleMenu(...path: readonly string[]): Promise<void> {
    await (await Menu.open(this.page, () => this.titleAction('More Actions...'))).choose(...path);
  }

  /** Closes the document in front. */
  async close(): Promise<void> {
    const count = await this.tabElements.count();
    await this.page.locator('.part.editor .tab.active .codicon-close').or(this.closeSmall()).first().click();
    await until(async () => (await this.tabElements.count()) < count, 'the tab to close');
  }

  private closeSmall(): Locator {
    return this.page.locator('.part.editor .tab.active .codicon-close-small');
  }
}
