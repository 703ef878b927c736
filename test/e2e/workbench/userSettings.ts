import type { Page } from 'playwright-core';
import type { BrowserGlobals } from './dom';

/** What keeps the editor quiet, so that a test meets the extension alone. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
};

/**
 * Writes the user's settings to where the editor in the browser keeps them.
 *
 * @param page a page of the server's address that is not the editor itself, which would have them open
 */
export async function writeUserSettings(
  page: Page,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.evaluate(storeUserSettings, JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
}

/** Runs in the page; the names are those of VS Code's own storage there. */
function storeUserSettings(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('The browser does not keep the settings.'));
    const opening = (globalThis as unknown as BrowserGlobals).indexedDB.open('vscode-web-db', 3);
    opening.onupgradeneeded = () => {
      for (const store of ['vscode-userdata-store', 'vscode-logs-store', 'vscode-filehandles-store']) {
        opening.result.createObjectStore(store);
      }
    };
    opening.onerror = fail;
    opening.onsuccess = () => {
      const writing = opening.result.transaction('vscode-userdata-store', 'readwrite');
      writing.objectStore('vscode-userdata-store').put(new TextEncoder().encode(text), '/User/settings.json');
      writing.onerror = fail;
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
