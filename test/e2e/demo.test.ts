import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ROOT } from '../hosts/root';
import { until } from '../hosts/until';
import { describeInNewest } from './newest';
import { sharedSession } from './workbench/session';

const START_MS = 60_000;

describeInNewest('Somebody who starts the demo', () => {
  let demo: ChildProcess;
  let browser: Browser;
  let page: Page;
  before(async () => {
    demo = spawn(process.execPath, [join(ROOT, 'out', 'test', 'demo', 'demo.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    demo.stdout?.setEncoding('utf8').on('data', (text: string) => (told += text));
    const [, address] = await until(
      () => /^Open +(\S+)$/m.exec(told) ?? undefined,
      'the address of the demo',
    );
    browser = await chromium.connect(sharedSession().browser);
    page = await browser.newPage();
    await page.goto(address ?? '', { timeout: START_MS });
  });
  after(async () => {
    await browser.close();
    demo.kill('SIGINT');
    assert.deepEqual(await once(demo, 'exit'), [0, null]);
  });

  it('has the way in before them, and what to sign in with', async () => {
    await page.locator('.welcome-view-content').getByRole('button', { name: 'Sign In' }).waitFor();
    await page.getByRole('tab', { name: '[Preview] README.md' }).waitFor();
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await preview.getByText('X-Auth-Token').first().waitFor();
    assert.deepEqual(await page.locator('.notification-toast').allTextContents(), []);
  });
});
