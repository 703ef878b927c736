import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from '../hosts/until';
import { startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { signInByPaste } from './person';
import { leftEdges, standInOrder } from './workbench/letters';
import { Workbench } from './workbench/workbench';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const TOKEN = 'token-of-odd-texts';
const ODD_IDS = ['..', '.', 'a/b', '../c', '%2F', '?', '#', '\\', 'a:b', '日本語', 'x'.repeat(1000)];
const TURNING = ['evil\u202eosi.gpj', 'open \u2067end', '\u2069\u2069closed', 'שרת 2024', 'خادم-1'];
const LINK = '[Sign in](command:workbench.action.quit) $(trash) ';

describeInNewest('A person among odd images', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    const names = [
      ...TURNING,
      '\u200b\u3000',
      '$(trash) **bold** [link](command:workbench.action.quit)',
      'plain',
    ];
    const images = [
      ...names.map((name, at) => ({ name, id: `image-${at}`, metadata: { app: `שרת-${at}` } })),
      ...ODD_IDS.map((id, at) => ({ name: `odd-${at}`, id })),
    ].map((image, at) => ({ ...image, created: new Date(Date.UTC(2026, 0, 31 - at)).toISOString() }));
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images }] });
    workbench = await Workbench.open({ viewport: { width: 1280, height: 1000 } });
    await signInByPaste(workbench, api, TENANT, TOKEN);
    await workbench.view.row('odd-0');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  /** The name of a row may be turned around in itself; what stands behind it is not. */
  const inOrder = async (row: Locator, behind: string): Promise<string[]> => {
    const texts = [];
    for (const one of await row.all()) {
      const description = one.locator(behind).first();
      const edges = await leftEdges(description);
      const name = await leftEdges(one.locator('.label-name').first());
      texts.push((await one.locator('.label-name').first().textContent()) ?? '');
      assert.ok(edges.length > 5 && standInOrder(edges), `${texts.at(-1) ?? ''}: ${edges.join(' ')}`);
      assert.ok(Math.max(...name) < (edges[0] ?? 0), texts.at(-1));
    }
    return texts;
  };

  it('reads size and date beside every name as they are, and the names themselves', async () => {
    const rows = workbench.page.locator('.customview-tree .monaco-list-row[aria-level="2"]');
    const labels = await inOrder(rows, '.label-description');
    for (const name of ['plain', '$(trash) **bold** [link](command:workbench.action.quit)', 'image-5']) {
      assert.ok(labels.includes(name), name);
    }
    for (const name of TURNING) {
      assert.equal(labels.filter((label) => label.includes(name.slice(-4))).length, 1, name);
    }
    assert.ok(labels.includes('\u2068evil\u202eosi.gpj\u2069'));
    await workbench.screenshot('odd-names');
  });

  it('reads the same beside the names of a list to pick from, and finds images by app', async () => {
    await workbench.runCommand('ConoHa Images: Copy ID');
    await workbench.quickInput.asking(/Enter copies/);
    await workbench.quickInput.untilItems((items) => items.length > 7);
    const entries = workbench.page.locator(
      '.quick-input-list .monaco-list-row .quick-input-list-row:first-child',
    );
    const size = /^(2 GiB · 2026-01-\d\d)/;
    for (const entry of await entries.all()) {
      const description = entry.locator('.label-description');
      const [, own = ''] = size.exec((await description.textContent())?.replace('\u00a0', ' ') ?? '') ?? [];
      const edges = (await leftEdges(description)).slice(0, own.length);
      assert.ok(own !== '' && standInOrder(edges), await entry.innerText());
    }
    await workbench.screenshot('odd-names-to-pick');
    await workbench.quickInput.cancel();
  });

  it('reads the exact name in the hover where the row shows none', async () => {
    const text = await (await workbench.view.row('image-5')).hover();
    assert.ok(text.includes('"\\u200b\\u3000"'), text);
    await workbench.screenshot('odd-name-hover');
  });

  it('copies a name exactly as the server has it', async () => {
    await (await workbench.view.row(/osi\.gpj/)).contextMenu('Copy Name');
    await workbench.statusBar.untilShown('Copied name of ');
    assert.equal(await workbench.clipboard.read(), TURNING[0]);
  });

  const idInFront = async (): Promise<unknown> =>
    (JSON.parse(await workbench.editor.text()) as { readonly id: unknown }).id;

  it('opens the JSON of every image, whatever its id', async () => {
    for (const [at, id] of ODD_IDS.entries()) {
      await (await workbench.view.row(`odd-${at}`)).click();
      await workbench.editor.untilOpen(`odd-${at}.json`);
      await until(async () => (await idInFront()) === id, `the JSON of ${id.slice(0, 20)}`);
    }
  });

  it('finds it open again after a reload', async () => {
    await (await workbench.view.row('odd-0')).doubleClick();
    await until(
      async () => (await workbench.editor.tabs()).some(({ preview }) => !preview),
      'the tab to stay',
    );
    await workbench.reload();
    await workbench.editor.untilOpen('odd-0.json');
    await until(async () => (await idInFront()) === '..', 'the JSON of ..');
    await workbench.editor.close();
    await workbench.openView();
  });

  it('is told by the server in words alone, without links and icons', async () => {
    api.faults.add({ do: 'status', status: 400, message: `${LINK}\u202edrow`, times: 1 });
    await workbench.runCommand('ConoHa Images: Sign In…');
    const input = await workbench.quickInput.asking(/curl command/);
    await input.type(api.endpoint(TENANT));
    await input.accept();
    await workbench.quickInput.asking('Token');
    await input.type(TOKEN);
    await input.accept();
    const words = await input.validationMessage();
    assert.ok(words.replaceAll('\u2060', '').includes(LINK.trim()), words);
    assert.equal(
      await workbench.page.locator('.quick-input-message a, .quick-input-message .codicon').count(),
      0,
    );
    await input.cancel();
  });

  it('may not call an account what nobody can see', async () => {
    await workbench.runCommand('ConoHa Images: Rename Account…');
    const input = await workbench.quickInput.asking('Rename Account');
    await input.type('\u3000\u200b');
    await input.accept();
    assert.equal(await input.validationMessage(), 'Enter a name.');
    await input.type('turned \u202eeman');
    await input.accept();
    await input.untilClosed();
    await workbench.runCommand('ConoHa Images: Sign Out');
    await workbench.dialog.press('Sign Out');
    const message = await workbench.statusBar.untilShown('Token deleted');
    assert.ok(message.includes('“\u2068turned \u202eeman\u2069”'), message);
  });
});

