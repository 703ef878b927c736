import assert from 'node:assert/strict';
import { documentedTenantId, startServer, type Server } from '../server/index';
import { listRequests, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

/** Longer than two looks at an image that is being saved. */
const ASKED_MS = 30_000;

/** A window with an image that is being saved, and the server it asks. */
class Watching {
  private constructor(
    readonly workbench: Workbench,
    readonly api: Server,
    private readonly imageId: string,
  ) {}

  static async open(): Promise<Watching> {
    const api = await startServer();
    const { id } = api.images(documentedTenantId).add({ name: 'being saved', status: 'saving' });
    const workbench = await Workbench.open();
    await signInByPaste(workbench, api);
    await workbench.view.row('being saved');
    return new Watching(workbench, api, id);
  }

  /** Waits until the list was asked for so often again, each time five seconds after the last. */
  async asked(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const before = listRequests(this.api);
      // While an image changes, the next look at it is soon.
      this.api.images(documentedTenantId).update(this.imageId, { size: before });
      await this.api.untilRequests(() => listRequests(this.api) > before, ASKED_MS);
    }
  }

  /** The image is there on the server. */
  saved(): void {
    this.api.images(documentedTenantId).update(this.imageId, { status: 'active' });
  }

  async close(): Promise<void> {
    await this.workbench.close();
    await this.api.close();
  }
}

describe('A list that need not be kept up to date', () => {
  let unseen: Watching;
  /** Looked at all the time: tells when something would have happened in the other window too. */
  let seen: Watching;
  before(async () => {
    seen = await Watching.open();
    unseen = await Watching.open();
    await unseen.asked(1);
  });
  after(async () => {
    await unseen.close();
    await seen.close();
  });

  it('is left alone while its view is hidden', async () => {
    await unseen.workbench.openView('Explorer');
    const before = listRequests(unseen.api);
    await seen.asked(3);
    assert.equal(listRequests(unseen.api), before);
    await unseen.workbench.openView();
    await unseen.asked(1);
  });

  it('is left alone while its window has no focus', async () => {
    await unseen.workbench.setFocused(false);
    const before = listRequests(unseen.api);
    await seen.asked(3);
    assert.equal(listRequests(unseen.api), before);
    await unseen.workbench.setFocused(true);
    await unseen.asked(1);
  });

  it('is left alone even while looked at, once nothing is being saved', async () => {
    unseen.saved();
    await unseen.workbench.view.untilRows((rows) => rows[0]?.description === '6', 'ACTIVE 6');
    const before = listRequests(unseen.api);
    await seen.asked(3);
    assert.equal(listRequests(unseen.api), before);
  });
});
