import { window } from 'vscode';
import * as LONGEST from '../base/longestText';
import { boxProblemText } from '../text/describeBoxProblem';
import { answered, prepare, type Answer } from './ask';
import { BoxBusy } from './boxBusy';
import { BoxTitle } from './boxTitle';
import { caughtProblems } from './caughtProblem';
import { readRow } from './readRow';
import { takeOnEnter } from './takeOnEnter';
import type { ValueItem } from './valueItem';
import type { ValueQuestion } from './valueQuestion';
import { ValueRows } from './valueRows';

/** A quick pick of values. @throws {Canceled} when given up */
export function askValue<S, T = S>(question: ValueQuestion<S, T>): Promise<Answer<T>> {
  const { items, more, other, onType, title: titleText } = question;
  const pick = window.createQuickPick<ValueItem<S>>();
  prepare(pick, question);
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  if (other?.text !== undefined) pick.value = other.text;
  return answered(pick, (resolve, closed) => {
    const rows = new ValueRows(pick, question);
    const title = new BoxTitle(pick, titleText);
    const busy = new BoxBusy(pick, closed);
    const caught = caughtProblems();
    /** The box stands there while its rows are on their way. Why they do not come is said in it. */
    const listLater = (
      coming: Promise<readonly ValueItem<S>[]>,
      list: (given: readonly ValueItem<S>[]) => void,
    ): Promise<void> =>
      busy.during(async () => {
        try {
          const given = await coming;
          if (!closed.aborted) list(given);
        } catch (error) {
          const problem = caught(error);
          if (!closed.aborted) title.say(boxProblemText(problem));
        }
      });
    const areLate = typeof items === 'function';
    if (!areLate) rows.give(items);
    const ready = areLate
      ? listLater(items(closed), (given) => rows.give(given))
      : more && listLater(more, (given) => rows.giveMore(given, isEntered()));
    pick.onDidChangeValue((typed) => {
      title.typed(typed);
      try {
        onType?.(pick, typed);
        rows.offerTyped();
      } catch (error) {
        title.say(boxProblemText(caught(error)));
      }
    });
    const instead = other?.instead;
    const isEntered = takeOnEnter<ValueItem<S>, T>(
      pick,
      {
        longest: other?.longest ?? LONGEST.imageName,
        title,
        busy,
        chosen: () => rows.chosen,
        read: readRow(question, rows, title),
        cleared:
          instead &&
          (() => {
            rows.showAll((row) => row.instead === true);
            title.say(instead.words);
          }),
        isLeft: (row) => rows.isLeft(row),
        take: (value) => resolve({ value, text: pick.value }),
        ready,
        isNothing: (row) => rows.isNothing(row),
      },
      closed,
    );
  });
}
