import { l10n, window, type QuickPick } from 'vscode';
import { LONGEST } from '../base/longest';
import { errorSentence } from '../text/describeError';
import { lengthProblem } from '../text/describeLength';
import { answered, prepare, type Answer, type Question, type Read, type Reading } from './ask';
import { takeOnEnter, type Entered } from './takeOnEnter';
import { chosenFirst, holds, nothingElseItem, problemItem, type ValueItem } from './valueItem';

/**
 * A question that is answered with one of several values, or with a typed one.
 * @typeParam S the values of the rows
 * @typeParam T what is made of the one that is taken
 */
export interface ValueQuestion<S, T = S> extends Question {
  /** The values, which may take a while. */
  readonly items: readonly ValueItem<S>[] | Promise<readonly ValueItem<S>[]>;
  /** The whole list, where more than `items` is on its way. */
  readonly more?: Promise<readonly ValueItem<S>[]>;
  /** Reads them anew: what Enter does on a row that says why something cannot be taken. */
  readonly renew?: () => Promise<readonly ValueItem<S>[]>;
  /** Said where there are none. */
  readonly nothing?: string;
  /** What can be typed: said in a row of its own where a text is only there to narrow the list. */
  readonly hint?: string;
  /** The value that Enter takes; where it is not given, the first one. */
  readonly present?: S;
  /** Where a value that is not listed can be typed. */
  readonly other?: {
    /** What stands in the box at first. */
    readonly text?: string;
    /** The most characters that it has. */
    readonly longest: number;
    /** What stands for it on the list; nothing where it narrows the list only. */
    readonly item: (typed: string) => ValueItem<S> | undefined;
    /** Whether it stands above the rows that match. */
    readonly first: boolean;
    /** Where a text comes from that the editor cannot hold here. */
    readonly instead?: Instead;
  };
  /** What is wrong is said in the title while the question stays. */
  readonly read: Read<S, T>;
  /** Hears every change of what is typed, to put something else in its place. */
  readonly onType?: (pick: QuickPick<ValueItem<S>>, typed: string) => void;
}

/** For a text that is too long for the box: there is a row with `instead` for it. */
export interface Instead {
  /** Said of that row. */
  readonly words: string;
  /** Gives what is put into the box on Enter, where it is seen before it is taken. */
  readonly read: () => Promise<Reading<string>>;
}

