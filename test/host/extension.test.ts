import assert from 'node:assert/strict';
import { commands, extensions, FileSystemError, Uri, workspace } from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const extension = extensions.getExtension('conoha-images.conoha-images');

describe('The extension', () => {
  it('is activated by a document of its own, and by nothing at the start', async () => {
    assert.deepEqual((extension?.packageJSON as { activationEvents: unknown }).activationEvents, [
      'onFileSystem:conoha-image',
    ]);
    await assert.rejects(async () => workspace.fs.stat(Uri.parse('conoha-image:/nobody/images.json')));
    assert.equal(extension?.isActive, true);
  });

  it('registers every command that it contributes, and no other', async () => {
    await extension?.activate();
    const contributed = (extension?.packageJSON as Manifest).contributes.commands.map(
      ({ command }) => command,
    );
    const registered = (await commands.getCommands(true)).filter(
      // The editor adds commands of its own for a view.
      (id) => id.startsWith('conohaImages.') && !id.startsWith('conohaImages.images.'),
    );
    assert.deepEqual(registered.sort(), contributed.sort());
  });

  it('has documents that cannot be written', async () => {
    assert.equal(workspace.fs.isWritableFileSystem('conoha-image'), false);
    const address = Uri.parse('conoha-image:/nobody/id/name.json');
    await assert.rejects(async () => workspace.fs.writeFile(address, new Uint8Array()));
    await assert.rejects(
      async () => workspace.fs.readFile(address),
      (error) => error instanceof FileSystemError && error.code === 'FileNotFound',
    );
  });
});
