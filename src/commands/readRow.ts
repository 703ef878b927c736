import { boxTexts } from '../text/boxTexts';
import { boxProblemText } from '../text/describeBoxProblem';
import type { Entered, Read } from './ask';
import type { BoxTitle } from './boxTitle';
import { matchingRow, type ValueItem } from './valueItem';
import type { Instead, ValueQuestion } from './valueQuestion';
import type { ValueRows } from './valueRows';

/** What Enter does on a row: it takes its value, or does something else, and the question stays. */
export function readRow<S, T>(
  { read, renew, other }: ValueQuestion<S, T>,
  rows: ValueRows<S>,
  title: BoxTitle,
): Read<ValueItem<S>, T> {
  return async (row, signal) => {
    if (rows.isNothing(row)) {
      rows.showAll();
      return 'stays';
    }
    if (row.instead === true && other?.instead !== undefined) return fill(rows, other.instead, signal);
    if (row.value !== undefined) return read(row.value, signal);
    if (renew === undefined || !rows.given.includes(row)) {
      if (row.problem !== undefined) return { problem: row.problem };
      title.reset();
      return 'stays';
    }
    const before = rows.given;
    const given = await renew();
    if (signal.aborted) return 'stays';
    const again = matchingRow(row, before, given);
    const problem = again?.problem;
    // Whoever mends a file between two attempts presses Enter on the same row.
    rows.give(given, problem === undefined ? undefined : again);
    title.say(problem === undefined ? boxTexts.readAgain() : boxTexts.stillWrong(boxProblemText(problem)));
    return 'stays';
  };
}

/** Puts a text from elsewhere into the box, where it is seen before it is taken. */
async function fill<S, T>(rows: ValueRows<S>, { read }: Instead, signal: AbortSignal): Promise<Entered<T>> {
  const reading = await read();
  if ('problem' in reading) return reading;
  if (!signal.aborted) rows.type(reading.value);
  return 'stays';
}
