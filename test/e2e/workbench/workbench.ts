import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ROOT } from '../../hosts/root';
import { temporaryFolder } from '../../hosts/temporaryFolder';
import { until } from '../../hosts/until';
import { writeUserSettings } from '../../hosts/userSettings';
import { Clipboard } from './clipboard';
import { Dialog } from './dialog';
import { Editor } from './editor';
import { Notifications } from './notifications';
import { OutputPanel } from './outputPanel';
import { QuickInput } from './quickInput';
import { sharedSession, type SessionServer } from './session';
import { StatusBar } from './statusBar';
import { View } from './view';

/** Rows by the images' own names, by status, each image by itself: what most tests compare. */
const PLAIN_ROWS = {
  'conohaImages.groupBy': 'status',
  'conohaImages.rowLabel': 'name',
  'conohaImages.rowDetails': ['size', 'created'],
  'conohaImages.foldDiskSizes': false,
};

const ACTION_MS = 30_000;
const START_MS = 60_000;
const PALETTE_MS = 4_000;
const SECRET_STORAGE_KEY = [...randomBytes(32)];

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

/** How the editor is to be opened; what is left out is what most people have. */
export interface WorkbenchOptions {
  readonly language?: 'en' | 'ja';
  /** `restricted`: the folder is one that the user has not said to trust. */
  readonly trust?: 'trusted' | 'restricted';
  readonly theme?: keyof typeof THEMES;
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The folder to open; an empty one of its own unless given. */
  readonly folder?: string;
  /** The user's settings; windows that are open at the same time share them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** As they are for whoever has set nothing; else by name and status, as most tests compare them. */
  readonly rows?: 'usual';
  /** An editor of the test's own; the run's unless given. */
  readonly server?: SessionServer;
}

/** A window of VS Code with the packaged extension in it, used as a person uses it. */
export class Workbench {
  readonly view: View;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly editor: Editor;
  readonly output: OutputPanel;
  readonly statusBar: StatusBar;
  readonly clipboard: Clipboard;

  private constructor(
    /** For what the parts above do not cover. */
    readonly page: Page,
    private readonly user: { readonly file: string; readonly settings: Readonly<Record<string, unknown>> },
    private readonly disposables: readonly (() => Promise<unknown>)[],
  ) {
    this.view = new View(page);
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.dialog = new Dialog(page);
    this.clipboard = new Clipboard(page);
    this.editor = new Editor(page, this.clipboard);
    this.output = new OutputPanel(page);
    this.statusBar = new StatusBar(page);
  }

  /** Opens a window that nobody has used before: no accounts, no open documents, an empty clipboard. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const session = sharedSession();
    const browser = await chromium.connect(session.browser);
    const context = await newContext(browser, options);
    const page = await context.newPage();
    const server = options.server ?? session.servers[options.trust ?? 'trusted'];
    const settings = {
      'workbench.colorTheme': THEMES[options.theme ?? 'light'],
      'workbench.preferredDarkColorTheme': THEMES.dark,
      // Lists move by some fourteen rows at a time, so that long ones are soon searched, and none is missed.
      'workbench.list.mouseWheelScrollSensitivity': 6,
      ...(options.rows === 'usual' ? {} : PLAIN_ROWS),
      ...options.settings,
    };
    await writeUserSettings(server.settings, settings);
    const disposables = [
      // Leaving the page tells the server that its extension host can go.
      () => page.goto('about:blank'),
      () => context.close(),
      () => browser.close(),
    ];
    const workbench = new Workbench(page, { file: server.settings, settings }, disposables);
    await page.goto(
      `${server.address}/?folder=${encodeURIComponent(options.folder ?? temporaryFolder('workspace'))}`,
      { timeout: START_MS },
    );
    await workbench.untilReady();
    await workbench.clipboard.write('');
    openWindows.add(workbench);
    return workbench;
  }

  async close(): Promise<void> {
    openWindows.delete(this);
    for (const dispose of this.disposables) await dispose();
  }

  /** Adds to the user's settings, as they are from the next reload on. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await writeUserSettings(this.user.file, { ...this.user.settings, ...settings });
  }

  /** Changes light colours to dark ones, by the editor's own command. */
  async turnDark(): Promise<void> {
    await this.runCommand('Preferences: Toggle between Light/Dark Themes');
    await this.page.locator('.monaco-workbench.vs-dark').waitFor();
  }

