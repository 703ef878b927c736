import assert from 'node:assert/strict';
import { documentedTenantId, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { listRequests, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

/** A window with an image that is being saved, and the server it asks. */
class Watching {
  private size = 0;

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

  /** Changes the image so often, each time waiting until its row shows it, which takes five seconds. */
  async changes(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const size = ++this.size;
      this.api.images(documentedTenantId).update(this.imageId, { size });
      await this.workbench.view.untilRows(
        (rows) => rows.some(({ description }) => description.split(' · ').includes(`${size} B`)),
        `${size} B`,
      );
    }
  }

  /** Looks away and back: what has not changed for a while is asked for less and less often until then. */
  async lookAnew(): Promise<void> {
    await this.workbench.setFocused(false);
    await this.workbench.setFocused(true);
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

describeInNewest('A list that need not be kept up to date', () => {
  let unseen: Watching;
  /** Looked at all the time: tells when something would have happened in the other window too. */
  let seen: Watching;
  before(async () => {
    seen = await Watching.open();
    unseen = await Watching.open();
    await unseen.changes(1);
    await seen.lookAnew();
  });
  after(async () => {
    await unseen.close();
    await seen.close();
  });

  it('is left alone while its view is hidden', async () => {
    await unseen.workbench.openView('Explorer');
    // What was under way is over by then.
    await seen.changes(1);
    const before = listRequests(unseen.api);
    await seen.changes(1);
    assert.equal(listRequests(unseen.api), before);
    await unseen.workbench.openView();
    await unseen.changes(1);
  });

  it('is left alone while its window has no focus', async () => {
    await unseen.workbench.setFocused(false);
    // What was under way is over by then.
    await seen.changes(1);
    const before = listRequests(unseen.api);
    await seen.changes(1);
    assert.equal(listRequests(unseen.api), before);
    await unseen.workbench.setFocused(true);
    await unseen.changes(1);
  });

  it('is left alone even while looked at, once nothing is being saved', async () => {
    unseen.saved();
    await unseen.workbench.view.untilRows((rows) => rows[0]?.description === '6', 'ACTIVE 6');
    // What was under way is over by then.
    await seen.changes(1);
    const before = listRequests(unseen.api);
    await seen.changes(1);
    assert.equal(listRequests(unseen.api), before);
  });
});
