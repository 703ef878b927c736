import type { Locator } from 'playwright-core';
import type { BrowserGlobals, DomElement } from './dom';

/**
 * Where the letters of an element begin, in pixels, in the order of its text. Letters that take no room, such as
 * isolates, are left out.
 */
export function leftEdges(element: Locator): Promise<number[]> {
  return element.evaluate((root: DomElement) => {
    const { document } = globalThis as unknown as BrowserGlobals;
    const edges: number[] = [];
    // 4: nodes of text.
    const texts = document.createTreeWalker(root, 4);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (let at = 0; at < text.data.length; at++) {
        const letter = document.createRange();
        letter.setStart(text, at);
        letter.setEnd(text, at + 1);
        const { left, width } = letter.getBoundingClientRect();
        if (width > 0) edges.push(left);
      }
    }
    return edges;
  });
}

/** Whether the letters stand one behind the other, as they are written, and none was turned around. */
export function standInOrder(edges: readonly number[]): boolean {
  return edges.every((edge, at) => at === 0 || edge >= (edges[at - 1] ?? 0));
}
