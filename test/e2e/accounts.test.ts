import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { demoUser, documentedTenantId, generatedTenantId, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { signInBeside } from './person';
import { Workbench } from './workbench/workbench';

const LIFETIME_SECONDS = 8;

describeInNewest('A person with an API user', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer({ tokenLifetimeSeconds: LIFETIME_SECONDS });
    workbench = await Workbench.open();
    await workbench.openView();
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('signs in by password, with a way back in every step', async () => {
    await workbench.runCommand('ConoHa Images: Sign In…');
    const input = await workbench.quickInput.asking(/curl command/);
    await workbench.screenshot('ways-to-sign-in');
    await input.pick(/OpenStack user and password…$/);
    await input.asking('URL of the Identity API');
    await input.type(`curl -d '{"auth": {"password": "${demoUser.password}"}}' ${api.origin}/v2.0/tokens`);
    await until(async () => (await input.value()).includes('•secret•'), 'a mark for the password');
    assert.ok(!(await input.value()).includes(demoUser.password));
    await input.type(`${api.origin}/v2.0`);
    await input.accept();
    await input.asking('User, by name');
    await input.type('nobody');
    await input.accept();
    await input.asking('User domain');
    await input.back();
    await input.asking('User, by name');
    assert.equal(await input.value(), 'nobody');
    await input.type(demoUser.name);
    await input.accept();
    await (await input.asking('User domain')).accept();
    await input.asking('Tenant');
    await input.type(generatedTenantId);
    await input.accept();
    await input.asking('Sent only to');
    assert.equal(await input.isPassword(), true);
    await input.type('wrong');
    await input.accept();
    await until(() => input.isInvalid(), 'an objection');
    assert.match(await input.validationMessage(), /was not accepted \(401\)/);
    await input.type(demoUser.password);
    await input.accept();
    await (await input.asking('Keep you signed in?')).pick('Yes, store my password securely');
    await workbench.view.row('Load more… (100 loaded)');
  });

  it('browses on when the token has ended, without a dialog', async () => {
    api.tokens.expireAll();
    const before = api.requests.filter(({ kind }) => kind === 'token').length;
    await workbench.runCommand('ConoHa Images: Load More');
    await workbench.view.row('Load more… (200 loaded)');
    assert.equal(api.requests.filter(({ kind }) => kind === 'token').length, before + 1);
    assert.equal(await workbench.quickInput.isOpen(), false);
    assert.deepEqual(await workbench.notifications.messages(), []);
  });

  it('reads how long the token lives, without reading the token', async () => {
    await workbench.runCommand('ConoHa Images: Show Account');
    const items = await (
      await workbench.quickInput.asking('About this account')
    ).untilItems((all) => all.length > 3);
    const words = items.map(({ label, description }) => `${label} ${description}`).join('\n');
    assert.match(words, /Sign-in method user name and password/);
    assert.match(words, /Token expire(s|d) /);
    for (const { id } of api.tokens.list()) assert.ok(!words.includes(id));
    await workbench.quickInput.cancel();
  });

  it('adds a second account, and each has a row of its own', async () => {
    const { id: token } = api.tokens.issue({ tenantId: documentedTenantId, lifetimeSeconds: 3600 });
    await signInBeside(workbench, api, documentedTenantId, token);
    const rows = await workbench.view.untilRows(
      (all) => all.filter(({ level }) => level === 1).length === 2,
      'two accounts',
    );
    await workbench.view.row('500G-0507');
    await workbench.screenshot('two-accounts');
    assert.ok(rows.filter(({ level }) => level === 1).every(({ expanded }) => expanded !== undefined));
  });

  it('sees what is new in one account after having used the other', async () => {
    const accountRows = (await workbench.view.allRows()).filter(({ level }) => level === 1);
    const [other, active] = accountRows.toSorted((a, b) => a.description.localeCompare(b.description));
    assert.equal(active?.description, 'active');
    for (const row of [other, active]) {
      await (await workbench.view.row(row?.label ?? '')).contextMenu('Switch Account…');
      await workbench.view.untilRows(
        (rows) => rows.some(({ label, description }) => label === row?.label && description === 'active'),
        'the other account to be the active one',
      );
    }
    api.images(documentedTenantId).add({ name: 'made meanwhile', status: 'active' });
    await workbench.runCommand('ConoHa Images: Refresh');
    await workbench.view.row('made meanwhile');
    await workbench.view.titleAction('Group By', 'Group by App');
    await workbench.view.row('(no app)');
    await workbench.view.titleAction('Group By', 'Group by Status');
    await workbench.view.row('made meanwhile');
  });

  it('stays with the account it has chosen while the selected image of the other moves to another group', async () => {
    const { id } = api.images(documentedTenantId).add({ name: 'moves', status: 'saving' });
    await workbench.runCommand('ConoHa Images: Refresh');
    await (await workbench.view.row('moves')).click();
    const accounts = async () => (await workbench.view.allRows()).filter(({ level }) => level === 1);
    const active = async () =>
      (await accounts())
        .filter(({ description }) => description.startsWith('active'))
        .map(({ label }) => label);
    const [owner] = await active();
    const other = (await accounts()).find(({ label }) => label !== owner)?.label ?? '';
    await workbench.runCommand('ConoHa Images: Switch Account…');
    await (await workbench.quickInput.asking('Select an account to switch to')).pick(other);
    await until(async () => (await active())[0] === other, 'the other account to be active');
    api.images(documentedTenantId).update(id, { status: 'active' });
    await until(
      async () =>
        (await workbench.view.allRows()).some(
          ({ label, description, selected }) =>
            label === 'moves' && selected && !description.includes('SAVING'),
        ),
      'the image to be selected where it stands now',
    );
    assert.deepEqual(await active(), [other]);
    await workbench.runCommand('ConoHa Images: Switch Account…');
    await (await workbench.quickInput.asking('Select an account to switch to')).pick(owner ?? '');
  });

  it('removes one with all that belongs to it, and keeps the other', async () => {
    const [first] = (await workbench.view.allRows()).filter(({ level }) => level === 1);
    await (await workbench.view.row(first?.label ?? '')).contextMenu('Remove Account…');
    await workbench.dialog.press('Remove');
    await workbench.view.untilRows((all) => all[0]?.label === 'ACTIVE', 'the other account alone');
  });
});
