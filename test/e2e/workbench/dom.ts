// The little of the browser that functions sent into a page use. TypeScript's whole DOM library would make
// `window` and the like known to the extension's own sources as well.

export interface DomElement {
  readonly className: string;
  readonly textContent: string | null;
  readonly clientHeight: number;
  readonly parentElement: DomElement | null;
  readonly style: { readonly top: string; readonly height: string };
  querySelector(selector: string): DomElement | null;
  checkVisibility(): boolean;
  getAttribute(name: string): string | null;
}

export interface BrowserGlobals {
  readonly navigator: {
    readonly clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
  };
}
