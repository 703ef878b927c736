// The little of the browser that functions sent into a page use. TypeScript's whole DOM library would make
// `window` and the like known to the extension's own sources as well.

export interface DomElement {
  readonly className: string;
  readonly textContent: string | null;
  readonly style: { readonly top: string };
  querySelector(selector: string): DomElement | null;
  getAttribute(name: string): string | null;
}

export interface BrowserGlobals {
  readonly indexedDB: { open(name: string, version: number): OpenRequest };
  readonly navigator: {
    readonly clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
  };
  requestAnimationFrame(callback: () => void): void;
}

interface OpenRequest {
  readonly result: Database;
  onupgradeneeded: () => void;
  onerror: () => void;
  onsuccess: () => void;
}

interface Database {
  createObjectStore(name: string): void;
  transaction(store: string, mode: 'readwrite'): Transaction;
  close(): void;
}

interface Transaction {
  objectStore(name: string): { put(value: Uint8Array, key: string): void };
  oncomplete: () => void;
  onerror: () => void;
}
