import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { settings } from '../../src/adapters/settings';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { allRows, partsFor } from './parts';

describe('Settings that are changed', () => {
  let api: Server;
  before(async () => {
    api = await startServer();
  });
  after(() => api.close());

  const configure = (name: string, value: unknown) =>
    workspace.getConfiguration('conohaImages').update(name, value, ConfigurationTarget.Global);

  it('are followed by the list that stands open, and those set back as well', async () => {
    const tenant = { id: documentedTenantId, token: documentedToken };
    const { accounts, sessions, tree } = await partsFor(api, [tenant], undefined, undefined, settings);
    const shown = async () => {
      const rows = await allRows(tree);
      return rows.map(({ id }) => JSON.stringify(tree.getTreeItem(id))).join('\n');
    };
    const { catalog } = sessions.of(accounts.active?.id ?? '')?.images ?? {};
    await shown();
    await until(() => catalog?.isComplete, 'the end of the list');
    const before = await shown();
    for (const [name, value] of [
      ['rowLabel', 'name'],
      ['groupBy', 'os'],
    ] as const) {
      const last = await shown();
      await configure(name, value);
      await until(async () => (await shown()) !== last, `rows that follow ${name}`);
    }
    for (const name of ['rowLabel', 'groupBy']) await configure(name, undefined);
    await until(async () => (await shown()) === before, 'rows as before');
    assert.equal(await shown(), before);
  });
});
