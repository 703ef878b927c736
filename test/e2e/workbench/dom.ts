// The little of the browser that functions sent into a page use. TypeScript's whole DOM library would make
// `window` and the like known to the extension's own sources as well.

export interface DomElement {
  readonly className: string;
  readonly textContent: string | null;
  readonly clientHeight: number;
  readonly parentElement: DomElement | null;
  readonly style: { readonly top: string; readonly height: string };
  getBoundingClientRect(): { readonly left: number; readonly right: number };
  querySelector(selector: string): DomElement | null;
  checkVisibility(): boolean;
  getAttribute(name: string): string | null;
}

export interface DomText {
  readonly data: string;
}

export interface DomCanvas {
  font: string;
  measureText(text: string): { readonly width: number };
}

export interface DomRange {
  setStart(text: DomText, at: number): void;
  setEnd(text: DomText, at: number): void;
  getBoundingClientRect(): { readonly left: number; readonly width: number };
}

export interface BrowserGlobals {
  getComputedStyle(element: DomElement): {
    readonly overflowX: string;
    readonly textOverflow: string;
    readonly fontFamily: string;
    readonly fontSize: string;
  };
  readonly document: {
    createTreeWalker(root: DomElement, shown: number): { nextNode(): DomText | null };
    createRange(): DomRange;
    createElement(name: 'canvas'): { getContext(kind: '2d'): DomCanvas };
  };
  readonly navigator: {
    readonly clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
  };
}
