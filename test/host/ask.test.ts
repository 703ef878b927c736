import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { window, type InputBox } from 'vscode';
import { ApiError } from '../../src/api/apiError';
import { Canceled } from '../../src/base/canceled';
import { asItIs, type Answer, type Reading } from '../../src/commands/ask';
import { askText } from '../../src/commands/askText';
import { askValue } from '../../src/commands/askValue';
import { BoxTitle } from '../../src/commands/boxTitle';
import { reportingTo } from '../../src/commands/reporting';
import { takeOnEnter } from '../../src/commands/takeOnEnter';
import { boxProblemText } from '../../src/text/describeBoxProblem';
import { until } from '../hosts/until';
import { Dialogs, press, thereAndBack } from './accountsDialogs';

function valueOf(answer: Answer<string>): string {
  return answer === 'back' ? assert.fail('went back') : answer.value;
}

function valueIn(reading: Reading<string>): string {
  return 'value' in reading ? reading.value : assert.fail(boxProblemText(reading.problem));
}

describe('A box that asks', () => {
  let dialogs: Dialogs;
  beforeEach(() => (dialogs = new Dialogs()));
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
  });

  const question = { title: 'Question', placeholder: 'Asked', text: '', longest: 100, back: false };
  const broken = (text: string): Reading<string> => {
    if (text === 'good') return { value: 'good' };
    throw new Error('the handler broke');
  };

  for (const [how, read] of [
    ['at once', broken],
    ['after a while', (text: string) => new Promise<Reading<string>>((done) => done(broken(text)))],
  ] as const) {
    it(`says what a check throws ${how}, and lives on`, async () => {
      const answer = askText({ ...question, read });
      await dialogs.answer('Asked', 'bad');
      await dialogs.objection(/the handler broke/);
      const dialog = await dialogs.asking('Asked');
      assert.equal(dialog.busy, false);
      await dialogs.answer('Asked', 'good');
      assert.equal(valueOf(await answer), 'good');
    });

    it(`with a list says what a check throws ${how}, and lives on`, async () => {
      const items = ['bad', 'good'].map((value) => ({ label: value, value }));
      const answer = askValue({ ...question, items, read });
      await dialogs.enter('Asked');
      const dialog = await dialogs.asking('the handler broke');
      assert.equal(dialog.busy, false);
      await dialogs.pick('Asked', 'good');
      assert.equal(valueOf(await answer), 'good');
    });
  }

  it('says what is thrown while somebody types, and lives on', async () => {
    const answer = askValue({
      ...question,
      items: [{ label: 'good', value: 'good' }],
      read: asItIs,
      onType: (_pick, typed) => void broken(typed),
    });
    await dialogs.paste('Asked', 'goo');
    await dialogs.asking('the handler broke');
    await dialogs.paste('Asked', 'good');
    await dialogs.enter('Asked');
    assert.equal(valueOf(await answer), 'good');
  });

  it('has its first rows at once, and takes one of them or a typed text while the others never come', async () => {
    const box = {
      ...question,
      items: [{ label: 'first', value: 'first' }],
      more: new Promise<never>(() => undefined),
      other: {
        longest: 100,
        item: (typed: string) => ({ label: `use ${typed}`, value: typed, alwaysShow: true }),
        first: false,
      },
      read: asItIs<string>,
    };
    const first = askValue(box);
    await press('acceptSelectedQuickOpenItem');
    assert.equal(valueOf(await first), 'first');
    const typed = askValue(box);
    const dialog = await dialogs.paste('Asked', 'an address');
    assert.ok('items' in dialog);
    await until(() => dialog.items.some(({ label }) => label === 'use an address'), 'a row for it');
    await press('acceptSelectedQuickOpenItem');
    assert.equal(valueOf(await typed), 'an address');
  });

  it('adds the rows that come later, and leaves who has gone on to a row there', async () => {
    const rows = (...values: readonly string[]) => values.map((value) => ({ label: value, value }));
    let come: (items: readonly ReturnType<typeof rows>[number][]) => void = () => undefined;
    const more = new Promise<ReturnType<typeof rows>>((resolve) => (come = (items) => resolve([...items])));
    const answer = askValue({ ...question, items: rows('one', 'two'), more, read: asItIs<string> });
    const dialog = await dialogs.asking('Asked');
    assert.ok('items' in dialog);
    dialog.activeItems = dialog.items.slice(1);
    await thereAndBack();
    come(rows('found', 'one', 'two'));
    await until(() => dialog.items.length === 3, 'three rows');
    await dialogs.enter('Asked');
    assert.equal(valueOf(await answer), 'two');
  });

  for (const [place, more] of [
    ['onType', { onType: (_box: InputBox, typed: string) => void broken(typed) }],
    ['warning', { warning: (typed: string) => (broken(typed), undefined) }],
  ] as const) {
    it(`for a text says what “${place}” throws while somebody types, and lives on`, async () => {
      const answer = askText({ ...question, read: asItIs, ...more });
      const dialog = await dialogs.asking('Asked');
      dialogs.enterText(dialog, 'goo');
      await dialogs.objection(/the handler broke/);
      assert.equal(dialog.busy, false);
      await dialogs.answer('Asked', 'good');
      assert.equal(valueOf(await answer), 'good');
    });
  }

  it('says what is thrown of a typed text, on Enter as well, and lives on', async () => {
    const item = (typed: string) => ({ label: typed, value: valueIn(broken(typed)) });
    const answer = askValue({
      ...question,
      items: [{ label: 'listed', value: 'listed' }],
      other: { longest: 100, item, first: true },
      read: asItIs,
    });
    const dialog = await dialogs.paste('Asked', 'bad');
    await dialogs.asking('the handler broke');
    dialog.title = '';
    await press('acceptSelectedQuickOpenItem');
    await dialogs.asking('the handler broke');
    assert.equal(dialog.busy, false);
    await dialogs.answer('Asked', 'good');
    assert.equal(valueOf(await answer), 'good');
  });

  it('leaves its words there when the window reports what was put into the box', async () => {
    const answer = askValue<string>({
      ...question,
      items: [{ label: 'first', value: 'first' }],
      read: asItIs,
      onType: (pick, typed) => {
        if (typed !== 'pasted') return;
        pick.value = 'shown';
        throw new Error('the handler broke');
      },
    });
    const dialog = await dialogs.paste('Asked', 'pasted');
    await dialogs.asking('the handler broke');
    for (let turn = 0; turn < 3; turn++) await thereAndBack();
    assert.match(dialog.title ?? '', /the handler broke/);
    await dialogs.paste('Asked', 'first');
    await dialogs.asking('Question');
    await dialogs.enter('Asked');
    assert.equal(valueOf(await answer), 'first');
  });

  it('says why its values do not come, and lives on', async () => {
    const answer = askValue<string>({
      ...question,
      items: () => Promise.reject(new Error('the handler broke')),
      other: { longest: 100, item: (typed) => ({ label: typed, value: typed }), first: true },
      read: asItIs,
    });
    const dialog = await dialogs.asking('the handler broke');
    await until(() => !dialog.busy, 'nothing to wait for');
    await dialogs.answer('Asked', 'typed');
    assert.equal(valueOf(await answer), 'typed');
  });

  for (const place of ['chosen', 'read', 'take'] as const) {
    it(`of any kind says what Enter meets in “${place}”, and lives on`, async () => {
      const pick = window.createQuickPick();
      const closed = new AbortController();
      let times = 0;
      const reached = <T>(here: typeof place, value: T): T => {
        if (here === place && ++times === 1) throw new Error('the handler broke');
        return value;
      };
      try {
        pick.placeholder = 'Asked';
        pick.items = [{ label: 'row' }];
        const taken = new Promise<string>((resolve) => {
          takeOnEnter(
            pick,
            {
              longest: 100,
              title: new BoxTitle(pick, undefined),
              chosen: () => reached('chosen', 'row'),
              read: (value) => reached('read', { value }),
              take: (value) => reached('take', resolve)(value),
            },
            closed.signal,
          );
        });
        pick.show();
        await dialogs.enter('Asked');
        await dialogs.asking('the handler broke');
        assert.equal(pick.busy, false);
        await dialogs.enter('Asked');
        assert.equal(await taken, 'row');
      } finally {
        closed.abort();
        pick.dispose();
      }
    });
  }

  describe('reports what nobody has foreseen, with the place that it came from,', () => {
    let reported: unknown[];
    beforeEach(() => (reported = []));
    const reporting = <T>(work: () => T): T => reportingTo((error) => reported.push(error), work);
    const assertReported = () => {
      const [fault, ...others] = reported;
      assert.ok(fault instanceof Error && others.length === 0);
      assert.match(fault.message, /the handler broke/);
      assert.match(fault.stack ?? '', /\n\s+at .*ask\.test/);
    };
    const items = [{ label: 'row', value: 'row' }];

    for (const [where, open] of [
      ['a text', () => askText({ ...question, text: 'bad', read: broken })],
      ['a list', () => askValue({ ...question, items, read: broken })],
      [
        'a list that never comes',
        () =>
          askValue({
            ...question,
            items: () => Promise.reject(new Error('the handler broke')),
            read: asItIs,
          }),
      ],
    ] as const) {
      it(`of ${where}, after whatever the command has waited for`, async () => {
        const answer = reporting(async () => {
          await thereAndBack();
          return open();
        });
        const givenUp = assert.rejects(answer, Canceled);
        if (where !== 'a list that never comes') await dialogs.enter('Asked');
        await until(() => reported.length > 0, 'a report');
        await press('closeQuickOpen');
        await givenUp;
        assertReported();
      });
    }

    it('also where its box was closed meanwhile', async () => {
      let fail: (error: unknown) => void = () => undefined;
      const read = () => new Promise<never>((_, reject) => (fail = reject));
      const givenUp = assert.rejects(
        reporting(() => askText({ ...question, text: 'some', read })),
        Canceled,
      );
      await dialogs.enter('Asked');
      await press('closeQuickOpen');
      await givenUp;
      fail(new TypeError('the handler broke'));
      await until(() => reported.length > 0, 'a report');
      assertReported();
    });

    it('and nothing that has words of its own', async () => {
      const failures = [new ApiError('wrongCredentials', { host: 'cloud.example' }), new Canceled()];
      const read = (): Reading<string> => {
        throw failures.shift() ?? assert.fail('asked once more');
      };
      const givenUp = assert.rejects(
        reporting(() => askText({ ...question, text: 'some', read })),
        Canceled,
      );
      await dialogs.enter('Asked');
      await dialogs.objection(/401/);
      await dialogs.enter('Asked');
      await until(() => failures.length === 0, 'both');
      await press('closeQuickOpen');
      await givenUp;
      assert.deepEqual(reported, []);
    });
  });

  it('says and reports no secret that is thrown', async () => {
    const reported: unknown[] = [];
    const read = (text: string) => Promise.reject(new Error(`odd: ${text.toUpperCase()}`));
    const answer = reportingTo(
      (error) => reported.push(error),
      () => askText({ ...question, password: true, read }),
    );
    const givenUp = assert.rejects(answer, Canceled);
    await dialogs.answer('Asked', 'hidden-words');
    await dialogs.objection(/odd: •••/);
    await press('closeQuickOpen');
    await givenUp;
    assert.doesNotMatch(reported.map((error) => inspect(error)).join(), /hidden-words/i);
    assert.equal(reported.length, 1);
  });

  for (const short of ['a', ' ', 'e', 'the', 'password']) {
    it(`says its own words whole, whatever secret was typed, such as “${short}”`, async () => {
      const failures = [
        new ApiError('wrongCredentials', { host: 'cloud.example' }),
        new Error(`the password is ${short}`),
      ];
      const read = (): Reading<string> => {
        throw failures.shift() ?? assert.fail('asked once more');
      };
      const answer = askText({ ...question, password: true, read });
      const givenUp = assert.rejects(answer, Canceled);
      await dialogs.answer('Asked', short);
      await dialogs.objection(/^The user name, password or credential was not accepted \(401\)\./);
      await dialogs.enter('Asked');
      await dialogs.objection(/^Unexpected error: …/);
      await press('closeQuickOpen');
      await givenUp;
    });
  }

  it('takes no text that is too long', async () => {
    const answer = askText({ ...question, read: asItIs });
    await dialogs.answer('Asked', 'a'.repeat(1_048_576));
    await dialogs.objection(/at most 100 characters/);
    await dialogs.answer('Asked', 'a'.repeat(100));
    assert.equal(valueOf(await answer), 'a'.repeat(100));
  });

  it('with a list says so in a row, and does not repeat the text', async () => {
    const other = { longest: 100, item: (typed: string) => ({ label: typed, value: typed }), first: true };
    const answer = askValue({
      ...question,
      items: [{ label: 'first', value: 'first' }],
      other,
      read: asItIs,
    });
    const dialog = await dialogs.paste('Asked', 'a'.repeat(15_000));
    const labels = () => ('items' in dialog ? dialog.items.map(({ label }) => label) : []);
    await until(() => labels()[0]?.includes('at most 100 characters'), 'words about the length');
    await press('acceptSelectedQuickOpenItem');
    await dialogs.asking('at most 100 characters');
    await dialogs.paste('Asked', '');
    await until(() => labels()[0] === 'first', 'the list');
    await dialogs.enter('Asked');
    assert.equal(valueOf(await answer), 'first');
  });

  it('takes no answer that does not stand there any more when it has been checked', async () => {
    const checked: string[] = [];
    let finish: () => void = () => assert.fail('nothing is being checked');
    const items = ['first', 'second'].map((value) => ({ label: value, value }));
    const answer = askValue<string>({
      ...question,
      items,
      other: { longest: 100, item: (typed) => ({ label: typed, value: typed }), first: true },
      read: (text: string): Promise<Reading<string>> => {
        checked.push(text);
        return new Promise((resolve) => (finish = () => resolve({ value: text })));
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
    assert.equal(valueOf(await answer), 'second');
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
      const answer = askValue<string>({ ...question, items, present, read: asItIs });
      await dialogs.enter('Asked');
      assert.equal(valueOf(await answer), expected);
    }
  });
});
