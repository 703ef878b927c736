import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { itInNewest } from './newest';
import { askCondition, closeFilter, filterBy, listsAskedFor, signInBeside, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

describe('A person with 220 images', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open({ theme: 'dark' });
    await signInByPaste(workbench, api, generatedTenantId, generatedToken);
  });
  let selected = '';
  const untilStillSelected = () =>
    until(async () => {
      const rows = (await workbench.view.allRows()).filter((row) => row.selected);
      return rows.length === 1 && rows[0]?.label === selected;
    }, `${selected}, still selected`);
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('sees the first hundred, counted honestly', async () => {
    const rows = await workbench.view.untilRows(
      (all) => all.some(({ label }) => label.startsWith('Load more')),
      'Load more',
    );
    const groups = rows.filter(({ level, label }) => level === 1 && !label.startsWith('Load'));
    assert.ok(groups.every(({ description }) => /^\d+\+$/.test(description)));
    assert.equal(
      groups.reduce((sum, { description }) => sum + parseInt(description, 10), 0),
      100,
    );
    assert.equal(rows.at(-1)?.label, 'Load more… (100 loaded)');
    await workbench.screenshot('generated-by-status');
  });

  it('loads the next page by one request, and what was selected stays so', async () => {
    const row = (await workbench.view.rows()).find(({ level }) => level === 2);
    selected = row?.label ?? '';
    await (await workbench.view.row(selected)).click();
    const before = listsAskedFor(api);
    await workbench.runCommand('ConoHa Images: Load More');
    await workbench.view.row('Load more… (200 loaded)');
    assert.equal(listsAskedFor(api), before + 1);
    await untilStillSelected();
  });

  it('sees what is new after a refresh, and what was selected stays so', async () => {
    api.images(generatedTenantId).add({ name: 'added meanwhile', status: 'killed' });
    await workbench.runCommand('ConoHa Images: Refresh');
    await workbench.view.row('added meanwhile');
    await untilStillSelected();
  });

  it('finds each group open or closed as it was left, after a refresh and by way of another grouping', async () => {
    const groups = async () =>
      (await workbench.view.rows())
        .filter(({ level, label }) => level === 1 && ['ACTIVE', 'ERROR', 'UNKNOWN'].includes(label))
        .map(({ label, expanded }) => `${label} ${expanded === true ? 'open' : 'closed'}`);
    const left = ['ACTIVE closed', 'ERROR open', 'UNKNOWN closed'];
    const untilAsLeft = () => until(async () => (await groups()).join() === left.join(), left.join());
    await (await workbench.view.row('ACTIVE')).collapse();
    await (await workbench.view.row('UNKNOWN')).collapse();
    api.images(generatedTenantId).add({ name: 'one more', status: 'killed' });
    await workbench.runCommand('ConoHa Images: Refresh');
    await workbench.view.row('one more');
    await untilAsLeft();
    await workbench.view.titleAction('Group By', 'Group by App');
    await workbench.view.row(/^Minecraft/);
    await workbench.view.titleAction('Group By', 'Group by Status');
    await workbench.view.row('ERROR');
    await untilAsLeft();
  });

  itInNewest(
    'filters by a part of the name without a request, and is told how much of it is known',
    async () => {
      const before = listsAskedFor(api);
      await filterBy(workbench, 'Name…', 'UBUNTU');
      await until(
        async () =>
          /name contains “UBUNTU” · \d+ of 20\d loaded match, more not loaded/.test(
            await workbench.view.message(),
          ),
        'the filter in words',
      );
      await (await workbench.view.row('ACTIVE')).expand();
      await until(async () => {
        const labels = (await workbench.view.allRows())
          .filter(({ level }) => level > 1)
          .map(({ label }) => label.toLowerCase());
        return labels.length > 0 && labels.every((label) => label.includes('ubuntu'));
      }, 'images of Ubuntu and no others');
      assert.equal(listsAskedFor(api), before);
      await workbench.screenshot('filtered');
    },
  );

  itInNewest('finds the filter again after a reload, and clears it by one click', async () => {
    await workbench.reload();
    await workbench.openView();
    await until(
      async () => (await workbench.view.message()).includes('name contains “UBUNTU”'),
      'the filter',
    );
    await workbench.view.titleAction('Clear Filter');
    await until(async () => (await workbench.view.message()) === '', 'no filter');
  });

  it('is told when nothing loaded matches, with ways on', async () => {
    await filterBy(workbench, 'Name…', 'no such image');
    await until(
      async () =>
        /^name contains “no such image” · 0 of 20\d loaded match, more not loaded$/.test(
          await workbench.view.message(),
        ),
      'what was asked for',
    );
    const none = await workbench.view.row(/^No loaded image matches/);
    await workbench.screenshot('no-match');
    await workbench.runCommand('ConoHa Images: Load All');
    await until(
      async () => / 0 of \d{3,} match$/.test(await workbench.view.message()),
      'the whole list searched',
    );
    await none.click();
    await workbench.view.untilRows((rows) => rows.some(({ label }) => label === 'ACTIVE'), 'rows again');
  });

  it('has all images exactly once, by app with the versions of a family under it', async () => {
    await workbench.view.titleAction('Group By', 'Group by App');
    const minecraft = await workbench.view.row(/^Minecraft/);
    assert.ok((await minecraft.state()).expanded !== undefined);
    await workbench.runCommand('ConoHa Images: Open Loaded List as JSON');
    await workbench.editor.untilOpen('images.json');
    const { images } = JSON.parse(await workbench.editor.text()) as { images: { id: string }[] };
    const served = api
      .images(generatedTenantId)
      .list()
      .map(({ id }) => id);
    assert.deepEqual(
      images.map(({ id }) => id),
      served,
    );
    await workbench.editor.close();
  });

  itInNewest('asks the server for ACTIVE images, and looks for other statuses here', async () => {
    const errors = await askCondition(workbench, 'Status…');
    await errors.tick('ERROR');
    await errors.accept();
    await closeFilter(errors);
    await until(async () => (await workbench.view.message()).startsWith('status ERROR'), 'the filter');
    assert.ok(api.requests.every(({ query }) => query.get('status') === null));
    await workbench.runCommand('ConoHa Images: Clear Filter');
    const active = await askCondition(workbench, 'Status…');
    await active.tick('ACTIVE');
    await active.accept();
    await closeFilter(active);
    await api.untilRequests((requests) => requests.some(({ query }) => query.get('status') === 'ACTIVE'));
    await until(
      async () => (await workbench.view.message()).includes('match, filtered by the API, more not loaded'),
      'who filters',
    );
    await workbench.runCommand('ConoHa Images: Clear Filter');
  });

  it('has all of CentOS 7 in four steps, and images over 5 GB and older than a year in as many', async () => {
    const distribution = await askCondition(workbench, 'Distribution…');
    await distribution.type('centos 7');
    await distribution.tick('CentOS 7');
    await distribution.accept();
    await distribution.untilActive('Done');
    await distribution.accept();
    await distribution.untilClosed();
    await until(
      async () => (await workbench.view.message()).startsWith('distribution CentOS 7 · '),
      'CentOS 7 alone',
    );
    await workbench.runCommand('ConoHa Images: Clear Filter');
    for (const [condition, range, words] of [
      ['Image size…', 'More than 5 GB', 'image size more than 5 GB'],
      ['Created…', 'More than 1 year ago', 'created more than 1 year ago'],
    ] as const) {
      const input = await askCondition(workbench, condition);
      await input.pick(range);
      await input.untilActive('Done');
      await input.accept();
      await input.untilClosed();
      await until(async () => (await workbench.view.message()).startsWith(words), words);
      await workbench.runCommand('ConoHa Images: Clear Filter');
    }
  });

  itInNewest('is told how a range was understood before Enter, and what is none', async () => {
    const created = await askCondition(workbench, 'Created…');
    await created.type('older than 1y');
    await created.untilItems(([first]) => first?.label.trim() === 'More than 1 year ago');
    await created.type('2024-05');
    await created.untilItems(([first]) => first?.label.trim() === 'In 2024-05');
    await created.type('soon');
    await created.untilItems(([first]) => first?.label.includes('Enter a date') === true);
    await created.cancel();
    await created.untilClosed();
  });

  itInNewest('is offered what a typed text may mean, a part of the name first', async () => {
    await workbench.runCommand('ConoHa Images: Filter…');
    const input = await workbench.quickInput.asking('Filter images');
    await input.type('centos7');
    const [name, value] = await input.untilItems((items) =>
      items.some(({ description }) => description.startsWith('Distribution CentOS 7 · ')),
    );
    assert.equal(name?.label, 'Name contains “centos7”');
    assert.match(value?.description ?? '', /^Distribution CentOS 7 · \d+\+ images$/);
    await input.cancel();
    await input.untilClosed();
  });

  itInNewest(
    'is told in words what is wrong with a pattern, and can leave out a status beside another criterion',
    async () => {
      const pattern = await askCondition(workbench, 'Name…');
      await pattern.type('!/minecraft(/i');
      await pattern.accept();
      assert.equal(await pattern.validationMessage(), 'Invalid regular expression: a “)” is missing.');
      await pattern.type('!/minecraft/i');
      await pattern.accept();
      await closeFilter(pattern);
      const status = await askCondition(workbench, 'Status…');
      await status.tick('ACTIVE');
      await status.button('Any of these (switch to none of these)');
      await status.asking('Status: none of these');
      await status.accept();
      await status.asking('Edit or add conditions');
      const left = api
        .images(generatedTenantId)
        .list()
        .slice(0, 100)
        .filter(({ name, status }) => status !== 'active' && !/minecraft/i.test(name ?? ''));
      const counts = `${left.length} of 100 loaded match, more not loaded`;
      await status.asking(`Filter images · ${counts}`);
      await until(
        async () =>
          (await workbench.view.message()) ===
          `name does not match /minecraft/i, status is not ACTIVE · ${counts}`,
        'both criteria in words',
      );
      await status.itemButton(/Status is not ACTIVE$/, 'Remove Condition');
      await until(
        async () => (await workbench.view.message()).startsWith('name does not match /minecraft/i ·'),
        'the other criterion alone',
      );
      await status.pick(/Status…$/);
      await status.asking('Status: any of these');
      await status.tick('ACTIVE');
      await status.button('Any of these (switch to none of these)');
      await status.accept();
      await closeFilter(status);
      await workbench.runCommand('ConoHa Images: Clear Filter');
    },
  );

  itInNewest('chooses a filter again that was used before', async () => {
    const used = 'name does not match /minecraft/i, status is not ACTIVE';
    await workbench.runCommand('ConoHa Images: Filter…');
    const input = await workbench.quickInput.asking('Filter images');
    await input.pick(/^Name does not match .+, status is not ACTIVE$/);
    await closeFilter(input);
    await until(async () => (await workbench.view.message()).startsWith(`${used} ·`), 'the filter');
    await workbench.view.titleAction('Edit Filter…');
    await workbench.quickInput.asking('Filter images');
    await workbench.quickInput.cancel();
    await workbench.runCommand('ConoHa Images: Clear Filter');
  });

  it('copies IDs from the palette with nothing selected, by picking images', async () => {
    const [first, second] = api.images(generatedTenantId).list();
    await workbench.runCommand('ConoHa Images: Copy ID');
    await (await workbench.quickInput.asking(/Enter copies/)).button('Select Several');
    const input = await workbench.quickInput.asking('Select images to copy their IDs');
    await input.tick(first?.name ?? '');
    await input.tick(second?.name ?? '');
    await input.confirm();
    await workbench.statusBar.untilShown('Copied 2 IDs.');
    assert.equal(await workbench.clipboard.read(), `${first?.id ?? ''}\n${second?.id ?? ''}`);
  });

  itInNewest('finds an image by its id and is shown its row', async () => {
    const image = api.images(generatedTenantId).list()[42];
    await workbench.runCommand('ConoHa Images: Find Image…');
    const input = await workbench.quickInput.asking(/^Name, version, app/);
    await input.type(image?.id ?? '');
    // At once, as one who has pasted an id does: the items for it need not be there yet.
    await input.accept();
    await workbench.view.untilRows(
      (rows) => rows.some(({ label, selected }) => selected && label === image?.name),
      'the row, selected',
    );
  });

  it('adds a second account below all these rows, and is shown its row', async () => {
    const before = await workbench.view.rows();
    assert.ok(before.every(({ level, selected }) => level > 1 || !selected));
    await signInBeside(workbench, api, documentedTenantId, documentedToken);
  });
});
