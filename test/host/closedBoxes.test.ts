import assert from 'node:assert/strict';
import { Canceled } from '../../src/base/canceled';
import { findImage } from '../../src/commands/find/findImage';
import { filter } from '../../src/commands/filter/filter';
import { CommandProgress } from '../../src/commands/progress';
import { showImages } from '../../src/commands/showImages';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { Dialogs, press } from './accountsDialogs';
import { commandParts } from './commandParts';

const TENANT = { id: documentedTenantId, token: documentedToken };

/** Progress that somebody cancels when the test says so. */
class CanceledProgress extends CommandProgress {
  readonly cancel = new AbortController();

  override inView(_key: string, _title: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return work(this.cancel.signal);
  }
}

describe('A box that lists loaded images', () => {
  let api: Server;
  let dialogs: Dialogs;
  let parts: Awaited<ReturnType<typeof commandParts>>;
  beforeEach(async () => {
    api = await startServer();
    dialogs = new Dialogs();
    parts = await commandParts(api, [TENANT]);
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    await api.close();
  });

  const images = () => {
    const session = parts.sessions.ofActive();
    assert.ok(session);
    return session.images;
  };
  const BOXES = [
    ['Find', 'Name, version, app, disk size or ID, such as ubuntu 22 30', () => findImage(parts.context)],
    ['the filter', 'Select a condition', () => filter(parts.context)],
  ] as const;

  for (const [what, question, open] of BOXES) {
    it(`ends its request when it is closed, and leaves no failure: ${what}`, async () => {
      api.faults.add({ do: 'hang' });
      const done = open().catch((error: unknown) => error);
      await dialogs.asking(question);
      await api.untilRequests(({ length }) => length === 1);
      await press('closeQuickOpen');
      await api.untilRequests(([first]) => first?.outcome === 'abandoned');
      const thrown = await done;
      assert.ok(thrown === undefined || thrown instanceof Canceled);
      assert.equal(images().catalog.failure, undefined);
    });

    it(`asks the server once more after a refusal that passes: ${what}`, async () => {
      const refusal = api.faults.add({ do: 'unauthorized', as: 'html' });
      await images()
        .ensureStarted()
        .catch(() => undefined);
      assert.ok(images().catalog.failure !== undefined);
      refusal.remove();
      const done = open().catch(() => undefined);
      await dialogs.asking(question);
      await api.untilRequests((requests) => requests.at(-1)?.status === 200);
      await press('closeQuickOpen');
      await done;
    });
  }

  it('is not needed to end what is asked for after signing in: its progress has a way to cancel', async () => {
    const refusal = api.faults.add({ do: 'unauthorized', as: 'html' });
    await images()
      .ensureStarted()
      .catch(() => undefined);
    refusal.remove();
    api.faults.add({ do: 'hang' });
    api.clearRequests();
    const progress = new CanceledProgress();
    const account = parts.accounts.active;
    assert.ok(account);
    parts.accounts.askAgain(account.id);
    const shown = showImages({ ...parts.context, progress }, account);
    await api.untilRequests(({ length }) => length === 1);
    progress.cancel.abort();
    await assert.rejects(shown, Canceled);
    await api.untilRequests(([first]) => first?.outcome === 'abandoned');
  });
});
