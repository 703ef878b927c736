import type { BrowserGlobals, DomElement } from '../workbench/dom';

/** A text of a row. */
export interface ShownText {
  readonly whole: string;
  /** The letters of it that can be seen. */
  readonly seen: string;
}

/** A row of the tree, with what can be seen of it. */
export interface ShownRow {
  /** Its place in the whole list. */
  readonly index: number;
  /** 1 at the root. */
  readonly level: number;
  /** `undefined` for a row that has nothing under it. */
  readonly expanded: boolean | undefined;
  readonly label: ShownText;
  readonly description: ShownText;
  /** What a screen reader says. */
  readonly spoken: string;
  /** CSS's family and size. */
  readonly font: string;
}

/** Runs in the page, on `.monaco-list-row` elements. A letter is seen if it ends before its box does, and before an ellipsis. */
export function readShownRows(rows: DomElement[]): ShownRow[] {
  const page = globalThis as unknown as BrowserGlobals;
  const { document } = page;
  const ELLIPSIS = '…';
  const canvas = document.createElement('canvas').getContext('2d');
  // Rectangles are rounded to 64ths of a pixel.
  const tolerance = 0.02;

  const lettersOf = (element: DomElement) => {
    const letters: { readonly letter: string; readonly right: number }[] = [];
    // 4: nodes of text.
    const texts = document.createTreeWalker(element, 4);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (let at = 0; at < text.data.length; at++) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const { left, width } = range.getBoundingClientRect();
        // Isolates and the like take no room.
        if (width > 0) letters.push({ letter: text.data.charAt(at), right: left + width });
      }
    }
    return letters;
  };

  /** Where the last letter of the row has to end. */
  const edgeOf = (element: DomElement, row: DomElement, end: number) => {
    let edge = row.getBoundingClientRect().right;
    for (let box = element.parentElement; box !== null && box !== row; box = box.parentElement) {
      const { overflowX, textOverflow, fontFamily, fontSize } = page.getComputedStyle(box);
      if (overflowX === 'visible') continue;
      const { right } = box.getBoundingClientRect();
      canvas.font = `${fontSize} ${fontFamily}`;
      const isCut = textOverflow === 'ellipsis' && end > right + tolerance;
      edge = Math.min(edge, isCut ? right - canvas.measureText(ELLIPSIS).width : right);
    }
    return edge;
  };

  return rows.map((row) => {
    const texts = ['.label-name', '.label-description'].map((part) => row.querySelector(part));
    const ends = texts.flatMap((text) => (text === null ? [] : lettersOf(text).map(({ right }) => right)));
    const end = Math.max(...ends);
    const [label, description] = texts.map((text) => {
      if (text === null) return { whole: '', seen: '' };
      const edge = edgeOf(text, row, end);
      const letters = lettersOf(text);
      const seen = letters.filter(({ right }) => right <= edge + tolerance);
      return {
        whole: letters.map(({ letter }) => letter).join(''),
        seen: seen.map(({ letter }) => letter).join(''),
      };
    });
    const none = { whole: '', seen: '' };
    const expanded = row.getAttribute('aria-expanded');
    const name = texts[0];
    const style = name ? page.getComputedStyle(name) : undefined;
    return {
      index: Number(row.getAttribute('data-index')),
      level: Number(row.getAttribute('aria-level')),
      expanded: expanded === null ? undefined : expanded === 'true',
      label: label ?? none,
      description: description ?? none,
      spoken: row.getAttribute('aria-label') ?? '',
      font: style === undefined ? '' : `${style.fontSize} ${style.fontFamily}`,
    };
  });
}
