import assert from 'node:assert/strict';
import { askText, askValue } from '../../src/commands/ask';
import { until } from '../hosts/until';
import { Dialogs, press } from './accountsDialogs';

describe('A box that asks', () => {
  let dialogs: Dialogs;
  beforeEach(() => (dialogs = new Dialogs()));
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
  });

  const question = { title: 'Question', placeholder: 'Asked', value: '', longest: 100, back: false };
  const broken = (text: string): string | undefined => {
    if (text === 'good') return undefined;
    throw new Error('the handler broke');
  };

  for (const [how, problem] of [
    ['at once', broken],
    ['after a while', (text: string) => new Promise<string | undefined>((done) => done(broken(text)))],
  ] as const) {
    it(`says what a check throws ${how}, and lives on`, async () => {
      const answer = askText({ ...question, problem });
      await dialogs.answer('Asked', 'bad');
      await dialogs.objection(/the handler broke/);
      const dialog = await dialogs.asking('Asked');
      assert.equal(dialog.busy, false);
      await dialogs.answer('Asked', 'good');
      assert.deepEqual(await answer, { text: 'good' });
    });

    it(`with a list says what a check throws ${how}, and lives on`, async () => {
      const items = ['bad', 'good'].map((value) => ({ label: value, value }));
      const answer = askValue({ ...question, items, accepts: problem });
      await dialogs.enter('Asked');
      const dialog = await dialogs.asking('the handler broke');
      assert.equal(dialog.busy, false);
      await dialogs.pick('Asked', 'good');
      assert.deepEqual(await answer, { text: 'good' });
    });
  }

  it('says what is thrown while somebody types, and lives on', async () => {
    const answer = askValue({
      ...question,
      items: [{ label: 'good', value: 'good' }],
      onType: (_pick, typed) => void broken(typed),
    });
    await dialogs.paste('Asked', 'goo');
    await dialogs.asking('the handler broke');
    await dialogs.paste('Asked', 'good');
    await dialogs.enter('Asked');
    assert.deepEqual(await answer, { text: 'good' });
  });

  it('says no secret that is thrown', async () => {
    const problem = (text: string) => Promise.reject(new Error(`odd: ${text.toUpperCase()}`));
    const answer = askText({ ...question, password: true, problem });
    await dialogs.answer('Asked', 'hidden-words');
    await dialogs.objection(/odd: •••/);
    await press('closeQuickOpen');
    assert.equal(await answer, undefined);
  });

  it('takes no text that is too long', async () => {
    const answer = askText(question);
    await dialogs.answer('Asked', 'a'.repeat(1_048_576));
    await dialogs.objection(/at most 100 characters/);
    await dialogs.answer('Asked', 'a'.repeat(100));
    assert.deepEqual(await answer, { text: 'a'.repeat(100) });
  });

  it('with a list says so in a row, and does not repeat the text', async () => {
    const other = { longest: 100, item: (typed: string) => ({ label: typed, value: typed }) };
    const answer = askValue({ ...question, items: [{ label: 'first', value: 'first' }], other });
    const dialog = await dialogs.paste('Asked', 'a'.repeat(15_000));
    const labels = () => ('items' in dialog ? dialog.items.map(({ label }) => label) : []);
    await until(() => labels()[0]?.includes('at most 100 characters'), 'words about the length');
    await press('acceptSelectedQuickOpenItem');
    await dialogs.asking('at most 100 characters');
    await dialogs.paste('Asked', '');
    await until(() => labels()[0] === 'first', 'the list');
    await dialogs.enter('Asked');
    assert.deepEqual(await answer, { text: 'first' });
  });

  it('takes no answer that does not stand there any more when it has been checked', async () => {
    const checked: string[] = [];
    let finish: () => void = () => assert.fail('nothing is being checked');
    const items = ['first', 'second'].map((value) => ({ label: value, value }));
    const answer = askValue({
      ...question,
      items,
      other: { longest: 100, item: (typed) => ({ label: typed, value: typed }) },
      accepts: (text) => {
        checked.push(text);
        return new Promise((resolve) => (finish = () => resolve(undefined)));
      },
    });
    const dialog = await dialogs.asking('Asked');
    assert.ok('items' in dialog);
    const checking = (text: string) => until(() => checked.at(-1) === text, `a check of “${text}”`);
    const active = (text: string) =>
      until(() => dialog.activeItems[0]?.label === text, `“${text}” as active`);
    const finished = async () => {
      finish();
      await until(() => !dialog.busy, 'the end of the check');
    };
    await dialogs.answer('Asked', 'typed');
    await checking('typed');
    await dialogs.paste('Asked', 'typed later');
    await active('typed later');
    await finished();

    await dialogs.paste('Asked', '');
    await active('first');
    await dialogs.pick('Asked', 'first');
    await checking('first');
    dialog.activeItems = dialog.items.filter(({ label }) => label === 'second');
    await active('second');
    await finished();

    await dialogs.enter('Asked');
    await checking('second');
    await finished();
    assert.deepEqual(await answer, { text: 'second' });
    assert.deepEqual(checked, ['typed', 'first', 'second']);
  });

  it('takes the present value, or else the first, on Enter', async () => {
    const items = ['first', 'second', ''].map((value) => ({ label: value || 'none', value }));
    for (const [present, expected] of [
      [undefined, 'first'],
      ['second', 'second'],
      ['', ''],
      ['gone', 'first'],
    ] as const) {
      const answer = askValue({ ...question, items, present });
      await dialogs.enter('Asked');
      assert.deepEqual(await answer, { text: expected });
    }
  });
});
