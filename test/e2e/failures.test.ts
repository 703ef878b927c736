import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { curlCommand, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

describeInNewest('A person for whom things go wrong', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
    await workbench.openView();
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  const signInWith = async (token: string, tenantId = documentedTenantId) => {
    await workbench.runCommand('ConoHa Images: Sign In…');
    const input = await workbench.quickInput.asking(/curl command/);
    await input.type(curlCommand(api, tenantId, token));
    await input.accept();
    return input.asking('Token');
  };

  it('is told why a token is refused, and what was typed stays', async () => {
    const input = await signInWith('wrong-token');
    await until(() => input.isInvalid(), 'an objection');
    assert.match(await input.validationMessage(), /Token not accepted \(401\)/);
    assert.equal(await input.value(), 'wrong-token');
    assert.ok(!(await input.validationMessage()).includes('wrong-token'));
    await workbench.screenshot('wrong-token');
    await input.cancel();
  });

  it('is refused an endpoint that would show the token on the way', async () => {
    await workbench.runCommand('ConoHa Images: Sign In…');
    const input = await workbench.quickInput.asking(/curl command/);
    await input.type('http://compute.example.com/v2/tenant');
    await input.untilItems((items) => items.some(({ label }) => /Use https/.test(label)));
    await input.cancel();
  });

  it('is told about a redirect, which is not followed', async () => {
    const elsewhere = await startServer();
    api.faults.add({ do: 'redirect', to: `${elsewhere.origin}/v2/other/images/detail` });
    const input = await signInWith(documentedToken);
    await until(() => input.isInvalid(), 'an objection');
    assert.ok((await input.validationMessage()).includes(`${elsewhere.origin}/v2/other/images/detail`));
    assert.equal(elsewhere.requests.length, 0);
    await input.cancel();
    api.faults.clear();
    await elsewhere.close();
  });

  it('keeps the rows when a refresh fails, with the reason above them and a way to retry', async () => {
    await signInByPaste(workbench, api);
    await workbench.view.untilRows((rows) => rows.length === 6 && rows[0]?.description === '5', 'ACTIVE 5');
    api.faults.add({ do: 'status', status: 503 });
    await workbench.runCommand('ConoHa Images: Refresh');
    const rows = await workbench.view.untilRows((all) => all.length === 7, 'a row for the failure');
    assert.match(rows[0]?.label ?? '', /^API error \(503\)$/);
    assert.equal(rows[0]?.icon, 'error');
    await workbench.screenshot('failed-refresh');
    const actions = await (await workbench.view.row(/^API error/)).inlineActions();
    assert.deepEqual(actions, ['Refresh', 'Show Log']);
    api.faults.clear();
    await (await workbench.view.row(/^API error/)).inlineAction('Refresh');
    await workbench.view.untilRows((all) => all.length === 6, 'the failure to go');
  });

  it('is asked for the token alone once it has ended', async () => {
    api.tokens.revoke(documentedToken);
    await workbench.runCommand('ConoHa Images: Refresh');
    const row = await workbench.view.row(/Token not accepted/);
    assert.deepEqual(await row.inlineActions(), ['Refresh', 'Update Token…', 'Show Log']);
    await workbench.screenshot('ended-token');
    const { id } = api.tokens.issue({ tenantId: documentedTenantId });
    await row.inlineAction('Update Token…');
    const input = await workbench.quickInput.asking('Token');
    assert.equal(await input.isPassword(), true);
    await input.type(id);
    await input.accept();
    await workbench.view.untilRows((all) => all.length === 6 && all[0]?.label === 'ACTIVE', 'the list again');
  });

  it('sees that an account has no images', async () => {
    for (const { id } of api.images(documentedTenantId).list()) api.images(documentedTenantId).remove(id);
    await workbench.runCommand('ConoHa Images: Refresh');
    assert.match((await workbench.view.welcome()).text, /This account has no images/);
  });
});
