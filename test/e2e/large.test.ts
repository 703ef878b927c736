import assert from 'node:assert/strict';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { listsAskedFor, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

const IMAGES = 20_500;

describeInNewest('A person with more than 20,000 images', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    const tenant = { id: generatedTenantId, token: generatedToken, images: IMAGES };
    api = await startServer({ tenants: [tenant] });
    workbench = await Workbench.open();
    await signInByPaste(workbench, api, generatedTenantId, generatedToken);
    await workbench.view.row('Load more… (100 loaded)');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('is asked before more than 20,000 are loaded, and can stop there', async () => {
    const before = listsAskedFor(api);
    await workbench.runCommand('ConoHa Images: Load All');
    assert.match(await workbench.dialog.message(), /^20,100 images loaded so far/);
    assert.deepEqual((await workbench.dialog.buttons()).toSorted(), ['Load More', 'Stop']);
    await workbench.screenshot('ask-to-go-on');
    await workbench.dialog.press('Stop');
    await workbench.view.row('Load more… (20,100 loaded)');
    assert.equal(listsAskedFor(api), before + 20);
  });

  it('finds an image that is not loaded yet by loading more in the same box, and copies its ID', async () => {
    const image = api.images(generatedTenantId).list()[20_150];
    await workbench.runCommand('ConoHa Images: Find Image…');
    const input = await workbench.quickInput.asking(/^Name, version, app/);
    await input.type(image?.id ?? '');
    await input.untilItems(
      ([only, ...others]) => others.length === 0 && /20,100 loaded/.test(only?.label ?? ''),
    );
    await input.accept();
    await input.untilItems((items) => items[0]?.label === image?.name);
    await input.itemButton(image?.name ?? '', 'Copy ID (Ctrl+C)');
    await workbench.statusBar.untilShown(/Copied ID of /);
    assert.equal(await workbench.clipboard.read(), image?.id);
  });

  it('loads the rest when asked again, and sees that this is all', async () => {
    await workbench.runCommand('ConoHa Images: Load All');
    const rows = await workbench.view.untilRows(
      (all) => !all.some(({ label, description }) => label.startsWith('Load') || description.endsWith('+')),
      'groups that are whole',
    );
    const counts = rows
      .filter(({ level }) => level === 1)
      .map(({ description }) => Number(description.replace(',', '')));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      IMAGES,
    );
  });
});
