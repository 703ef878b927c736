import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../hosts/until';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { documentedResponse, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

const FILE = 'main.tf';
const [FIRST] = documentedResponse.images;
const LINE = `image_id = "${FIRST?.id ?? ''}" # ${FIRST?.name ?? ''}`;

describeInNewest('A person with a file of Terraform', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    const folder = temporaryFolder('terraform');
    await writeFile(join(folder, FILE), '\n');
    workbench = await Workbench.open({ folder });
    await signInByPaste(workbench, api);
    await workbench.view.row('ACTIVE');
    await workbench.press('Control+P');
    await workbench.quickInput.type(FILE);
    await workbench.quickInput.untilItems(([first]) => first?.label === FILE);
    await workbench.quickInput.accept();
    await workbench.editor.untilOpen(FILE);
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  const text = async () => (await workbench.editor.text()).trim();
  const emptied = async () => {
    await workbench.press('Control+1');
    await workbench.press('Control+A');
    await workbench.press('Delete');
    await until(async () => (await text()) === '', 'an empty file');
  };

  it('has the line of an image from its row in a click and an Enter', async () => {
    await (await workbench.view.row(FIRST?.name ?? '')).contextMenu('Insert As…');
    const forms = await workbench.quickInput.asking('Insert As');
    await forms.untilActive('Terraform: image_id');
    await workbench.screenshot('insert-as');
    await forms.accept();
    await until(async () => (await text()) === LINE, LINE);
    await workbench.statusBar.untilShown(/^Inserted Terraform: image_id of /);
  });

  it('has it from the title of the image’s JSON, which stands over the file', async () => {
    await emptied();
    await (await workbench.view.row(FIRST?.name ?? '')).click();
    await workbench.editor.untilOpen(/\.json$/);
    await workbench.editor.titleMenu('Insert As…');
    const forms = await workbench.quickInput.asking('Insert As');
    await forms.untilActive('Terraform: image_id');
    await forms.accept();
    await workbench.editor.untilOpen(FILE);
    await until(async () => (await text()) === LINE, LINE);
  });

  it('drops a row into it with Shift held, and has the same', async () => {
    await emptied();
    const row = workbench.page.locator('.customview-tree .monaco-list-row', {
      hasText: FIRST?.name ?? '',
    });
    const lines = workbench.page.locator('.editor-instance .view-lines').first();
    await workbench.page.mouse.move(0, 0);
    await row.hover();
    await workbench.page.mouse.down();
    await workbench.page.keyboard.down('Shift');
    await lines.hover({ position: { x: 30, y: 8 } });
    await lines.hover({ position: { x: 40, y: 9 } });
    await workbench.page.mouse.up();
    await workbench.page.keyboard.up('Shift');
    await until(async () => (await text()) === LINE, LINE);
  });

  it('pastes an ID, which stays one, and is offered what else it may become', async () => {
    await emptied();
    await workbench.clipboard.write(FIRST?.id ?? '');
    await workbench.press('Control+V');
    await workbench.page.locator('.post-edit-widget').waitFor();
    await until(
      async () => (await workbench.editor.visibleText()).trim() === FIRST?.id,
      'the ID as it was copied',
    );
    await workbench.press('Control+.');
    await workbench.page
      .locator('.action-widget .monaco-list-row', { hasText: 'Insert Terraform: image_id' })
      .click();
    await until(async () => (await text()) === LINE, LINE);
  });

  it('pastes an ID at two cursors, and has the same block at each as its line is indented', async () => {
    await emptied();
    await workbench.page.keyboard.insertText('    \n  ');
    await workbench.press('Control+Home');
    await workbench.press('End');
    await workbench.press('Shift+Alt+ArrowDown');
    await workbench.clipboard.write(FIRST?.id ?? '');
    await workbench.press('Control+V');
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.press('Control+.');
    await workbench.page
      .locator('.action-widget .monaco-list-row', { hasText: 'Insert Terraform: Instance' })
      .click();
    const lines = (await until(async () => /}\s+resource/.test(await text()) && text(), 'two blocks')).split(
      '\n',
    );
    assert.equal(lines.length, 10);
    assert.match(lines[1] ?? '', /^ {8}name /);
    assert.equal(lines[4], '    }');
    assert.deepEqual(
      lines.slice(5).map((line) => line.trim()),
      lines.slice(0, 5).map((line) => line.trim()),
    );
  });
});
