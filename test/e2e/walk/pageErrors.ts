import type { Page } from 'playwright-core';

/** What the window's own part of the editor writes to its console when an extension has brought its tree out of step. */
const OF_EXTENSIONS =
  /TreeError|UriError|Cannot resolve tree item|rejected promise not handled|already registered/;

/**
 * The editor looks for a row that has just gone: for the selected one when it focuses a view, for the focused one while it
 * takes rows out, to set its context keys. Nobody sees that.
 */
const OF_THE_EDITOR = [
  /TreeError[^]*Data tree node not found[^]*\.focus [^]*\.openView /,
  /TreeError[^]*Data tree node not found[^]*\.getNode [^]*\.spliceSimple /,
];

function isOfExtensions(text: string): boolean {
  return OF_EXTENSIONS.test(text) && !OF_THE_EDITOR.some((pattern) => pattern.test(text));
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
