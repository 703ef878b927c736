import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { bytesAlive } from '../hosts/garbage';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { partsFor } from './parts';

const AT_ONCE = 20;
const MOST = 1.1;
/** One text for all of them, so that it is what was read of it that counts. */
const LARGE = 'あ'.repeat(100_000);

describe('Documents that were opened and closed', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await api.close();
  });

  it('leave nothing behind: 60 of them hold no more than 20', async function () {
    this.timeout(180_000);
    const { accounts, documents, sessions } = await partsFor(api, [
      { id: generatedTenantId, token: generatedToken },
    ]);
    const session = sessions.of(accounts.active?.id ?? '');
    assert.ok(session);
    const images = api.images(generatedTenantId);
    const openAndClose = async (): Promise<void> => {
      for (let opened = 0; opened < AT_ONCE; opened++) {
        const { id } = images.add({ metadata: { large: LARGE } });
        const uri = documents.uriOf(session.accountId, await session.images.fetch(id));
        // The editor reads a document once its tab is looked at: it is read here instead, which takes no time.
        await commands.executeCommand('vscode.open', uri, { preview: false, background: true });
        assert.ok((await documents.readFile(uri)).byteLength > LARGE.length);
        images.remove(id);
      }
      await commands.executeCommand('workbench.action.closeAllEditors');
      await until(() => window.tabGroups.all.every(({ tabs }) => tabs.length === 0), 'the tabs to close');
    };
    await openAndClose();
    const before = await bytesAlive();
    for (let times = 0; times < 2; times++) await openAndClose();
    const after = await bytesAlive();
    assert.ok(after <= MOST * before, `${after} bytes after ${before}`);
  });
});
