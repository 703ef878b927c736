import { window, type QuickPick } from 'vscode';
import { LONGEST } from '../base/longest';
import { errorSentence } from '../text/describeError';
import { answered, prepare, type Answer } from './ask';
import { BoxTitle } from './boxTitle';
import { EnteredRow } from './enteredRow';
import { takeOnEnter } from './takeOnEnter';
import type { ValueItem } from './valueItem';
import type { ValueQuestion } from './valueQuestion';
import { ValueRows } from './valueRows';

/** A quick pick of values. @throws {Canceled} when given up */
export function askValue<S, T = S>(question: ValueQuestion<S, T>): Promise<Answer<T>> {
  const { other, onType, title: titleText } = question;
  const pick = window.createQuickPick<ValueItem<S>>();
  prepare(pick, question);
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  if (other?.text !== undefined) pick.value = other.text;
  return answered(pick, (resolve, closed) => {
    const rows = new ValueRows(pick, question);
    const title = new BoxTitle(pick, titleText);
    const entered = new EnteredRow(question, rows, title);
    const ready = listRows(pick, rows, question, closed);
    pick.onDidChangeValue((typed) => {
      title.typed(typed);
      try {
        onType?.(pick, typed);
        rows.offerTyped();
      } catch (error) {
        pick.title = errorSentence(error);
      }
    });
    const instead = other?.instead;
    takeOnEnter<ValueItem<S>, T>(
      pick,
      {
        longest: other?.longest ?? LONGEST.imageName,
        chosen: () => rows.chosen,
        read: (row, signal) => entered.read(row, signal),
        cleared: instead && (() => entered.goInstead(instead)),
        isLeft: (row) => rows.isLeft(row),
        take: (value) => resolve({ value, text: pick.value }),
        ready,
        isNothing: (row) => rows.isNothing(row),
      },
      closed,
    );
  });
}

/** Lists the rows that there are, and the others once they come. @returns when those have; `undefined` where there are none */
function listRows<S>(
  pick: QuickPick<ValueItem<S>>,
  rows: ValueRows<S>,
  { items, more }: Pick<ValueQuestion<S, unknown>, 'items' | 'more'>,
  closed: AbortSignal,
): Promise<void> | undefined {
  if (items instanceof Promise) return listLater(pick, items, (given) => rows.give(given), closed);
  rows.give(items);
  return more && listLater(pick, more, (given) => rows.giveMore(given), closed);
}

/** The box stands there while its values are on their way. Why they do not come is said in it. */
async function listLater<S>(
  pick: QuickPick<ValueItem<S>>,
  items: Promise<readonly ValueItem<S>[]>,
  give: (items: readonly ValueItem<S>[]) => void,
  closed: AbortSignal,
): Promise<void> {
  pick.busy = true;
  try {
    const given = await items;
    if (!closed.aborted) give(given);
  } catch (error) {
    if (!closed.aborted) pick.title = errorSentence(error);
  }
  if (!closed.aborted) pick.busy = false;
}
