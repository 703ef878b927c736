import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { startServer, threeTenants, vps3TenantId, vps3Token, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { askCondition, closeFilter, listsAskedFor } from './person';
import { Workbench } from './workbench/workbench';

describeInNewest('A person with VPS 3.0', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer(threeTenants);
    workbench = await Workbench.open();
    await workbench.openView();
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('signs in by a command for the Image service, and has the first rows by one page', async () => {
    await workbench.runCommand('ConoHa Images: Sign In…');
    const input = await workbench.quickInput.asking(/curl command/);
    const address = `${api.imageEndpoint(vps3TenantId)}/images`;
    await input.type(`curl -H "Accept: application/json" -H "X-Auth-Token: ${vps3Token}" ${address}`);
    await input.accept();
    await workbench.view.row('Load more… (100 loaded)');
    const lists = api.requests.filter(({ kind }) => kind === 'list');
    assert.deepEqual(
      lists.map(({ query }) => query.get('limit')),
      ['1', '100'],
    );
  });

  it('has every image once, and needs no request to know that this is all', async () => {
    const before = listsAskedFor(api);
    await workbench.runCommand('ConoHa Images: Load All');
    await workbench.view.untilRows(
      (rows) => rows.every(({ label }) => !label.startsWith('Load')),
      'the end of the list',
    );
    assert.equal(listsAskedFor(api), before + 1);
    const groups = (await workbench.view.allRows()).filter(({ level }) => level === 1);
    const count = groups.reduce((sum, { description }) => sum + Number(description), 0);
    assert.equal(count, api.images(vps3TenantId).list().length);
    assert.ok(groups.some(({ label }) => label === 'DEACTIVATED'));
  });

  it('sees by their tags which app an image is for', async () => {
    await workbench.view.titleAction('Group By', 'Group by App');
    await (await workbench.view.row('Dify')).expand();
    await workbench.screenshot('vps3-by-app');
    const name = 'vmi-dify-1.9.1-ubuntu-24.04-amd64';
    const text = await (await workbench.view.row(name)).hover();
    const ids = api
      .images(vps3TenantId)
      .list()
      .filter((image) => image.name === name);
    assert.ok(
      ids.some(({ id }) => text.includes(id)),
      text,
    );
    for (const part of [/app_name=Dify/, /Visibility\s+Public/, /os_type\s+linux/, /SHA512\s+[\da-f]+…/])
      assert.match(text, part);
    await workbench.screenshot('vps3-hover');
  });

  it('asks the server for the images of one visibility', async () => {
    const input = await askCondition(workbench, 'Visibility…');
    await input.tick('Private');
    await input.accept();
    await closeFilter(input);
    await until(async () => (await workbench.view.message()).startsWith('private · '), 'the filter');
    const own = api
      .images(vps3TenantId)
      .list()
      .filter(({ visibility }) => visibility === 'private');
    await workbench.view.untilRows(
      (rows) => rows.filter(({ expanded }) => expanded === undefined).length === own.length,
      'own images alone',
    );
    const last = api.requests.filter(({ kind }) => kind === 'list').at(-1);
    assert.equal(last?.query.get('visibility'), 'private');
    await workbench.runCommand('ConoHa Images: Clear Filter');
    // It stood before Filter… in the palette, for who types that name, and did nothing.
    await until(
      async () => !(await workbench.offersCommand('ConoHa Images: Clear Filter')),
      'no way to clear what is not set',
    );
  });

  it('opens the JSON as the Image service sent it', async () => {
    await workbench.view.titleAction('Group By', 'Group by Status');
    const image = api.images(vps3TenantId).list()[0];
    await (await workbench.view.row(image?.name ?? '')).click();
    await workbench.editor.untilOpen(`${image?.name ?? ''}.json`);
    const json = JSON.parse(await workbench.editor.text()) as Readonly<Record<string, unknown>>;
    assert.deepEqual([json.id, json.visibility], [image?.id, image?.visibility]);
  });
});
