import assert from 'node:assert/strict';
import { commands, Position, Range, Selection, window, workspace, type TextEditor } from 'vscode';
import { parseDocument } from 'yaml';
import { copyAs, insertAs } from '../../src/commands/copyAs/writeAs';
import { droppedEdits, pastedEdits } from '../../src/commands/copyAs/placedEdits';
import { FORMAT_IDS } from '../../src/copy/formats';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken } from '../server/index';
import { commandParts, CommandSurroundings } from './commandParts';
import { press } from './accountsDialogs';

describe('Images in the form that a place needs', () => {
  const given = new CommandSurroundings();
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  const opened = async (templates: readonly unknown[] = []) => {
    const parts = await commandParts(given.api, [{ id: generatedTenantId, token: generatedToken }]);
    const session = parts.sessions.ofActive();
    assert.ok(session);
    await session.images.ensureStarted();
    const context = { ...parts.context, settings: { ...parts.settings, copyTemplates: () => templates } };
    const rows = (await parts.rows()).filter((row) => row.kind === 'image');
    const images = rows.slice(0, 3);
    assert.equal(images.length, 3);
    return {
      context,
      session,
      rows,
      ids: images.map(({ id }) => id),
      images: images.map(({ image }) => image),
    };
  };
  const edited = async (language: string, content: string): Promise<TextEditor> =>
    window.showTextDocument(await workspace.openTextDocument({ language, content }));
  /** What is offered, first to last. */
  const offered = async (title: string) => {
    const box = await given.dialogs.asking(title);
    assert.ok('items' in box);
    return box.items.map(({ label }) => label);
  };

  it('are copied as a line of Terraform each, and that is said', async () => {
    const { context, ids, images } = await opened();
    const done = copyAs(context, ids[0], ids);
    await given.dialogs.pick('Copy As', 'Terraform: image_id');
    await done;
    const lines = (await given.said.copied()).split('\n');
    assert.equal(lines.length, 3);
    for (const [at, { id, name }] of images.entries())
      assert.equal(lines[at], `image_id = "${id}" # ${name}`);
    assert.match(given.said.messages.at(-1) ?? '', /Copied Terraform: image_id of 3 images\./);
  });

  it('are offered in what fits the file first, then in what was used last', async () => {
    const { context, ids } = await opened();
    await edited('yaml', '');
    const first = copyAs(context, ids[0], [ids[0]]);
    const before = await offered('Copy As');
    assert.equal(given.dialogs.last?.placeholder, 'Select a form');
    assert.equal(before[0], 'For this file');
    assert.ok(before.indexOf('Ansible: Task') < before.indexOf('Other forms'));
    assert.equal(before.length, FORMAT_IDS.length + 2);
    await given.dialogs.pick('Copy As', 'Markdown Table');
    await first;
    given.dialogs.forget();
    const second = copyAs(context, ids[0], [ids[0]]);
    const after = await offered('Copy As');
    assert.equal(after[after.indexOf('Other forms') + 1], 'Markdown Table');
    await press('closeQuickOpen');
    await second;
  });

  it('are inserted at each of 100 cursors by one edit, which one undo takes back', async () => {
    const { context, ids, images } = await opened();
    const content = 'image:\n'.repeat(100);
    const editor = await edited('yaml', content);
    editor.selections = Array.from({ length: 100 }, (_, line) => {
      const end = new Position(line, 'image:'.length);
      return new Selection(end, end);
    });
    const done = insertAs(context, ids[0], [ids[0]]);
    await given.dialogs.pick('Insert As', 'ID');
    await done;
    assert.equal(editor.document.getText(), `image:${images[0]?.id ?? ''}\n`.repeat(100));
    assert.match(given.said.messages.at(-1) ?? '', /Inserted ID of /);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), content);
  });

  it('are inserted with what the line begins with, as the language reads it', async () => {
    const { context, ids, images } = await opened();
    const editor = await edited('yaml', '- hosts: localhost\n  tasks:\n    ');
    const end = editor.document.lineAt(2).range.end;
    editor.selection = new Selection(end, end);
    const done = insertAs(context, ids[0], ids.slice(0, 2));
    await given.dialogs.pick('Insert As', 'Ansible: Task');
    await done;
    const document = parseDocument(editor.document.getText());
    assert.deepEqual(document.errors, []);
    const [play] = document.toJS() as [
      { tasks: readonly { readonly 'openstack.cloud.server': { readonly image: string } }[] },
    ];
    assert.deepEqual(
      play.tasks.map((task) => task['openstack.cloud.server'].image),
      images.slice(0, 2).map(({ id }) => id),
    );
  });

  it('are inserted as 1,000 rows of a table by one edit', async () => {
    const { context, session, images } = await opened();
    const many = Array.from({ length: 1000 }, (_, at) => ({ ...images[at % images.length] }));
    const row = { id: 'all', kind: 'group', accountId: session.accountId, group: { images: many } };
    const view = { ...context.view, rowOf: () => row };
    const editor = await edited('csv', '');
    const done = insertAs({ ...context, view } as unknown as typeof context, 'all', ['all']);
    await given.dialogs.pick('Insert As', 'CSV Table');
    await done;
    assert.equal(editor.document.getText().trim().split(/\r?\n/).length, 1001);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '');
  });

  it('are said to have no text in the form, and to be not ACTIVE, where that is so', async () => {
    given.api.images(generatedTenantId).add({ name: '', status: 'saving' });
    const { context, rows, ids } = await opened();
    const { id: saved } = rows.find(({ image }) => image.name === '') ?? assert.fail();
    const several = copyAs(context, saved, [saved, ids[0]]);
    await given.dialogs.pick('Copy As', 'Terraform: Data Source');
    await several;
    const said = given.said.messages.at(-1);
    assert.match(
      said ?? '',
      /Copied Terraform: Data Source of 1 image\. One of the images has none\. Not ACTIVE: 1\./,
    );
    given.dialogs.forget();
    const one = copyAs(context, saved, [saved]);
    await given.dialogs.pick('Copy As', 'ID');
    await one;
    assert.match(given.said.messages.at(-1) ?? '', /Copied ID of .* It is SAVING/i);
  });

  it('are dropped and pasted with the levels of indentation that the file has', async () => {
    const { context, session, images } = await opened();
    const editor = await edited('terraform', '');
    editor.options = { insertSpaces: false };
    const [image = assert.fail()] = images;
    const dragged = JSON.stringify([{ accountId: session.accountId, key: image.key }]);
    const start = new Position(0, 0);
    for (const edits of [
      droppedEdits(context, editor.document, start, dragged),
      pastedEdits(context, editor.document, [new Range(start, start)], image.id),
    ]) {
      const block = edits.find(({ title }) => title === 'Insert Terraform: Instance');
      assert.equal(block?.insertText, '');
      assert.ok(await workspace.applyEdit(block.additionalEdit ?? assert.fail()));
      assert.match(editor.document.getText(), /\{\n\tname {8}= ".*"\n\timage_id /);
      await commands.executeCommand('undo');
    }
  });

  it('are pasted with what the line of each cursor begins with, and with one mark at the start', async () => {
    const { context, images } = await opened();
    const editor = await edited('csv', '\n  \n');
    const [{ id } = assert.fail()] = images;
    const settings = { ...context.settings, csvHasBom: () => true };
    const ranges = [new Range(0, 0, 0, 0), new Range(1, 2, 1, 2)];
    const edits = pastedEdits({ ...context, settings }, editor.document, ranges, id);
    const written = async (title: string): Promise<string> => {
      const edit = edits.find((one) => one.title === title);
      assert.ok(await workspace.applyEdit(edit?.additionalEdit ?? assert.fail()));
      const text = editor.document.getText();
      await commands.executeCommand('undo');
      return text;
    };
    const table = await written('Insert CSV Table');
    assert.equal(table.lastIndexOf('\ufeff'), 0);
    assert.equal(table.split('id,name,').length, 3);
    const block = await written('Insert Terraform: Instance');
    assert.match(block, /^resource [^]*\n {4}name [^]*^ {2}resource [^]*\n {6}name /m);
    // What is the same everywhere is left to the editor.
    const line = edits.find(({ title }) => title === 'Insert Terraform: image_id');
    assert.ok(typeof line?.insertText === 'string' && line.insertText.startsWith('image_id = '));
  });

  it('say of what is not ACTIVE, before it is dropped or pasted', async () => {
    const added = given.api.images(generatedTenantId).add({ name: 'saved', status: 'saving' });
    const { context, session, rows } = await opened();
    const editor = await edited('terraform', '');
    const { image } = rows.find((row) => row.image.id === added.id) ?? assert.fail();
    const dragged = JSON.stringify([{ accountId: session.accountId, key: image.key }]);
    const start = new Position(0, 0);
    for (const edits of [
      droppedEdits(context, editor.document, start, dragged),
      pastedEdits(context, editor.document, [new Range(start, start)], image.id),
    ])
      assert.ok(edits.some(({ title }) => title === 'Insert Terraform: image_id. It is SAVING, 50%.'));
  });

  it('become the same of an ID in quotes, and in capital letters', async () => {
    const { context, images } = await opened();
    const editor = await edited('terraform', '');
    const [{ id } = assert.fail()] = images;
    for (const written of [`"${id}"`, `'${id}'`, id.toUpperCase(), `"${id.toUpperCase()}"`]) {
      const titled = pastedEdits(context, editor.document, [new Range(0, 0, 0, 0)], written);
      const texts = new Map(titled.map(({ title, insertText }) => [title, insertText]));
      assert.equal(texts.get('Insert ID'), id, written);
      const line = texts.get('Insert Terraform: image_id');
      assert.ok(typeof line === 'string' && line.startsWith(`image_id = "${id}" # `), written);
    }
  });

  it('become nothing of a pasted text that is no loaded image’s ID', async () => {
    const { context } = await opened();
    const editor = await edited('terraform', '');
    assert.deepEqual(pastedEdits(context, editor.document, [new Range(0, 0, 0, 0)], 'ubuntu'), []);
  });

  it('are inserted into the file, whatever the output of something shows', async () => {
    const { context, ids, images } = await opened();
    const output = window.createOutputChannel('Output');
    output.appendLine('text');
    const editor = await edited('plaintext', '');
    output.show();
    await until(
      () => window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output'),
      'the output',
    );
    const done = insertAs(context, ids[0], [ids[0]]);
    await given.dialogs.pick('Insert As', 'ID');
    await done;
    assert.equal(editor.document.getText(), images[0]?.id);
    output.dispose();
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('are not copied where no form was chosen', async () => {
    const { context, ids } = await opened();
    const done = copyAs(context, ids[0], ids);
    await given.dialogs.asking('Copy As');
    await press('closeQuickOpen');
    await done;
    assert.equal(await given.said.copied(), 'before');
    assert.deepEqual(given.said.messages, []);
  });

  it('are copied by a template of one’s own, and one that is wrong says why', async () => {
    const { context, ids, images } = await opened([
      { name: 'Heat', language: 'yaml', text: 'image: ${name|json}' },
      { name: 'Wrong', text: '${nmae}' },
      'nothing',
    ]);
    const done = copyAs(context, ids[0], [ids[0]]);
    const box = await given.dialogs.asking('Copy As');
    assert.ok('items' in box);
    const wrong = box.items.filter(({ label }) => label.startsWith('$(warning)'));
    assert.deepEqual(
      wrong.map(({ label }) => label),
      ['$(warning) Wrong', '$(warning) Template without a name'],
    );
    assert.match(wrong[0]?.detail ?? '', /“nmae” is not a name\. The names are: id, name, /);
    await given.dialogs.pick('Copy As', 'Heat');
    await done;
    assert.equal(await given.said.copied(), `image: ${JSON.stringify(images[0]?.name)}`);
  });
});
