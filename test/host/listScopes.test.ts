import assert from 'node:assert/strict';
import { groupBy } from '../../src/commands/arrange';
import { clearFilter, filter } from '../../src/commands/filter/filter';
import { imagesSummary } from '../../src/text/describeImages';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { begun, Dialogs, press } from './accountsDialogs';
import { commandParts } from './commandParts';
import { rowsBelow } from './parts';
import { describeInNewest } from './newest';

const TENANT = { id: documentedTenantId, token: documentedToken };

describeInNewest('What an account has to list and tell', () => {
  let api: Server;
  let dialogs: Dialogs;
  beforeEach(async () => {
    api = await startServer();
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    await api.close();
  });

  const ofCompute = () => commandParts(api, [TENANT]);
  const ofImageService = async () => {
    const parts = await commandParts(api, []);
    await parts.accounts.signIn({
      base: api.imageEndpoint(TENANT.id),
      service: 'image',
      tenant: TENANT.id,
      label: 'image',
      method: { kind: 'token' },
      secret: { token: TENANT.token },
    });
    return parts;
  };
  type Parts = Awaited<ReturnType<typeof ofCompute>>;
  const imagesOf = (parts: Parts) => {
    const session = parts.sessions.ofActive();
    assert.ok(session);
    return session.images;
  };
  /** The labels of a menu that is opened, and closed again. */
  const offered = async (menu: Promise<void>, question: string) => {
    const dialog = await dialogs.asking(question);
    assert.ok('items' in dialog);
    const labels = dialog.items.map(({ label }) => label.replace(/^\$\([a-z-]+\) /, ''));
    await press('closeQuickOpen');
    await begun(menu);
    return labels;
  };

  /** The conditions that are offered at first, further ones, and filters that were used before. */
  const allConditions = async (parts: Parts) => {
    const first = await offered(filter(parts.context), 'Filter images');
    dialogs.forget();
    const further = filter(parts.context);
    await dialogs.pick('Filter images', 'More…');
    return [...first, ...(await offered(further, 'More conditions'))];
  };

  it('is more than the usual list, by choice, said beside the rows, and gone with the filter', async () => {
    api.images(TENANT.id).add({ name: 'out of sight', hidden: true });
    const parts = await ofImageService();
    await rowsBelow(parts.tree);
    const images = imagesOf(parts);
    assert.deepEqual([images.shown.length, imagesSummary(images)], [5, '']);
    const filtered = filter(parts.context);
    await dialogs.pick('Select a condition', 'More…');
    await dialogs.pick('More conditions', 'More images…');
    await dialogs.pick('Select a list to request', 'Hidden images only');
    await dialogs.pick('Edit or add conditions', 'Done');
    await filtered;
    assert.equal(imagesSummary(images), 'hidden images · 1 image');
    assert.deepEqual(
      images.shown.map(({ name }) => name),
      ['out of sight'],
    );
    dialogs.forget();
    const widened = filter(parts.context);
    await dialogs.pick('Edit or add conditions', 'Hidden images');
    await dialogs.pick('Select a list to request', 'Also community images and all shares');
    await dialogs.pick('Edit or add conditions', 'Done');
    await widened;
    assert.equal(imagesSummary(images), 'with community images and all shares · 5 images');
    await clearFilter(parts.context);
    assert.deepEqual([images.shown.length, imagesSummary(images)], [5, '']);
  });

  it('is offered in the menus of an account of an image service', async () => {
    const parts = await ofImageService();
    const conditions = await allConditions(parts);
    const groupings = await offered(groupBy(parts.context), 'Group images by');
    for (const label of ['More images…', 'Visibility…', 'Project…', 'Disk format…', 'Tag…']) {
      assert.ok(conditions.includes(label), label);
    }
    for (const label of ['Visibility', 'Owner', 'Disk format']) assert.ok(groupings.includes(label), label);
  });

  it('is not offered where Compute could never have it, in a menu or among the recent filters', async () => {
    const parts = await ofCompute();
    await parts.context.state.update('recentFilters', [
      JSON.stringify({ criteria: [{ kind: 'scope', value: 'hidden' }] }),
    ]);
    const conditions = await allConditions(parts);
    const groupings = await offered(groupBy(parts.context), 'Group images by');
    assert.ok(conditions.includes('Ownership…') && groupings.includes('Ownership'));
    const other = /visibility|owner\b|project|disk format|\btag\b|more images|hidden/i;
    assert.deepEqual(
      [...conditions, ...groupings].filter((label) => other.test(label)),
      [],
    );
  });

  for (const [what, partsOf, values] of [
    [
      'an image service',
      ofImageService,
      ['My saved images', 'Cloud provider’s images', 'Shared with me', 'Community images'],
    ],
    ['Compute', ofCompute, ['My saved images', 'Cloud provider’s images']],
  ] as const) {
    it(`has of ownership what ${what} tells`, async () => {
      const parts = await partsOf();
      const asked = filter(parts.context);
      await dialogs.pick('Filter images', 'Ownership…');
      assert.deepEqual(await offered(asked, 'Select an owner'), values);
    });
  }

  it('has of projects whose they are, by more than their ids: mine first, then the provider’s', async () => {
    api.images(TENANT.id).add({ name: 'a', owner: '0-vendor', visibility: 'public' });
    api.images(TENANT.id).add({ name: 'b', owner: '00-other', visibility: 'shared' });
    const parts = await ofImageService();
    await rowsBelow(parts.tree);
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'More…');
    await dialogs.pick('More conditions', 'Project…');
    const box = await dialogs.asking('Owner: any of these');
    assert.ok('items' in box);
    await until(() => !box.busy, 'all rows');
    const labels = box.items.map(({ label }) => label);
    assert.equal(labels[0], `${TENANT.id} (this project)`);
    assert.ok(labels.includes('0-vendor (cloud provider’s images)'));
    assert.equal(labels.at(-1), '00-other');
    await dialogs.pick('Owner: any of these', `${TENANT.id} (this project)`);
    await dialogs.pick('Edit or add conditions', 'Done');
    await asked;
    assert.deepEqual(imagesOf(parts).view.filter.criteria, [{ kind: 'owner', values: [TENANT.id] }]);
  });

  it('is said where something else was set or chosen before: what is done instead, and what cannot match', async () => {
    const parts = await ofCompute();
    parts.settings.change({ grouping: () => 'visibility' });
    const images = imagesOf(parts);
    await rowsBelow(parts.tree);
    assert.deepEqual(
      images.groups.map(({ value }) => value),
      ['ACTIVE'],
    );
    assert.equal(imagesSummary(images), 'grouped by status (visibility is not available from this service)');
    parts.settings.change({ grouping: () => 'app' });
    assert.equal(imagesSummary(images), '');
    images.show({ filter: { criteria: [{ kind: 'tag', values: ['x'] }] } });
    assert.match(imagesSummary(images), /^tag x \(not available from this service\) · 0 of 5 loaded match/);
  });
});