  /** Reloads the window by the editor's own command, which first writes down what is open. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: START_MS });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.untilReady();
  }

  /** Shows a view container of the activity bar. */
  async openView(container = 'ConoHa'): Promise<View> {
    const tab = this.page.locator('.activitybar [role="tab"]', {
      has: this.page.locator(`[aria-label^="${container}"]`),
    });
    await tab.waitFor();
    // While the window restores itself, a click on a container that is about to show hides it instead.
    await until(async () => {
      if (await this.view.shows(container)) return true;
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
      return this.view.showsSoon(container);
    }, `${container} in the side bar`);
    return this.view;
  }

  /** Runs a command by the name the palette shows, as in "ConoHa Images: Refresh". */
  async runCommand(title: string): Promise<void> {
    await this.inPalette(title, async () => {
      // The list may still move under a click; what was used lately stands before what is typed in full.
      await this.quickInput.activate(title, PALETTE_MS);
      await this.quickInput.accept();
      // Enter is lost on a list that is being drawn anew, and has to be pressed again.
      await until(
        async () => !(await this.quickInput.holds(`>${title}`)),
        `${title} to be accepted`,
        PALETTE_MS,
      );
    });
  }

  /** Whether the palette offers a command of this name. */
  async offersCommand(title: string): Promise<boolean> {
    return this.inPalette(title, async () => {
      const items = await this.quickInput.untilItems((all) => all.length > 0, PALETTE_MS);
      await this.quickInput.cancel();
      return items.some((item) => item.label === title);
    });
  }

  /** The palette closes when something else takes the focus, a document that opens, say; then it is opened again. */
  private async inPalette<T>(search: string, action: () => Promise<T>): Promise<T> {
    const done = await until(async () => {
      // A list that stands open is not searched again for the same text.
      if (await this.quickInput.isOpen()) await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      await this.quickInput.type(`>${search}`, PALETTE_MS);
      return { answer: await action() };
    }, `the palette to find ${search}`);
    return done.answer;
  }

  /** Presses a key or a chord of keys, as in `Control+C`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /**
   * Has the window lose the focus to another one, or get it back. Playwright tells every page that it has the focus, so
   * that the page is told here what a browser on a screen would tell it.
   */
  async setFocused(focused: boolean): Promise<void> {
    await this.page.evaluate(`document.hasFocus = () => ${focused};
      window.dispatchEvent(new Event('${focused ? 'focus' : 'blur'}'));`);
  }

  /** Keeps a picture of the window in `out/screenshots`. @returns its path */
  async screenshot(name: string): Promise<string> {
    const path = join(ROOT, 'out', 'screenshots', sharedSession().vscode, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  private async untilReady(): Promise<void> {
    await this.page.locator('.activitybar [role="tab"]').first().waitFor({ timeout: START_MS });
    await this.page.locator('.part.statusbar [id="status.host"]').waitFor({ timeout: START_MS });
  }
}

/** The windows that stand open, for pictures of them when a test fails. */
const openWindows = new Set<Workbench>();

// A soak opens windows outside of mocha.
(globalThis as { readonly afterEach?: Mocha.HookFunction }).afterEach?.(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
  for (const workbench of openWindows) {
    await workbench.screenshot(`failed-${name}`).then((path) => console.log(`      picture: ${path}`));
  }
});

async function newContext(browser: Browser, options: WorkbenchOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // Nobody looks at what turns and slides, and drawing it costs as much as all else.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(ACTION_MS);
  // The key that encrypts the page's secret storage: code-server's front page gives it out, so that secrets outlive a
  // reload; the plain server behind it does not. To answer it by a route would keep the page from caching anything.
  await context.addInitScript(mintKey, SECRET_STORAGE_KEY);
  // What the editor's own start page sets when it is served in another language.
  if (options.language === 'ja') await context.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'ja';");
  return context;
}

/** Runs in the page. */
function mintKey(key: readonly number[]): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    typeof input === 'string' && input.endsWith('/mint-key')
      ? Promise.resolve(new Response(Uint8Array.from(key)))
      : fetch(input, init);
}
