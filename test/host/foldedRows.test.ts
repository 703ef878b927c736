import assert from 'node:assert/strict';
import { MarkdownString, type CancellationToken } from 'vscode';
import { settings } from '../../src/adapters/settings';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { allRows, partsFor } from './parts';

const UNTIL_DONE = { isCancellationRequested: false } as CancellationToken;

describe('A row that stands for an image in several disk sizes', () => {
  let api: Server;
  before(async () => {
    api = await startServer();
  });
  after(() => api.close());

  const row = async () => {
    const tenant = { id: generatedTenantId, token: generatedToken };
    const { tree } = await partsFor(api, [tenant], undefined, undefined, settings);
    const rows = await allRows(tree);
    const folded = rows.find((each) => each.kind === 'group' && each.variants !== undefined);
    assert.ok(folded?.kind === 'group');
    const sizes = folded.group.images;
    assert.ok(sizes.length > 1);
    return { tree, folded, sizes };
  };

  it('has a hover with what is known of it, and each size with its name and id', async () => {
    const { tree, folded, sizes } = await row();
    const item = await tree.getTreeItem(folded.id);
    assert.equal(item.tooltip, undefined);
    const { tooltip } = await tree.resolveTreeItem(item, folded.id, UNTIL_DONE);
    assert.ok(tooltip instanceof MarkdownString);
    const text = tooltip.value.replaceAll('&nbsp;', ' ').replaceAll('\\', '');
    for (const { name, id } of sizes) assert.ok(text.includes(name) && text.includes(id), text);
    assert.match(text, /Kind: .+\n.*Distribution: /);
    assert.match(text, /Disk: \d+ · \d+ GB/);
    assert.match(text, /command:conohaImages\.copyId/);
  });

  it('is spoken whole, once, by the name that its sizes have in common', async () => {
    const { tree, folded } = await row();
    const { accessibilityInformation } = await tree.getTreeItem(folded.id);
    const spoken = accessibilityInformation?.label ?? '';
    const parts = spoken.split(', ');
    assert.equal(new Set(parts).size, parts.length, spoken);
    assert.ok(!/-\d+gb$/.test(spoken), spoken);
    assert.match(spoken, /^\p{L}[^,]*, \d+, \d+ GB, created /u);
  });
});
