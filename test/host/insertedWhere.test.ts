import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, Selection, TabInputText, TabInputTextDiff, Uri, window } from 'vscode';
import { insertAs } from '../../src/commands/copyAs/writeAs';
import { IMAGE_SCHEME } from '../../src/documents/imageAddress';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken } from '../server/index';
import { commandParts, CommandSurroundings } from './commandParts';
import { ModalAnswers } from './modalAnswers';

describe('An image that is inserted', () => {
  const given = new CommandSurroundings();
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  /** The commands' parts, and the first image. */
  const opened = async () => {
    const parts = await commandParts(given.api, [{ id: generatedTenantId, token: generatedToken }]);
    await parts.sessions.ofActive()?.images.ensureStarted();
    const row = (await parts.rows()).find(({ kind }) => kind === 'image');
    assert.ok(row?.kind === 'image');
    return { ...parts, row };
  };
  /** Inserts the first image as its id. @returns that */
  const insertId = async (parts?: Awaited<ReturnType<typeof opened>>): Promise<string> => {
    const { context, row } = parts ?? (await opened());
    const done = insertAs(context, row.id, [row.id]);
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

  describe('where other text has come in front', () => {
    const TEXT = 'x\nimage:\nimage:\n';
    const WRITTEN = (id: string) => `x\nimage:${id}\nimage:${id}\n`;
    let parts: Awaited<ReturnType<typeof opened>>;
    let path: string;
    beforeEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      path = join(temporaryFolder('left'), 'a.txt');
      await writeFile(path, TEXT);
      parts = await opened();
    });
    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

    const shown = async (preview: boolean) => {
      const editor = await window.showTextDocument(Uri.file(path), { preview });
      editor.selections = [new Selection(1, 6, 1, 6), new Selection(2, 6, 2, 6)];
    };
    const isInFront = (): boolean => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof TabInputText && input.uri.scheme === IMAGE_SCHEME;
    };
    /** As a click on the row opens it. */
    const openJson = async (preview = true) => {
      const { context, row } = parts;
      await context.documents.open(row.accountId, row.image, { preview });
      await until(isInFront, 'the JSON of an image');
    };

    it('stands at the cursors that were left there, in their group', async () => {
      await shown(false);
      await commands.executeCommand('workbench.action.newGroupRight');
      await openJson();
      await commands.executeCommand('workbench.action.focusFirstEditorGroup');
      await openJson(false);
      const id = await insertId(parts);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, path);
      assert.equal(window.activeTextEditor.document.getText(), WRITTEN(id));
      assert.equal(window.activeTextEditor.viewColumn, 1);
    });

    it('stands there as well where its tab was a preview, which has made room', async () => {
      await shown(true);
      await openJson();
      assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
      const id = await insertId(parts);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, path);
      assert.equal(window.activeTextEditor.document.getText(), WRITTEN(id));
    });

    it('stands where somebody was last, and not in another file that is seen', async () => {
      const other = await window.showTextDocument(await file(temporaryFolder('other'), 'b.txt'));
      await commands.executeCommand('workbench.action.newGroupRight');
      await shown(false);
      await openJson();
      const id = await insertId(parts);
      assert.equal(window.activeTextEditor?.document.getText(), WRITTEN(id));
      assert.equal(other.document.getText(), 'x\nimage:\n');
    });

    it('stands nowhere where somebody has closed it, which is said', async () => {
      await shown(false);
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await openJson();
      const answers = new ModalAnswers();
      try {
        await insertAs(parts.context, parts.row.id, [parts.row.id]);
        assert.match(answers.told[0] ?? '', /^Open the file to insert into/);
      } finally {
        answers.dispose();
      }
    });
  });
});
