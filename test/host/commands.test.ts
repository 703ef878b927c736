import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, window, type QuickPickItem, type QuickPickItemButtonEvent } from 'vscode';
import type { Image } from '../../src/api/images/image';
import { renameAccount } from '../../src/commands/account';
import { COPY_COMMANDS } from '../../src/commands/copy';
import { findImage } from '../../src/commands/find/findImage';
import { filter } from '../../src/commands/filter/filter';
import { loadAll, loadMore, refresh } from '../../src/commands/load';
import { openJson } from '../../src/commands/openJson';
import { imageUri } from '../../src/documents/imageAddress';
import type { Row } from '../../src/tree/rows';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  oddities,
  startServer,
} from '../server/index';
import { press } from './accountsDialogs';
import { commandParts, CommandSurroundings } from './commandParts';

const FIRST = { id: documentedTenantId, token: documentedToken };
const SECOND = { id: generatedTenantId, token: generatedToken };

const FIND = 'Name, version, app, disk size or ID, such as ubuntu 22 30';

describe('A command', () => {
  const given = new CommandSurroundings();

  type Parts = Awaited<ReturnType<typeof commandParts>>;

  /** What presses the buttons of items in the boxes that are opened from now on. */
  const itemPresses = () => {
    const presses: ((event: QuickPickItemButtonEvent<QuickPickItem>) => unknown)[] = [];
    const { createQuickPick } = window;
    Object.assign(window, {
      createQuickPick: () => {
        const pick = createQuickPick();
        const { onDidTriggerItemButton } = pick;
        const listen: typeof onDidTriggerItemButton = (listener, ...rest) => {
          presses.push(listener);
          return onDidTriggerItemButton(listener, ...rest);
        };
        Object.defineProperty(pick, 'onDidTriggerItemButton', { value: listen });
        return pick;
      },
    });
    return presses;
  };

  const imageRows = async (parts: Parts) => {
    const rows = (await parts.rows()).filter((row) => row.kind === 'image');
    const [first, second] = parts.accounts.all.map(({ id }) =>
      rows.filter(({ accountId }) => accountId === id),
    );
    assert.ok(first && second);
    return { first, second };
  };
  const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

  describe('for selected rows of two accounts', () => {
    it('copies the images of both, whichever row was clicked', async () => {
      const parts = await commandParts(given.api, [FIRST, SECOND]);
      const { first, second } = await imageRows(parts);
      const rows = [...first.slice(0, 1), ...second.slice(0, 2)];
      await COPY_COMMANDS.copyId(parts.context, rows[1]?.id, idsOf(rows));
      assert.equal(await given.said.copied(), rows.map(({ image }) => image.id).join('\n'));
      assert.deepEqual(given.said.messages, ['$(copy) Copied 3 IDs.']);
    });

    it('opens the images of both, each of its account', async () => {
      const parts = await commandParts(given.api, [FIRST, SECOND]);
      const { first, second } = await imageRows(parts);
      const rows = [...first.slice(0, 1), ...second.slice(0, 2)];
      const opened: (readonly [string, string])[] = [];
      parts.documents.open = (accountId, image) => {
        opened.push([accountId, image.id]);
        return Promise.resolve();
      };
      await openJson(parts.context, rows[1]?.id, idsOf(rows));
      assert.deepEqual(
        opened,
        rows.map(({ accountId, image }) => [accountId, image.id]),
      );
    });

    it('says that there may be more where one of the lists is not whole', async () => {
      const parts = await commandParts(given.api, [FIRST, SECOND]);
      const groups = (await parts.rows()).filter((row) => row.kind === 'group');
      const ofFirst = groups.filter(({ accountId }) => accountId === parts.accounts.all[0]?.id);
      await until(() => parts.sessions.of(ofFirst[0]?.accountId ?? '')?.images.catalog.isComplete, 'the end');
      await COPY_COMMANDS.copyId(parts.context, ofFirst[0]?.id, idsOf(ofFirst));
      await COPY_COMMANDS.copyId(parts.context, groups[0]?.id, idsOf(groups));
      // Three of the documented images stand on CentOS 6.6.
      assert.equal(given.said.messages[0], '$(copy) Copied 5 IDs. Support ended: 3.');
      assert.match(
        given.said.messages[1] ?? '',
        /^\$\(copy\) Copied 105 IDs\. .*Only loaded images are included/,
      );
    });
  });

  describe('for the JSON of an image in front', () => {
    it('copies the id of that image, loaded or not', async () => {
      const parts = await commandParts(given.api, [FIRST]);
      const [image] = given.api.images(FIRST.id).list();
      assert.ok(image);
      const uri = imageUri({ id: parts.accounts.all[0]?.id ?? '', label: 'any' }, image.id, 'any');
      await COPY_COMMANDS.copyId(parts.context, uri, { groupId: 0 });
      assert.equal(await given.said.copied(), image.id);
      await parts.rows();
      await COPY_COMMANDS.copyName(parts.context, uri);
      assert.equal(await given.said.copied(), image.name);
      assert.equal(given.said.messages.length, 2);
    });

    it('copies nothing where its account is signed out', async () => {
      const parts = await commandParts(given.api, [FIRST]);
      const [account] = parts.accounts.all;
      assert.ok(account);
      await parts.accounts.signOut(account.id);
      await COPY_COMMANDS.copyId(parts.context, imageUri(account, 'any', 'any'));
      assert.equal(await given.said.copied(), 'before');
    });
  });

  describe('for an image without an ID', () => {
    it('copies nothing and says so', async () => {
      const parts = await commandParts(given.api, [FIRST]);
      given.api.images(FIRST.id).add({ name: 'odd', json: oddities.noId });
      const row = (await parts.rows()).find((each) => each.kind === 'image' && each.image.name === 'odd');
      await COPY_COMMANDS.copyId(parts.context, row?.id, [row?.id]);
      assert.equal(await given.said.copied(), 'before');
      assert.deepEqual(given.said.messages, ['$(copy) Nothing was copied. The image has none.']);
    });

    it('copies nothing from Find either, and says so', async () => {
      const presses = itemPresses();
      const parts = await commandParts(given.api, [FIRST]);
      given.api.images(FIRST.id).add({ name: 'odd', json: oddities.noId });
      const found = findImage(parts.context);
      const item = await until(
        async () => (await itemsOf(FIND)).find(({ label }) => label === 'odd'),
        'the image',
      );
      const [button] = item.buttons ?? [];
      assert.ok(button);
      for (const pressed of presses) pressed({ item, button });
      await until(() => given.said.messages.length > 0, 'words');
      await press('closeQuickOpen');
      await found;
      assert.equal(await given.said.copied(), 'before');
      assert.deepEqual(given.said.messages, ['$(copy) Nothing was copied. The image has none.']);
    });
  });

  const itemsOf = async (question: string): Promise<readonly QuickPickItem[]> => {
    const dialog = await given.dialogs.asking(question);
    assert.ok('items' in dialog);
    return dialog.items;
  };

  it('hands an image that is found to a command that asks for its form, from a button of its own', async () => {
    const parts = await commandParts(given.api, [FIRST]);
    const presses = itemPresses();
    const { executeCommand } = commands;
    const called: (readonly unknown[])[] = [];
    const found = findImage(parts.context);
    const item = await until(async () => (await itemsOf(FIND)).find(({ buttons }) => buttons), 'an image');
    const { image } = item as QuickPickItem & { readonly image: Image };
    const names = item.buttons?.map(({ tooltip }) => tooltip);
    assert.deepEqual(names, ['Copy ID (Ctrl+C)', 'Copy As…', 'Insert As…', 'Open JSON']);
    const button = item.buttons?.[2] ?? assert.fail();
    Object.assign(commands, {
      executeCommand: (...args: readonly unknown[]) => {
        called.push(args);
        return Promise.resolve();
      },
    });
    try {
      for (const pressed of presses) pressed({ item, button });
      await until(() => called.length > 0, 'the command');
    } finally {
      Object.assign(commands, { executeCommand });
    }
    await found;
    const { documents } = parts.context;
    const accountId = parts.sessions.ofActive()?.accountId ?? assert.fail();
    assert.deepEqual(called, [['conohaImages.insertAs', documents.uriOf(accountId, image)]]);
  });

  it('finds nothing in a filtered list, and claims nothing of the account', async () => {
    const parts = await commandParts(given.api, [FIRST]);
    const active = parts.sessions.ofActive();
    active?.images.show({ filter: { criteria: [{ kind: 'name', value: 'no such name' }] } });
    const found = findImage(parts.context);
    const labels = async () => (await itemsOf(FIND)).map(({ label }) => label);
    await until(async () => (await labels()).some((label) => !label.includes('Load more')), 'words');
    assert.deepEqual(await labels(), ['$(info) No loaded image matches the filter.']);
    await press('closeQuickOpen');
    await found;
  });

  for (const [what, fault, words] of [
    ['whole', undefined, 'All 220 images are loaded.'],
    ['not paged on', 'repeatPage', 'The list may be incomplete (paging stopped).'],
  ] as const) {
    it(`says of a list that is ${what} no more than is known`, async () => {
      const large = await startServer({ tenants: [{ images: 220 }] });
      try {
        if (fault !== undefined) large.faults.add({ do: fault });
        const [tenant] = large.tenants;
        assert.ok(tenant);
        const parts = await commandParts(large, [tenant]);
        const active = parts.sessions.ofActive();
        assert.ok(active);
        await active.images.ensureStarted();
        while (active.images.catalog.hasMore) await active.images.catalog.loadMore();
        await loadMore(parts.context);
        assert.deepEqual(given.said.messages, [words]);
      } finally {
        await large.close();
      }
    });
  }

  it('filters the account of its row alone, which says so', async () => {
    const parts = await commandParts(given.api, [FIRST, SECOND]);
    const [first, second] = parts.accounts.all;
    assert.ok(first && second);
    const values = () =>
      Promise.all([first, second].map(async ({ id }) => (await parts.tree.getTreeItem(id)).contextValue));
    await parts.rows();
    assert.deepEqual(await values(), ['account', 'account']);
    const done = filter(parts.context, first.id);
    await given.dialogs.pick('Filter images', 'Status…');
    await given.dialogs.pick('Status: any of these', 'ACTIVE');
    await given.dialogs.pick('Edit or add conditions', 'Done');
    await done;
    await parts.rows();
    assert.deepEqual(await values(), ['account.filtered', 'account']);
  });

  it('is meant for the account that is picked', async () => {
    const parts = await commandParts(given.api, [FIRST, SECOND]);
    const done = renameAccount(parts.context);
    const [first, second] = parts.accounts.all;
    assert.ok(first && second);
    await given.dialogs.pick('Select an account to rename', second.label);
    await given.dialogs.answer('Account name', 'Second');
    await done;
    assert.deepEqual(
      parts.accounts.all.map(({ label }) => label),
      [first.label, 'Second'],
    );
  });

  describe('before anybody has looked at the view', () => {
    for (const [name, command] of Object.entries({ refresh, loadMore, loadAll })) {
      it(`keeps the list of the last time: ${name}`, async () => {
        const folder = await mkdtemp(join(tmpdir(), 'conoha-images-kept-'));
        const before = await commandParts(given.api, [SECOND], folder);
        await loadAll(before.context);
        const whole = before.sessions.ofActive()?.images.loaded.length ?? 0;
        await before.sessions.save();
        const after = await commandParts(given.api, [SECOND], folder);
        await command(after.context);
        assert.ok(whole > 200);
        assert.equal(after.sessions.ofActive()?.images.loaded.length, whole);
        await rm(folder, { recursive: true });
      });
    }
  });
});
