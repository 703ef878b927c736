import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { CodeServer, installExtensions, userSettingsFile } from '../../hosts/codeServer';
import { installHost } from '../../hosts/installHost';
import { launchBrowser } from '../../hosts/launchBrowser';
import { packageExtension } from '../../hosts/packageExtension';
import { HOSTS } from '../../hosts/pins';
import { temporaryFolder } from '../../hosts/temporaryFolder';
import { writeUserSettings } from '../../hosts/userSettings';
import type { Answer, Request } from './messages';
import { packageBareExtension, packageDriver } from './packages';

const START_MS = 60_000;

/** A window of VS Code with the driver in it. */
export class EditorWindow {
  private answers: AsyncIterator<string>;

  constructor(
    readonly page: Page,
    private driver: Socket,
    private readonly nextDriver: () => Promise<Socket>,
  ) {
    this.answers = linesOf(driver);
  }

  /** Has the driver do something. @throws when it failed */
  async ask<Done extends Request['do']>(
    request: Extract<Request, { do: Done }>,
  ): Promise<Extract<Answer, { done: Done }>> {
    this.driver.write(`${JSON.stringify(request)}\n`);
    const line = await this.answers.next();
    const answer = JSON.parse(String(line.value)) as Answer;
    if (answer.done !== request.do) throw new Error(answer.done === 'failed' ? answer.error : answer.done);
    return answer as Extract<Answer, { done: Done }>;
  }

  /** Reloads the window, whose extension host ends, and another one starts. */
  async reload(): Promise<void> {
    const ended = once(this.driver, 'close');
    const next = this.nextDriver();
    await this.page.reload({ timeout: START_MS });
    this.driver = await next;
    this.answers = linesOf(this.driver);
    await ended;
  }

  async close(): Promise<void> {
    // Leaving the page tells the server that its extension host can go.
    await this.page.goto('about:blank');
    await this.page.context().close();
    this.driver.destroy();
  }
}

/** The newest VS Code with the extension, the one it is compared with, and the driver installed. */
export class Editors {
  private constructor(
    private readonly server: CodeServer,
    private readonly browser: Browser,
    private readonly drivers: ReturnType<typeof createServer>,
    private readonly workspace: string,
  ) {}

  static async start(): Promise<Editors> {
    const folder = temporaryFolder('bench');
    const [host, vsix, driver, bare] = await Promise.all([
      installHost(HOSTS.at(-1) ?? HOSTS[0]),
      packageExtension(),
      packageDriver(join(folder, 'driver')),
      packageBareExtension(join(folder, 'bare')),
    ]);
    const folders = { data: join(folder, 'data'), extensions: join(folder, 'extensions') };
    await installExtensions(host, [vsix, driver, bare], folders);
    await writeUserSettings(userSettingsFile(folders), {});
    const drivers = createServer();
    drivers.listen(0, '127.0.0.1');
    await once(drivers, 'listening');
    const { port } = drivers.address() as AddressInfo;
    const [server, browser] = await Promise.all([
      CodeServer.start(host, {
        ...folders,
        workspaceTrust: 'off',
        extensionTests: false,
        env: { BENCH_PORT: String(port) },
      }),
      launchBrowser('measuring'),
    ]);
    return new Editors(server, browser, drivers, temporaryFolder('workspace'));
  }

  /** A window that nobody has used before, with an extension host of its own. */
  async open(): Promise<EditorWindow> {
    const context = await this.browser.newContext({ viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    const driver = this.nextDriver();
    await page.goto(this.server.address(this.workspace), { timeout: START_MS });
    return new EditorWindow(page, await driver, () => this.nextDriver());
  }

  private async nextDriver(): Promise<Socket> {
    const signal = AbortSignal.timeout(START_MS);
    const [driver] = (await once(this.drivers, 'connection', { signal })) as [Socket];
    return driver;
  }

  async stop(): Promise<void> {
    await Promise.all([this.browser.close(), this.server.stop()]);
    this.drivers.close();
  }
}

function linesOf(driver: Socket): AsyncIterator<string> {
  return createInterface({ input: driver })[Symbol.asyncIterator]();
}