describeInNewest('A person who opens many images', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    const images = Array.from({ length: 14 }, (_, at) => ({ name: `image-${at}`, id: `id-${at}` }));
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images }] });
    workbench = await Workbench.open();
    await signInByPaste(workbench, api, TENANT, TOKEN);
    await workbench.view.row('image-0');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('is asked first, and nothing opens unless that is meant', async () => {
    const labels = (await workbench.view.rows()).filter(({ level }) => level === 2).map(({ label }) => label);
    await (await workbench.view.row(labels[1] ?? '')).click();
    await workbench.editor.untilOpen(`${labels[1] ?? ''}.json`);
    await (await workbench.view.row(labels[12] ?? '')).click('Shift');
    await (await workbench.view.row(labels[5] ?? '')).contextMenu('Open JSON');
    assert.equal(await workbench.dialog.message(), 'Open the JSON of 12 images?');
    await workbench.screenshot('open-many');
    await workbench.dialog.press('Cancel');
    assert.equal((await workbench.editor.tabs()).length, 1);
    await (await workbench.view.row(labels[5] ?? '')).contextMenu('Open JSON');
    await workbench.dialog.press('Open 12 Files');
    await until(async () => (await workbench.editor.tabs()).length === 12, 'twelve documents');
  });

  it('is not asked for a few', async () => {
    await (await workbench.view.row('image-13')).click();
    await (await workbench.view.row('image-0')).click('Control');
    await (await workbench.view.row('image-0')).contextMenu('Open JSON');
    await until(async () => (await workbench.editor.tabs()).length === 13, 'one more document');
  });
});
