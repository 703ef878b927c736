import type { Page } from 'playwright-core';

/** What the window's own part of the editor writes to its console when an extension has brought its tree out of step. */
const OF_EXTENSIONS =
  /TreeError|UriError|Cannot resolve tree item|rejected promise not handled|already registered/;

/** Focusing a view, the editor looks for the row that was selected while it is drawing others: nobody sees that. */
const OF_THE_EDITOR = /^[^]*TreeError[^]*Data tree node not found[^]*\.focus [^]*\.openView /;

function isOfExtensions(text: string): boolean {
  return OF_EXTENSIONS.test(text) && !OF_THE_EDITOR.test(text);
}

/** Errors in the window's console. */
export class PageErrors {
  readonly #errors: string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error' && isOfExtensions(message.text())) this.#errors.push(message.text());
    });
    page.on('pageerror', (error) => {
      if (isOfExtensions(error.stack ?? String(error))) this.#errors.push(String(error));
    });
  }

  /** The first that was not told of yet. */
  next(): string | undefined {
    return this.#errors.shift();
  }
}
