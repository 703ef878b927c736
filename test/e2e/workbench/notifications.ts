import type { Locator, Page } from 'playwright-core';
import { until } from '../../hosts/until';

/** The messages at the lower right. */
export class Notifications {
  private readonly toasts: Locator;

  constructor(private readonly page: Page) {
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  /** The texts that stand there now. */
  messages(): Promise<string[]> {
    return this.toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Waits for a message. @returns its text */
  async untilShown(text: string | RegExp): Promise<string> {
    const message = this.toast(text).locator('.notification-list-item-message');
    await message.waitFor();
    return message.innerText();
  }

  /** Waits until no such message stands there. */
  async untilGone(text: string | RegExp): Promise<void> {
    await until(async () => (await this.toast(text).count()) === 0, `the message ${String(text)} to go`);
  }

  /** `error`, `warning` or `info`; waits for the message. */
  async severity(text: string | RegExp): Promise<string> {
    const icon = this.toast(text).locator('.notification-list-item-icon');
    const name = await icon.getAttribute('class');
    return /codicon-(error|warning|info)/.exec(name ?? '')?.[1] ?? '';
  }

  /** The buttons of a message; waits for it. */
  async buttons(text: string | RegExp): Promise<string[]> {
    await this.toast(text).waitFor();
    return this.toast(text).locator('.monaco-button').allInnerTexts();
  }

  /** Presses a button of a message, "Cancel" of a running task among them. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button, exact: true }).click();
  }

  async dismiss(text: string | RegExp): Promise<void> {
    await this.toast(text).hover();
    await this.toast(text).locator('.codicon-notifications-clear').click();
    await this.untilGone(text);
  }

  private toast(text: string | RegExp): Locator {
    const message = this.page.locator('.notification-list-item-message', { hasText: text });
    return this.toasts.filter({ has: message }).first();
  }
}
