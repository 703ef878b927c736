import { QuickPickItemKind, window, type QuickPick, type QuickPickItem } from 'vscode';
import { LONGEST } from '../base/longest';
import { errorSentence } from '../text/describeError';
import { lengthProblem } from '../text/describeLength';
import { answered, prepare, type Answer, type Question, type Read } from './ask';
import { takeOnEnter } from './takeOnEnter';

/** A row of a list, and what it stands for; a heading stands for nothing. */
export interface ValueItem<S> extends QuickPickItem {
  readonly value?: S;
  /** Words for why it cannot be taken. */
  readonly problem?: string;
}

export interface ValueQuestion<S, T = S> extends Question {
  /** The values, which may take a while. */
  readonly items: readonly ValueItem<S>[] | Promise<readonly ValueItem<S>[]>;
  /** Said where there are none. */
  readonly nothing?: string;
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
  };
  /** What is wrong is said in the title while the question stays. */
  readonly read: Read<S, T>;
  /** Hears every change of what is typed, to put something else in its place. */
  readonly onType?: (pick: QuickPick<ValueItem<S>>, typed: string) => void;
}

/** A quick pick of values. @throws {Canceled} when given up */
export function askValue<S, T = S>(question: ValueQuestion<S, T>): Promise<Answer<T>> {
  const { present, other, onType, nothing, read } = question;
  const pick = window.createQuickPick<ValueItem<S>>();
  prepare(pick, question);
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  return answered(pick, (resolve, signal) => {
    let items: readonly ValueItem<S>[] = [];
    const take = (given: readonly ValueItem<S>[]): void => {
      items = given;
      pick.items = items;
      if (items.length === 0 && nothing !== undefined) pick.placeholder = nothing;
      if (other?.text !== undefined) {
        pick.value = other.text;
        offerTyped();
      }
      pick.activeItems = chosenFirst(pick.items, present);
    };
    const itemOf = (typed: string): ValueItem<S> | undefined =>
      other === undefined || typed === '' ? undefined : typedItem(other, typed);
    const offerTyped = (): void => {
      if (other === undefined) return;
      const item = itemOf(pick.value.trim());
      if (item === undefined) pick.items = items;
      else pick.items = other.first ? [item, ...items] : [...items, item];
    };
    const ready =
      question.items instanceof Promise ? takeLater(pick, question.items, take, signal) : undefined;
    if (!(question.items instanceof Promise)) take(question.items);
    pick.onDidChangeValue((typed) => {
      pick.title = question.title;
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
        read: ({ value, problem = '' }, closed) => (value === undefined ? { problem } : read(value, closed)),
        isLeft: (item) => isLeft(pick, item, chosen()),
        take: (value) => resolve({ value, text: pick.value }),
        ready,
      },
      signal,
    );
  });
}

/** Whether a row is one that a text narrows the list to. */
function holds({ label, description = '' }: QuickPickItem, typed: string): boolean {
  return [label, description].some((text) => text.toLowerCase().includes(typed.toLowerCase()));
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

/** The present value, else the first: no list waits for an Enter that does nothing. */
function chosenFirst<S>(items: readonly ValueItem<S>[], present: S | undefined): readonly ValueItem<S>[] {
  const chosen =
    (present !== undefined && items.find(({ value }) => value === present)) ||
    items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
  return chosen === undefined ? [] : [chosen];
}

/** What stands for a typed text; one that is too long is not repeated. */
function typedItem<S>(
  { longest, item }: NonNullable<ValueQuestion<S>['other']>,
  typed: string,
): ValueItem<S> | undefined {
  const problem = lengthProblem(typed, longest);
  return problem === undefined ? item(typed) : problemItem(problem);
}

/** What is wrong with a typed text, in its place. */
export function problemItem(problem: string): ValueItem<never> {
  return { label: `$(warning) ${problem}`, problem, alwaysShow: true };
}
