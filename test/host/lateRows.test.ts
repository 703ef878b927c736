import assert from 'node:assert/strict';
import { QuickPickItemKind, type QuickPick, type QuickPickItem } from 'vscode';
import type { Answer, Reading } from '../../src/commands/ask';
import { askValue } from '../../src/commands/askValue';
import type { ValueItem } from '../../src/commands/valueItem';
import { until } from '../hosts/until';
import { Dialogs, press, thereAndBack } from './accountsDialogs';

/** What a row stands for: an object, as accounts and clouds are. */
interface Place {
  readonly host: string;
}

const place = (label: string, host: string): ValueItem<Place> => ({ label, value: { host } });
const FIRST = place('admin', 'one.example');
const SECOND = place('admin', 'two.example');
const FOUND = place('found', 'found.example');

function hostOf(answer: Answer<Place>): string {
  return answer === 'back' ? assert.fail('went back') : answer.value.host;
}

/** Rows, or an answer, that come when the test says so. */
function later<T>() {
  let come: (value: T) => void = () => undefined;
  const coming = new Promise<T>((resolve) => (come = resolve));
  return { coming, come: (value: T) => come(value) };
}

describe('A list whose rows come late', () => {
  let dialogs: Dialogs;
  let rows: ReturnType<typeof later<readonly ValueItem<Place>[]>>;
  let reads: { readonly host: string; readonly signal: AbortSignal; end(reading: Reading<Place>): void }[];
  beforeEach(() => {
    dialogs = new Dialogs();
    rows = later();
    reads = [];
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
  });

  const question = {
    title: 'Question',
    placeholder: 'Asked',
    back: false,
    other: {
      longest: 100,
      // Made anew at each look, as a row for a pasted text is.
      item: (typed: string) => ({
        label: 'Use it',
        description: typed,
        value: { host: typed },
        alwaysShow: true,
      }),
      first: false,
    },
    read: (value: Place, signal: AbortSignal) => {
      const { coming, come } = later<Reading<Place>>();
      reads.push({ host: value.host, signal, end: come });
      return coming;
    },
  };
  const begin = async (items: readonly ValueItem<Place>[] = [FIRST, SECOND]) => {
    const answer = askValue<Place>({ ...question, items, more: rows.coming });
    const dialog = await dialogs.asking('Asked');
    assert.ok('items' in dialog);
    await until(() => dialog.activeItems.length > 0, 'an active row');
    await settled();
    return { answer, dialog };
  };
  const come = async (dialog: QuickPick<QuickPickItem>, ...all: readonly ValueItem<Place>[]) => {
    rows.come(all);
    await until(() => all.every((row) => dialog.items.includes(row)), 'the late rows');
    await settled();
  };
  const enter = () => press('acceptSelectedQuickOpenItem');
  const reading = (count: number) =>
    until(() => (reads.length === count ? reads.at(-1) : undefined), `${count} choices that are read`);
  /** Time enough for all that the window reports of what was set. */
  const settled = async () => {
    for (let turn = 0; turn < 3; turn++) await thereAndBack();
  };

  for (const [how, again] of [
    ['the very row', SECOND],
    ['the row for an equal value', place('admin', 'two.example')],
  ] as const) {
    it(`leaves who has gone on to one of two rows of the same words at ${how}`, async () => {
      const { answer, dialog } = await begin();
      await press('quickOpenSelectNext');
      await until(() => dialog.activeItems[0] === SECOND, 'the second row');
      await come(dialog, FOUND, place('admin', 'one.example'), again);
      await enter();
      (await reading(1)).end({ value: SECOND.value ?? assert.fail() });
      assert.equal(hostOf(await answer), 'two.example');
      assert.equal(reads[0]?.host, 'two.example');
    });
  }

  it('reads what Enter was pressed on, although another row comes first', async () => {
    const { answer, dialog } = await begin();
    await enter();
    const read = await reading(1);
    await come(dialog, FOUND, FIRST, SECOND);
    assert.equal(read.signal.aborted, false);
    read.end({ value: { host: read.host } });
    assert.equal(hostOf(await answer), 'one.example');
  });

  it('takes a typed text by one Enter', async () => {
    const { answer, dialog } = await begin();
    await dialogs.type('Asked', 'typed.example');
    await enter();
    const read = await reading(1);
    await come(dialog, FOUND, FIRST, SECOND);
    assert.equal(read.signal.aborted, false);
    assert.equal(dialog.busy, true);
    read.end({ value: { host: read.host } });
    assert.equal(hostOf(await answer), 'typed.example');
    assert.equal(reads.length, 1);
  });

  it('says why a typed text is not taken', async () => {
    const { answer, dialog } = await begin();
    await dialogs.type('Asked', 'typed.example');
    await enter();
    const read = await reading(1);
    await come(dialog, FOUND, FIRST, SECOND);
    read.end({ problem: 'nothingSent' });
    await dialogs.asking('Nothing was sent.');
    await until(() => !dialog.busy, 'nothing to wait for');
    await enter();
    (await reading(2)).end({ value: { host: 'typed.example' } });
    assert.equal(hostOf(await answer), 'typed.example');
  });

  it('waits for a row that matches what was typed before Enter', async () => {
    const answer = askValue<Place>({
      ...question,
      other: undefined,
      hint: 'Type a part of a row.',
      items: [FIRST],
      more: rows.coming,
    });
    await dialogs.type('Asked', 'found');
    await enter();
    await settled();
    rows.come([FIRST, SECOND, FOUND]);
    (await reading(1)).end({ value: { host: 'found.example' } });
    assert.equal(hostOf(await answer), 'found.example');
    assert.equal(reads[0]?.host, 'found.example');
  });

  it('is busy until the rows have come and the choice is read, whichever ends first', async () => {
    const { answer, dialog } = await begin();
    assert.equal(dialog.busy, true);
    await enter();
    (await reading(1)).end({ problem: 'required' });
    await dialogs.asking('Required.');
    assert.equal(dialog.busy, true, 'for the rows');
    await enter();
    const read = await reading(2);
    await come(dialog, FOUND, FIRST, SECOND);
    assert.equal(dialog.busy, true, 'for what is read');
    await enter();
    await settled();
    assert.equal(dialog.busy, true, 'still');
    read.end({ problem: 'noLabel' });
    await dialogs.asking('Enter a name.');
    await until(() => !dialog.busy, 'nothing to wait for');
    await press('quickOpenSelectNext');
    await enter();
    (await reading(3)).end({ value: { host: 'two.example' } });
    assert.equal(hostOf(await answer), 'two.example');
  });

  it('ends what is read for who goes on to another row, and reads that one on Enter', async () => {
    const { answer, dialog } = await begin();
    await come(dialog, FIRST, SECOND, FOUND);
    await enter();
    const left = await reading(1);
    assert.equal(dialog.busy, true);
    await press('quickOpenSelectNext');
    await until(() => left.signal.aborted, 'the end of what was read');
    assert.equal(dialog.busy, false);
    await enter();
    const read = await reading(2);
    left.end({ value: { host: left.host } });
    await settled();
    assert.equal(dialog.busy, true);
    read.end({ value: { host: read.host } });
    assert.equal(hostOf(await answer), 'two.example');
  });

  it('reads a file anew by each Enter, and then what stands in it, though what is typed hides the first row', async () => {
    const heading: ValueItem<Place> = { label: '/my-clouds', kind: QuickPickItemKind.Separator };
    const unusable = (reason: string): ValueItem<Place> => ({
      label: 'Unusable: my-clouds',
      problem: { kind: 'cloudsFile', error: new Error(reason) },
    });
    const files = [[unusable('once')], [unusable('twice')], [place('my-clouds', 'mine.example')]];
    let count = 0;
    const answer = askValue<Place>({
      ...question,
      other: undefined,
      hint: 'Type a part of a row.',
      items: [FIRST, heading, unusable('at first')],
      renew: () => Promise.resolve([FIRST, heading, ...(files[count++] ?? [])]),
    });
    const dialog = await dialogs.asking('Asked');
    assert.ok('items' in dialog);
    await dialogs.type('Asked', 'my-clouds');
    for (const [index, reason] of ['once', 'twice'].entries()) {
      await enter();
      await dialogs.asking(reason);
      assert.equal(count, index + 1);
      await until(() => !dialog.busy, 'the rows');
      await settled();
    }
    await enter();
    await dialogs.asking('Read again.');
    await settled();
    await enter();
    (await reading(1)).end({ value: { host: 'mine.example' } });
    assert.equal(hostOf(await answer), 'mine.example');
  });

  it('tells the reason of the very file that was read anew', async () => {
    const heading = (label: string): ValueItem<Place> => ({ label, kind: QuickPickItemKind.Separator });
    const unusable = (reason: string): ValueItem<Place> => ({
      label: 'Unusable',
      detail: reason,
      problem: { kind: 'cloudsFile', error: new Error(reason) },
    });
    const answer = askValue<Place>({
      ...question,
      items: [FIRST, heading('/one'), unusable('one'), heading('/two'), unusable('two')],
      renew: () =>
        Promise.resolve([
          FIRST,
          heading('/one'),
          unusable('one, still'),
          heading('/two'),
          unusable('two, still'),
        ]),
    });
    const dialog = await dialogs.asking('Asked');
    assert.ok('items' in dialog);
    dialog.activeItems = dialog.items.slice(-1);
    await settled();
    await enter();
    await dialogs.asking('two, still');
    await until(() => !dialog.busy, 'the rows');
    dialog.activeItems = dialog.items.slice(0, 1);
    await settled();
    await dialogs.enter('Asked');
    (await reading(1)).end({ value: { host: 'one.example' } });
    assert.equal(hostOf(await answer), 'one.example');
  });
});
