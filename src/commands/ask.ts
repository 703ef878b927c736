import {
  QuickInputButtons,
  QuickPickItemKind,
  window,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { LONGEST } from '../base/longest';
import { errorSentence } from '../text/describeError';
import { lengthProblem } from '../text/describeLength';
import { messageOf, takeOnEnter, type Objection } from './takeOnEnter';

/** What was answered, that the user went back, or `undefined`: gave up. */
export type Answer = { readonly text: string } | 'back' | undefined;

/** Words for what is wrong with an answer; may take a while, until `signal` says that nobody waits any more. */
type Check = (text: string, signal: AbortSignal) => Objection;

interface Question {
  readonly title: string;
  readonly placeholder: string;
  /** Where it stands among several questions, from 1. */
  readonly step?: number;
  readonly totalSteps?: number;
  /** Whether there is a question before it. */
  readonly back: boolean;
}

export interface TextQuestion extends Question {
  readonly prompt?: string;
  readonly value: string;
  readonly password?: boolean;
  /** The most characters that an answer has. */
  readonly longest: number;
  readonly problem?: Check;
}

/** An input box. What was typed stays until it is good. */
export function askText(question: TextQuestion): Promise<Answer> {
  const { problem, longest, password = false } = question;
  const box = window.createInputBox();
  prepare(box, question);
  box.placeholder = question.placeholder;
  box.prompt = question.prompt;
  box.value = question.value;
  box.password = password;
  return answered(box, (resolve, signal) => {
    box.onDidChangeValue((text) => (box.validationMessage = lengthProblem(text, longest)));
    box.onDidAccept(async () => {
      if (box.busy) return;
      const text = box.value;
      box.busy = true;
      const objection = () => lengthProblem(text, longest) ?? problem?.(text, signal);
      const words = await messageOf(objection, password ? [text] : []);
      if (signal.aborted) return;
      box.busy = false;
      if (text !== box.value) return;
      if (words === undefined) resolve({ text });
      else box.validationMessage = words;
    });
  });
}

/** A row, and the answer that it stands for. */
export interface ValueItem extends QuickPickItem {
  readonly value: string;
}

export interface ValueQuestion extends Question {
  /** The values, which may take a while. */
  readonly items: readonly ValueItem[] | Promise<readonly ValueItem[]>;
  /** Said where there are none. */
  readonly nothing?: string;
  /** The value that Enter takes; where it is not given, the first one. */
  readonly present?: string;
  /** Where a value that is not listed can be typed. */
  readonly other?: {
    /** The most characters that it has. */
    readonly longest: number;
    /** What stands for it on the list. */
    readonly item: (typed: string) => ValueItem;
  };
  /** Said in the title while the question stays. */
  readonly accepts?: Check;
  /** Told of every change of what is typed, to put something else in its place. */
  readonly onType?: (pick: QuickPick<ValueItem>, typed: string) => void;
}

/** A quick pick of values. */
export function askValue(question: ValueQuestion): Promise<Answer> {
  const { present, other, onType, nothing } = question;
  const pick = window.createQuickPick<ValueItem>();
  prepare(pick, question);
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  return answered(pick, (resolve, signal) => {
    let items: readonly ValueItem[] = [];
    const take = (given: readonly ValueItem[]): void => {
      items = given;
      pick.items = items;
      if (items.length === 0 && nothing !== undefined) pick.placeholder = nothing;
      if (other !== undefined && present !== undefined && !items.some(({ value }) => value === present)) {
        pick.value = present;
        offerTyped();
      }
      pick.activeItems = chosenFirst(pick.items, present);
    };
    const offerTyped = (): void => {
      const typed = pick.value.trim();
      const listed = typed === '' || items.some(({ value }) => value === typed);
      if (other !== undefined) pick.items = listed ? items : [typedItem(other, typed), ...items];
    };
    if (question.items instanceof Promise) void takeLater(pick, question.items, take, signal);
    else take(question.items);
    pick.onDidChangeValue((typed) => {
      pick.title = question.title;
      try {
        onType?.(pick, typed);
        offerTyped();
      } catch (error) {
        pick.title = errorSentence(error);
      }
    });
    // Enter may come before the item for what was typed: then the text itself is meant.
    const chosen = (): string | undefined => pick.activeItems[0]?.value ?? typedValue(pick, question);
    takeOnEnter(
      pick,
      {
        longest: other?.longest ?? LONGEST.imageName,
        chosen,
        objection: (text) => objectionTo(text, question, signal),
        isLeft: (text) => isLeft(pick, text, chosen()),
        take: (text) => resolve({ text }),
      },
      signal,
    );
  });
}

/** Somebody has gone on to another row; a row that is listed no more was put in the place of what was typed. */
function isLeft(
  { items }: QuickPick<ValueItem>,
  text: string | undefined,
  present: string | undefined,
): boolean {
  return text !== present && items.some(({ value }) => value === text);
}

/** The box stands there while its values are on their way. Why they do not come is said in it. */
async function takeLater(
  pick: QuickPick<ValueItem>,
  items: Promise<readonly ValueItem[]>,
  take: (items: readonly ValueItem[]) => void,
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
function chosenFirst(items: readonly ValueItem[], present: string | undefined): readonly ValueItem[] {
  const chosen =
    items.find(({ value }) => value === present) ??
    items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
  return chosen === undefined ? [] : [chosen];
}

/** What stands for a typed text; one that is too long is not repeated. */
function typedItem({ longest, item }: NonNullable<ValueQuestion['other']>, typed: string): ValueItem {
  const problem = lengthProblem(typed, longest);
  return problem === undefined ? item(typed) : problemItem(typed, problem);
}

/** What is wrong with a typed text, in its place. */
export function problemItem(typed: string, problem: string): ValueItem {
  return { label: `$(warning) ${problem}`, value: typed, alwaysShow: true };
}

function typedValue({ value }: QuickPick<ValueItem>, { other }: ValueQuestion): string | undefined {
  const typed = value.trim();
  return other === undefined || typed === '' ? undefined : typed;
}

function objectionTo(text: string, { other, accepts }: ValueQuestion, signal: AbortSignal): Objection {
  return (other && lengthProblem(text, other.longest)) ?? accepts?.(text, signal);
}

function prepare(input: InputBox | QuickPick<ValueItem>, { title, step, totalSteps, back }: Question): void {
  input.buttons = back ? [QuickInputButtons.Back] : [];
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  // A look at the control panel, where the values are, does not close the question.
  input.ignoreFocusOut = true;
}

async function answered(
  input: InputBox | QuickPick<ValueItem>,
  listen: (resolve: (answer: Answer) => void, signal: AbortSignal) => void,
): Promise<Answer> {
  const closed = new AbortController();
  try {
    return await new Promise<Answer>((resolve) => {
      input.onDidTriggerButton(() => resolve('back'));
      input.onDidHide(() => resolve(undefined));
      listen(resolve, closed.signal);
      input.show();
    });
  } finally {
    closed.abort();
    // Its listeners go with it.
    input.dispose();
  }
}
