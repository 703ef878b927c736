import { QuickInputButtons, ThemeIcon, window, type QuickInputButton, type QuickPick } from 'vscode';
import { Canceled } from '../../base/canceled';
import * as LONGEST from '../../base/longestText';
import type { Criterion } from '../../catalog/filter/criterion';
import { boxProblemText } from '../../text/describeBoxProblem';
import { filterTexts } from '../../text/filterTexts';
import { prepare, takenFrom, type Entered } from '../ask';
import { BoxBusy } from '../boxBusy';
import { BoxTitle } from '../boxTitle';
import { caughtProblems } from '../caughtProblem';
import { takeOnEnter } from '../takeOnEnter';
import type { Asked } from './criterionChoice';
import { ValuesList, type ValueRow } from './valuesList';

/** A question that is answered with any or none of several values. */
export interface ValuesQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** What stands in the box at first. */
  readonly text?: string;
  /** Those that are ticked at first; `undefined` where nothing was asked for yet. */
  readonly present: readonly string[] | undefined;
  /** Whether images with one of them are kept out. */
  readonly negated: boolean;
  /** @param closed fires when the box is closed */
  readonly rows: (closed: AbortSignal) => Promise<readonly ValueRow[]>;
  /** What a typed text stands for: one of the listed values, or something beside them. */
  readonly typed?: (text: string) => ValueRow | undefined;
  readonly make: (values: readonly string[], negated: boolean) => Criterion;
}

/** Asks for values by ticks, and by a button whether images have one of them or none. @throws {Canceled} when it was closed */
export async function askValues(question: ValuesQuestion): Promise<Asked> {
  const pick = window.createQuickPick<ValueRow>();
  prepare(pick, { ...question, back: true });
  pick.placeholder = question.placeholder;
  pick.canSelectMany = true;
  if (question.text !== undefined) pick.value = question.text;
  const asked = await takenFrom<Asked>(pick, (take, closed) => listen(pick, question, take, closed));
  if (asked === undefined) throw new Canceled();
  return asked;
}

function listen(
  pick: QuickPick<ValueRow>,
  question: ValuesQuestion,
  take: (asked: Asked) => void,
  closed: AbortSignal,
): void {
  const { present, typed: typedRow = () => undefined } = question;
  const title = new BoxTitle(pick, question.title);
  const busy = new BoxBusy(pick, closed);
  const caught = caughtProblems();
  const sign = new Sign(pick, title, question);
  const list = new ValuesList(pick, typedRow);
  const ready = busy.during(async () => {
    try {
      const rows = await question.rows(closed);
      if (closed.aborted) return;
      if (rows.length === 0) pick.placeholder = filterTexts.noneLoaded();
      list.give(rows, new Set(present));
    } catch (error) {
      const problem = caught(error);
      if (!closed.aborted) title.say(boxProblemText(problem));
    }
  });
  pick.onDidChangeValue((text) => {
    title.typed(text);
    list.type(text);
  });
  pick.onDidTriggerButton((button) => {
    if (button === QuickInputButtons.Back) take('back');
    else sign.turn();
  });
  takeOnEnter<readonly ValueRow[], Asked>(
    pick,
    {
      longest: LONGEST.imageName,
      title,
      busy,
      chosen: () => chosenRows(pick, list.typed, present !== undefined),
      read: (rows) => readRows(rows, question, sign.negated),
      take,
      ready,
    },
    closed,
  );
}

/** Whether images have one of the values or none, as a button says that turns it. */
class Sign {
  constructor(
    private readonly pick: QuickPick<ValueRow>,
    private readonly title: BoxTitle,
    private readonly question: ValuesQuestion,
    public negated = question.negated,
  ) {
    this.#show();
  }

  turn(): void {
    this.negated = !this.negated;
    this.#show();
  }

  #show(): void {
    const { title } = this.question;
    const button: QuickInputButton = this.negated
      ? { iconPath: new ThemeIcon('circle-slash'), tooltip: filterTexts.switchToAny() }
      : { iconPath: new ThemeIcon('pass'), tooltip: filterTexts.switchToNone() };
    this.pick.buttons = [QuickInputButtons.Back, button];
    this.title.rename(this.negated ? filterTexts.noneOf(title) : filterTexts.anyOf(title));
  }
}

/**
 * What Enter means: what was typed, else what is ticked, else the row that one stands on; but where something was asked
 * for and no text leads to another row, no ticks take it away.
 */
function chosenRows(
  { selectedItems: ticked, activeItems: [active], value: text }: QuickPick<ValueRow>,
  typed: ValueRow | undefined,
  isPresent: boolean,
): readonly ValueRow[] | undefined {
  if (typed !== undefined && (active === typed || ticked.includes(typed))) return [typed, ...ticked];
  if (ticked.length > 0) return ticked;
  if (isPresent && (text.trim() === '' || active === undefined)) return [];
  return active === undefined ? undefined : [active];
}

function readRows(rows: readonly ValueRow[], { make }: ValuesQuestion, negated: boolean): Entered<Asked> {
  const [first] = rows;
  if (first?.problem !== undefined) return { problem: first.problem };
  if (first?.criterion !== undefined) return { value: first.criterion };
  const values = rows.flatMap(({ value }) => value ?? []);
  return { value: values.length === 0 ? 'none' : make([...new Set(values)], negated) };
}
