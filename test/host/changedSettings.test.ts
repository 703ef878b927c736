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
    const first = async () => {
      const [group, image] = await allRows(tree);
      assert.ok(group && image);
      return [group, image].map(({ id }) => JSON.stringify(tree.getTreeItem(id)));
    };
    const { catalog } = sessions.of(accounts.active?.id ?? '')?.images ?? {};
    await first();
    await until(() => catalog?.isComplete, 'the end of the list');
    const before = await first();
    for (const [name, value] of [
      ['rowLabel', 'name'],
      ['rowDetails', ['id']],
      ['groupBy', 'os'],
    ] as const) {
      const last = await first();
      await configure(name, value);
      await until(async () => (await first()).join() !== last.join(), `rows that follow ${name}`);
    }
    for (const name of ['rowLabel', 'rowDetails', 'groupBy']) await configure(name, undefined);
    let now: readonly string[] = [];
    await until(
      async () => (now = await first()).join() === before.join(),
      () => `rows as before: ${now.join()} is ${before.join()}`,
    );
  });
});
