import assert from 'node:assert/strict';
import type { QuickPick, QuickPickItem } from 'vscode';
import { findImage } from '../../src/commands/find/findImage';
import { refresh } from '../../src/commands/load';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken } from '../server/index';
import { press, thereAndBack } from './accountsDialogs';
import { commandParts, CommandSurroundings } from './commandParts';

const TENANT = { id: generatedTenantId, token: generatedToken };

describe('The box that finds images', () => {
  const given = new CommandSurroundings();

  it('leaves somebody on the image that they have gone to, whatever comes in above it', async () => {
    const parts = await commandParts(given.api, [TENANT]);
    const finding = findImage(parts.context);
    const box = (await given.dialogs.asking('Find Image (220)')) as QuickPick<QuickPickItem>;
    await until(() => !box.busy, 'the end of loading');
    await thereAndBack();
    await press('quickOpenSelectNext');
    await press('quickOpenSelectNext');
    const [, , third] = box.items;
    await until(() => third !== undefined && box.activeItems[0] === third, 'the third image');
    given.api.images(TENANT.id).add({ name: 'brand-new' });
    await refresh(parts.context);
    await until(() => box.items[0]?.label === 'brand-new', 'the new image');
    await thereAndBack();
    await thereAndBack();
    assert.deepEqual(
      box.activeItems.map(({ detail }) => detail),
      [third?.detail],
    );
    // With a new text it is the first of what is found that Enter means.
    box.value = 'brand';
    await until(() => box.items.length === 1 && box.activeItems[0]?.label === 'brand-new', 'what is found');
    await press('closeQuickOpen');
    await finding;
  });

  it('finds what is not ready to use by its status', async () => {
    given.api.images(TENANT.id).add({ name: 'brand-new', status: 'killed' });
    const parts = await commandParts(given.api, [TENANT]);
    const finding = findImage(parts.context);
    const box = (await given.dialogs.asking('Find Image (')) as QuickPick<QuickPickItem>;
    await until(() => !box.busy, 'the end of loading');
    for (const typed of ['error brand', 'not ready brand']) {
      box.value = typed;
      await until(() => box.items.length === 1 && box.items[0]?.label === 'brand-new', typed);
    }
    await press('closeQuickOpen');
    await finding;
  });
});
