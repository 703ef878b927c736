import assert from 'node:assert/strict';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { signInByPaste } from './person';
import type { RowState } from './workbench/row';
import { Workbench } from './workbench/workbench';

describe('A person who has set nothing', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer({ tenants: [{ id: generatedTenantId, token: generatedToken, images: 220 }] });
    workbench = await Workbench.open({ rows: 'usual' });
    await signInByPaste(workbench, api, generatedTenantId, generatedToken);
    await workbench.view.row('Load more… (100 loaded)');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('sees images by kind, each with an icon of its own, and none of them a running machine', async () => {
    const rows: RowState[] = [];
    for (const kind of ['In Progress or Failed', 'My Saved Images', 'Operating Systems', 'Applications']) {
      rows.push(await (await workbench.view.row(kind)).state());
    }
    rows.push(...(await workbench.view.rows()));
    assert.ok(rows.length > 15);
    for (const { label, icon } of rows) assert.ok(icon !== '' && icon !== 'vm', `${label}: ${icon}`);
    await workbench.screenshot('usual-rows');
  });
});