/** A quick pick of values. @throws {Canceled} when given up */
export function askValue<S, T = S>(question: ValueQuestion<S, T>): Promise<Answer<T>> {
  const { present, other, onType, nothing, read, renew, hint } = question;
  const pick = window.createQuickPick<ValueItem<S>>();
  prepare(pick, question);
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  if (other?.text !== undefined) pick.value = other.text;
  const instead = other?.instead;
  const nothingElse = hint === undefined ? undefined : nothingElseItem(hint);
  return answered(pick, (resolve, signal) => {
    let items: readonly ValueItem<S>[] = [];
    const take = (given: readonly ValueItem<S>[]): void => {
      items = given;
      pick.items = items;
      if (items.length === 0 && nothing !== undefined) pick.placeholder = nothing;
      const typed = offerTyped();
      pick.activeItems = chosenFirst(typed === undefined ? items : [typed, ...items], present);
    };
    const itemOf = (typed: string): ValueItem<S> | undefined =>
      other === undefined || typed === '' ? undefined : typedItem(other, typed);
    const offerTyped = (): ValueItem<S> | undefined => {
      const typed = pick.value.trim();
      const item = itemOf(typed);
      const last = item ?? (typed === '' ? undefined : nothingElse);
      if (last === undefined) pick.items = items;
      else pick.items = item !== undefined && other?.first === true ? [item, ...items] : [...items, last];
      return item;
    };
    /** Words that stand in the title until something else is typed. */
    let saidOf: string | undefined;
    const say = (words: string): void => {
      pick.title = words;
      saidOf = pick.value;
    };
    /** The whole list again, with a row as the active one. */
    const showAll = (active: (item: ValueItem<S>) => boolean): void => {
      pick.value = '';
      pick.items = items;
      const chosen = items.find(active);
      pick.activeItems = chosen === undefined ? chosenFirst(items, present) : [chosen];
    };
    const goInstead = ({ words }: Instead): void => {
      showAll((item) => item.instead === true);
      say(words);
    };
    const fill = async ({ read }: Instead): Promise<Entered<T>> => {
      const reading = await read();
      if ('problem' in reading) return reading;
      if (signal.aborted) return 'stays';
      pick.value = reading.value;
      const typed = offerTyped();
      if (typed !== undefined) pick.activeItems = [typed];
      return 'stays';
    };
    const renewed = async (read: () => Promise<readonly ValueItem<S>[]>, before: string): Promise<void> => {
      const given = await read();
      if (signal.aborted) return;
      take(given);
      const problem = given.find(({ label }) => label === before)?.problem;
      say(problem === undefined ? l10n.t('Read again.') : l10n.t('Read again: {0}', problem));
    };
    /** Takes a row, or does what is done in the place of that: the question then stays. */
    const readRow = async (row: ValueItem<S>, closed: AbortSignal): Promise<Entered<T>> => {
      if (row === nothingElse) {
        showAll(() => false);
        return 'stays';
      }
      if (row.instead === true && instead !== undefined) return fill(instead);
      if (row.value !== undefined) return read(row.value, closed);
      if (renew === undefined || !items.includes(row)) return { problem: row.problem ?? question.title };
      await renewed(renew, row.label);
      return 'stays';
    };
    /** Who has gone on to a row, or has typed something, stays there. */
    const takeMore = (given: readonly ValueItem<S>[]): void => {
      const [active] = pick.activeItems;
      const isMoved =
        pick.value !== '' || (active !== undefined && active !== chosenFirst(items, present)[0]);
      take(given);
      const same = given.find(({ label }) => label === active?.label) ?? active;
      if (isMoved && same !== undefined && pick.items.includes(same)) pick.activeItems = [same];
    };
    const { items: first, more } = question;
    if (!(first instanceof Promise)) take(first);
    const [later, takeRest] = first instanceof Promise ? [first, take] : [more, takeMore];
    const ready = later === undefined ? undefined : takeLater(pick, later, takeRest, signal);
    pick.onDidChangeValue((typed) => {
      if (typed !== saidOf) pick.title = question.title;
      saidOf = undefined;
      try {
        onType?.(pick, typed);
        offerTyped();
      } catch (error) {
        pick.title = errorSentence(error);
      }
    });
    // Enter may come before the editor has said which row stands there for what was typed: then that itself is meant.
    const chosen = (): ValueItem<S> | undefined => {
      const [active] = pick.activeItems;
      const typed = pick.value.trim();
      const isStale = active === undefined || (other?.first === false && !holds(active, typed));
      return (isStale && itemOf(typed)) || active;
    };
    takeOnEnter(
      pick,
      {
        longest: other?.longest ?? LONGEST.imageName,
        chosen,
        read: readRow,
        cleared: instead && (() => goInstead(instead)),
        isLeft: (item) => isLeft(pick, item, chosen()),
        take: (value) => resolve({ value, text: pick.value }),
        ready,
        isNothing: (row) => row === undefined || row === nothingElse,
      },
      signal,
    );
  });
}

/** Somebody has gone on to another row; a row that is listed no more was put in the place of what was typed. */
function isLeft<S>(
  { items }: QuickPick<ValueItem<S>>,
  chosen: ValueItem<S> | undefined,
  present: ValueItem<S> | undefined,
): boolean {
  return chosen !== present && items.some((item) => item === chosen);
}

/** The box stands there while its values are on their way. Why they do not come is said in it. */
async function takeLater<S>(
  pick: QuickPick<ValueItem<S>>,
  items: Promise<readonly ValueItem<S>[]>,
  take: (items: readonly ValueItem<S>[]) => void,
  signal: AbortSignal,
): Promise<void> {
  pick.busy = true;
  try {
    const given = await items;
    if (!signal.aborted) take(given);
  } catch (error) {
    if (!signal.aborted) pick.title = errorSentence(error);
  }
  if (!signal.aborted) pick.busy = false;
}

/** What stands for a typed text; one that is too long is not repeated. */
function typedItem<S>(
  { longest, item }: NonNullable<ValueQuestion<S>['other']>,
  typed: string,
): ValueItem<S> | undefined {
  const problem = lengthProblem(typed, longest);
  return problem === undefined ? item(typed) : problemItem(problem);
}
