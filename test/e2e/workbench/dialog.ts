import type { Locator, Page } from 'playwright-core';

/** The dialog in the middle of the window that has to be answered first. */
export class Dialog {
  private readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator('.monaco-dialog-box');
  }

  isOpen(): Promise<boolean> {
    return this.box.isVisible();
  }

  /** Waits for a dialog. */
  message(): Promise<string> {
    return this.box.locator('.dialog-message-text').innerText();
  }

  detail(): Promise<string> {
    return this.box.locator('.dialog-message-detail').innerText();
  }

  buttons(): Promise<string[]> {
    return this.box.locator('.dialog-buttons .monaco-button').allInnerTexts();
  }

  async press(button: string): Promise<void> {
    await this.box.getByRole('button', { name: button, exact: true }).click();
    await this.box.waitFor({ state: 'hidden' });
  }
}
