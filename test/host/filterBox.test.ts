import assert from 'node:assert/strict';
import { QuickPickItemKind, type QuickPick, type QuickPickItem } from 'vscode';
import { collatorOf } from '../../src/base/collator';
import { facetOf } from '../../src/catalog/facets';
import { facetChoices } from '../../src/catalog/filter/valueChoices';
import { filter } from '../../src/commands/filter/filter';
import { onlyThis } from '../../src/commands/filter/onlyThis';
import { recentFilters } from '../../src/commands/filter/recentFilters';
import { imagesSummary } from '../../src/text/describeImages';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { Dialogs, press, thereAndBack } from './accountsDialogs';
import { commandParts } from './commandParts';
import { rowsBelow } from './parts';

const TENANT = { id: generatedTenantId, token: generatedToken };

describe('The box of the filter', () => {
  let api: Server;
  let dialogs: Dialogs;
  let parts: Awaited<ReturnType<typeof commandParts>>;
  beforeEach(async () => {
    api = await startServer();
    dialogs = new Dialogs();
    parts = await commandParts(api, [TENANT]);
    await rowsBelow(parts.tree);
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    await api.close();
  });

  const images = () => {
    const session = parts.sessions.ofActive();
    assert.ok(session);
    return session.images;
  };
  const criteria = () => images().view.filter.criteria;
  const asking = async (question: string): Promise<QuickPick<QuickPickItem>> => {
    const dialog = await dialogs.asking(question);
    assert.ok('items' in dialog);
    return dialog;
  };
  const labelsOf = ({ items }: QuickPick<QuickPickItem>) =>
    items.filter(({ kind }) => kind !== QuickPickItemKind.Separator).map(({ label }) => label);
  const tick = async (question: string, ...labels: readonly string[]) => {
    const dialog = await asking(question);
    await until(() => !dialog.busy, 'all rows');
    await thereAndBack();
    dialog.selectedItems = dialog.items.filter(({ label }) => labels.includes(label));
    assert.equal(dialog.selectedItems.length, labels.length);
    await press('acceptSelectedQuickOpenItem');
  };
  /** Those with a number in them that images have. */
  const distributions = () =>
    facetChoices(images().loaded, facetOf('distribution'), undefined, collatorOf('en').compare)
      .map(({ value }) => value)
      .filter((value) => /\d/.test(value));
  const done = () => dialogs.pick('Edit or add conditions', 'Done');

  it('offers ten conditions at first, with examples, and the others behind More…', async () => {
    const asked = filter(parts.context);
    const box = await asking('Filter images');
    const labels = labelsOf(box);
    assert.deepEqual(labels.slice(0, 4), ['Name…', 'Distribution…', 'App…', 'Disk size…']);
    assert.deepEqual([labels.length, labels.at(-1)], [11, 'More…']);
    assert.ok(box.items.every(({ label, description }) => label === 'More…' || description !== ''));
    await until(() => box.activeItems[0]?.label === 'Name…', 'the first row to be active');
    await dialogs.pick('Filter images', 'More…');
    const more = labelsOf(await asking('More conditions'));
    for (const label of ['Exact name…', 'Type…', 'Changed since…']) assert.ok(more.includes(label), label);
    await dialogs.back('More conditions');
    await dialogs.pick('Filter images', 'Status…');
    const status = await asking('Status: any of these');
    assert.ok(labelsOf(status).includes('ACTIVE'));
    await press('closeQuickOpen');
    await asked;
    assert.deepEqual(criteria(), []);
  });

  it('takes several values by ticks, and stays open until it is done', async () => {
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'Distribution…');
    const [one = '', two = ''] = distributions();
    await tick('Distribution: any of these', one, two);
    const box = await asking('Filter images · ');
    assert.deepEqual(criteria(), [{ kind: 'distribution', values: [one, two] }]);
    const count = images().shown.length;
    assert.ok(count > 0);
    assert.equal(box.title, `Filter images · ${count} of 100 loaded match, more not loaded`);
    assert.ok(imagesSummary(images()).startsWith(`distribution ${one} or ${two} · `));
    await dialogs.pick('Edit or add conditions', `Distribution ${one} or ${two}`);
    const values = await asking('Distribution: any of these');
    await until(() => values.selectedItems.length === 2, 'the ticks of before');
    await tick('Distribution: any of these');
    await asking('Select a condition');
    assert.deepEqual(criteria(), []);
    await press('closeQuickOpen');
    await asked;
  });

  it('takes the row one stands on where nothing is ticked', async () => {
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'Ownership…');
    await dialogs.pick('Ownership: any of these', 'My saved images');
    await done();
    await asked;
    assert.deepEqual(criteria(), [{ kind: 'ownership', values: ['own'] }]);
    assert.deepEqual(recentFilters(parts.context.state)[0]?.criteria, criteria());
  });

  it('reads a range of disks beside its values, and loses no tick by that', async () => {
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'Disk size…');
    const box = await asking('Disk size: any of these');
    await until(() => !box.busy, 'all rows');
    const [first] = box.items;
    assert.ok(first);
    box.selectedItems = [first];
    box.value = '>50';
    await until(() => box.items[0]?.label === 'More than 50 GB', 'how it is understood');
    assert.deepEqual(box.selectedItems, [first]);
    box.value = '';
    await until(() => box.items[0] === first, 'the sizes alone');
    assert.deepEqual(box.selectedItems, [first]);
    box.value = '30-100';
    await until(() => box.items[0]?.label === '30 GB to 100 GB', 'how it is understood');
    await until(() => box.activeItems[0]?.label === '30 GB to 100 GB', 'that row');
    await press('acceptSelectedQuickOpenItem');
    await done();
    await asked;
    assert.deepEqual(criteria(), [{ kind: 'diskRange', min: 30, max: 100 }]);
  });

  it('says how a range is understood before Enter, with how many images it has', async () => {
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'Image size…');
    const box = await asking('Image size');
    for (const [text, words] of [
      ['5', 'At least 5 GB'],
      ['5+', 'At least 5 GB'],
      ['>5', 'More than 5 GB'],
      ['500 MB', 'At least 500 MB'],
      ['５GB以上', 'At least 5 GB'],
    ]) {
      box.value = text ?? '';
      await until(() => box.items[0]?.label === `$(check) ${String(words)}`, words ?? '');
      // A hundred images are loaded, and there are more.
      assert.match(box.items[0]?.description ?? '', /^\d+\+ images$/);
    }
    await press('closeQuickOpen');
    await asked;
  });

  it('offers a part of the name first for a typed text, then what else it may mean', async () => {
    const asked = filter(parts.context);
    const box = await asking('Filter images');
    await until(() => !box.busy, 'the images');
    const typed = async (text: string) => {
      box.value = text;
      await until(() => box.items[0]?.label.includes(text) === true, text);
      return box.items.map(({ description = '' }) => description.replace(/ · \d+\+ images$/, ''));
    };
    const [one = ''] = distributions();
    const squeezed = one.toLowerCase().replaceAll(' ', '');
    assert.ok((await typed(squeezed)).includes(`Distribution ${one}`));
    assert.equal(box.items[0]?.label, `Name contains “${squeezed}”`);
    assert.ok((await typed('older than a year')).includes('Created more than 1 year ago'));
    assert.equal((await typed('30 GB')).filter((words) => words === 'Disk 30 GB').length, 1);
    await until(() => box.activeItems[0] === box.items[0], 'the first row');
    await press('acceptSelectedQuickOpenItem');
    await done();
    await asked;
    assert.deepEqual(criteria(), [{ kind: 'nameContains', text: '30 GB' }]);
  });

  it('shows only what a row has, by one command', async () => {
    images().show({ grouping: 'distribution' });
    const groups = await rowsBelow(parts.tree);
    const group = groups.find((row) => row.kind === 'group' && row.group.value.startsWith('CentOS'));
    assert.ok(group?.kind === 'group');
    await onlyThis('distribution')(parts.context, group.id);
    assert.deepEqual(criteria(), [{ kind: 'distribution', values: [group.group.value] }]);
    assert.deepEqual(new Set(images().shown), new Set(group.group.images));
    const [image] = images().shown;
    const [row] = (await parts.rows()).filter((each) => each.kind === 'image');
    assert.ok(image !== undefined && row?.kind === 'image');
    await onlyThis('app')(parts.context, row.id);
    assert.equal(criteria().length, 2);
    assert.ok(images().shown.includes(row.image));
  });

  it('shows only what a row in several disk sizes has, whichever of them is meant', async () => {
    images().show({ folded: true });
    const folded = (await parts.rows()).find((row) => row.kind === 'group' && row.variants !== undefined);
    assert.ok(folded?.kind === 'group');
    await onlyThis('kind')(parts.context, folded.id);
    assert.deepEqual(
      criteria().map(({ kind }) => kind),
      ['kind'],
    );
    for (const image of folded.group.images) assert.ok(images().shown.includes(image));
  });
});
