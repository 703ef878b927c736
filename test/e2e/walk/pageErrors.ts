import type { Page } from 'playwright-core';

/** What the window's own part of the editor writes to its console when an extension has brought its tree out of step. */
const OF_EXTENSIONS =
  /TreeError|UriError|Cannot resolve tree item|rejected promise not handled|already registered/;

/** Errors in the window's console. */
export class PageErrors {
  readonly #errors: string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error' && OF_EXTENSIONS.test(message.text())) this.#errors.push(message.text());
    });
    page.on('pageerror', (error) => {
      if (OF_EXTENSIONS.test(String(error))) this.#errors.push(String(error));
    });
  }

  /** The first that was not told of yet. */
  next(): string | undefined {
    return this.#errors.shift();
  }
}
