import type { Page } from 'playwright-core';

/** Everything that the editor's page keeps: settings, global state, encrypted secrets; as one text. */
export function pageStorage(page: Page): Promise<string> {
  // Runs in the page, whose types are not those of Node.
  return page.evaluate<string>(`(async () => {
    const settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const text = (value) => value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
    const all = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = database.transaction(store).objectStore(store);
        all.push(...(await settled(values.getAllKeys())).map(String));
        all.push(...(await settled(values.getAll())).map(text));
      }
      database.close();
    }
    return all.join('\\n');
  })()`);
}
