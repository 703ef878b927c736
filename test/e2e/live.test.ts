import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { documentedTenantId, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { listRequests, signInByPaste } from './person';
import type { RowState } from './workbench/row';
import { Workbench } from './workbench/workbench';

/** An image that is being saved, in the list of a window. */
class Watching {
  private size = 0;

  private constructor(
    readonly workbench: Workbench,
    readonly api: Server,
    private readonly imageId: string,
  ) {}

  /** Adds the image to the account that the window shows. */
  static async begin(workbench: Workbench, api: Server): Promise<Watching> {
    const { id } = api.images(documentedTenantId).add({ name: 'being saved', status: 'saving' });
    await workbench.runCommand('ConoHa Images: Refresh');
    await workbench.view.row('being saved');
    return new Watching(workbench, api, id);
  }

  /** Changes the image, and waits until its row shows that, which takes five seconds. */
  async change(): Promise<void> {
    const size = ++this.size;
    this.api.images(documentedTenantId).update(this.imageId, { size });
    await this.workbench.view.untilRows(
      (rows) => rows.some(({ description }) => description.split(' · ').includes(`${size} B`)),
      `${size} B`,
    );
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
}

describeInNewest('A list that is looked at', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
    await signInByPaste(workbench, api);
    await workbench.view.untilRows((rows) => rows[0]?.description === '5', 'ACTIVE 5');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('shows an image arrive while it is being saved, by itself, and keeps it selected', async () => {
    const images = api.images(documentedTenantId);
    const { id } = images.add({ name: '保存中のイメージ', status: 'queued', size: 0 });
    await workbench.runCommand('ConoHa Images: Refresh');
    const saving = (description: RegExp) =>
      workbench.view.untilRows(
        (rows) => rows.some((row) => row.label === '保存中のイメージ' && description.test(row.description)),
        String(description),
      );
    await saving(/^SAVING, 25%/);
    await workbench.screenshot('saving');
    images.advance(id);
    await saving(/^SAVING, 50%/);
    await (await workbench.view.row('保存中のイメージ')).click();
    const isSelected = (rows: readonly RowState[]) =>
      rows.some(({ label, selected }) => selected && label === '保存中のイメージ');
    await workbench.view.untilRows(isSelected, 'the image, selected');
    images.advance(id);
    await workbench.view.untilRows(
      (rows) => rows[0]?.label === 'ACTIVE' && rows[0].description === '6' && isSelected(rows),
      'ACTIVE 6, the image still selected',
    );
  });

  it('is there at once after a restart, with its age, while the server is still silent', async () => {
    const hang = api.faults.add({ do: 'hang' });
    await workbench.changeSettings({ 'conohaImages.autoRefresh': 15 });
    await workbench.reload();
    await workbench.openView();
    await workbench.view.untilRows(
      (rows) => rows[0]?.label === 'ACTIVE' && rows.length === 7,
      'the kept list',
    );
    await until(async () => (await workbench.view.message()).startsWith('as of '), 'the age of the list');
    await workbench.screenshot('restored');
    hang.remove();
    await until(async () => (await workbench.view.message()) === '', 'the list of now');
  });

  it('shows what is new by itself where it is refreshed automatically, and asks for that alone', async () => {
    api.images(documentedTenantId).add({ name: 'added by a colleague', status: 'active' });
    api.clearRequests();
    await api.untilRequests((requests) => requests.length > 0, 30_000);
    await workbench.view.row('added by a colleague');
    assert.ok(api.requests.every(({ query }) => query.get('changes-since') !== null));
  });

  it('keeps the selected image selected when it is grouped another way', async () => {
    await (await workbench.view.row('vmi-lamp-centos-6.6')).click();
    await workbench.view.titleAction('Group By', 'Group by App');
    // The only image with its app stands in the place of a group.
    await workbench.view.untilRows(
      (rows) =>
        rows.some(({ label }) => label === '(no app)') &&
        rows.some(({ label, selected, level }) => selected && level === 1 && label === 'vmi-lamp-centos-6.6'),
      'the groups of apps, and the row, still selected',
    );
  });

  describe('beside one that need not be kept up to date', () => {
    let hidden: Server;
    let unseen: Watching;
    /** Looked at all the time: tells when something would have happened in the other window too. */
    let seen: Watching;
    before(async () => {
      hidden = await startServer();
      const window = await Workbench.open();
      await signInByPaste(window, hidden);
      await window.view.row('ACTIVE');
      unseen = await Watching.begin(window, hidden);
      await unseen.change();
      seen = await Watching.begin(workbench, api);
    });
    after(async () => {
      seen.saved();
      await workbench.view.untilRows(
        (rows) =>
          rows.some(({ label, description }) => label === 'being saved' && !description.startsWith('SAVING')),
        'the image, saved',
      );
      await unseen.workbench.close();
      await hidden.close();
    });

    it('leaves that alone while its view is hidden', async () => {
      await unseen.workbench.openView('Explorer');
      await seen.lookAnew();
      // What was under way is over by then.
      await seen.change();
      const before = listRequests(unseen.api);
      await seen.change();
      assert.equal(listRequests(unseen.api), before);
      await unseen.workbench.openView();
      await unseen.change();
    });

    it('leaves that alone while its window has no focus', async () => {
      await unseen.workbench.setFocused(false);
      await seen.lookAnew();
      // What was under way is over by then.
      await seen.change();
      const before = listRequests(unseen.api);
      await seen.change();
      assert.equal(listRequests(unseen.api), before);
      await unseen.workbench.setFocused(true);
      await unseen.change();
    });

    it('leaves that alone even while looked at, once nothing is being saved', async () => {
      unseen.saved();
      await unseen.workbench.view.untilRows((rows) => rows[0]?.description === '6', 'ACTIVE 6');
      await seen.lookAnew();
      // What was under way is over by then.
      await seen.change();
      const before = listRequests(unseen.api);
      await seen.change();
      assert.equal(listRequests(unseen.api), before);
    });
  });
});
