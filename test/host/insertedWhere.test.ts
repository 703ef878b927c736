import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, Selection, TabInputTextDiff, Uri, window } from 'vscode';
import { insertAs } from '../../src/commands/copyAs/writeAs';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { generatedTenantId, generatedToken } from '../server/index';
import { commandParts, CommandSurroundings } from './commandParts';
import { ModalAnswers } from './modalAnswers';

describe('An image that is inserted', () => {
  const given = new CommandSurroundings();
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  /** Inserts the first image as its id. @returns that */
  const insertId = async (): Promise<string> => {
    const parts = await commandParts(given.api, [{ id: generatedTenantId, token: generatedToken }]);
    await parts.sessions.ofActive()?.images.ensureStarted();
    const row = (await parts.rows()).find(({ kind }) => kind === 'image');
    assert.ok(row?.kind === 'image');
    const done = insertAs(parts.context, row.id, [row.id]);
    await given.dialogs.pick('Insert As', 'ID');
    await done;
    return row.image.id;
  };
  const file = async (folder: string, name: string): Promise<Uri> => {
    const path = join(folder, name);
    await writeFile(path, 'x\nimage:\n');
    return Uri.file(path);
  };

  it('stands at the cursor of a comparison, which stays open', async () => {
    const folder = temporaryFolder('compared');
    await commands.executeCommand('vscode.diff', await file(folder, 'left'), await file(folder, 'right'));
    const editor = window.activeTextEditor ?? assert.fail();
    editor.selection = new Selection(1, 6, 1, 6);
    const id = await insertId();
    assert.equal(editor.document.getText(), `x\nimage:${id}\n`);
    assert.ok(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff);
  });

  it('replaces what is selected, which may be the same', async () => {
    const folder = temporaryFolder('selected');
    const editor = await window.showTextDocument(await file(folder, 'a.txt'));
    editor.selection = new Selection(1, 0, 1, 6);
    const id = await insertId();
    assert.equal(editor.document.getText(), `x\n${id}\n`);
    editor.selection = new Selection(1, 0, 1, id.length);
    await insertId();
    assert.equal(editor.document.getText(), `x\n${id}\n`);
    assert.match(given.said.messages.at(-1) ?? '', /Inserted ID of /);
  });

  it('is not said to be in a file that is read-only', async () => {
    const editor = await window.showTextDocument(await file(temporaryFolder('read-only'), 'a.txt'));
    await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const answers = new ModalAnswers();
    try {
      await insertId();
      const [{ message } = assert.fail()] = answers.asked;
      assert.match(message, /^Nothing was inserted: /);
    } finally {
      answers.dispose();
    }
    assert.equal(editor.document.getText(), 'x\nimage:\n');
    assert.deepEqual(given.said.messages, []);
  });
});
