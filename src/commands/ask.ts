import { QuickInputButtons, window, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';

/** What was answered, that the user went back, or `undefined`: gave up. */
export type Answer = { readonly text: string } | 'back' | undefined;

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
  /** Words for what is wrong with a text; may take a while, until `signal` says that nobody waits any more. */
  readonly problem?: (text: string, signal: AbortSignal) => string | undefined | Promise<string | undefined>;
}

/** An input box. What was typed stays until it is good. */
export function askText(question: TextQuestion): Promise<Answer> {
  const { problem } = question;
  const box = window.createInputBox();
  prepare(box, question);
  box.placeholder = question.placeholder;
  box.prompt = question.prompt;
  box.value = question.value;
  box.password = question.password ?? false;
  return answered(box, (resolve, signal) => {
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(async () => {
      if (box.busy) return;
      const text = box.value;
      box.busy = true;
      const words = await problem?.(text, signal);
      if (signal.aborted) return;
      box.busy = false;
      if (text !== box.value) return;
      if (words === undefined) resolve({ text });
      else box.validationMessage = words;
    });
  });
}

export interface ValueItem extends QuickPickItem {
  readonly value: string;
}

export interface ValueQuestion extends Question {
  readonly items: readonly ValueItem[];
  /** The value that Enter takes. */
  readonly present?: string;
  /** Where a value that is not listed can be typed: the item that stands for it. */
  readonly other?: (typed: string) => ValueItem;
  /**
   * Words for what is wrong with a value, said in the title while the question stays; may take a while, until `signal`
   * says that nobody waits any more.
   */
  readonly accepts?: (value: string, signal: AbortSignal) => string | undefined | Promise<string | undefined>;
  /** Told of every change of what is typed, to put something else in its place. */
  readonly onType?: (pick: QuickPick<ValueItem>, typed: string) => void;
}

/** A quick pick of values. */
export function askValue(question: ValueQuestion): Promise<Answer> {
  const { items, present, other, onType } = question;
  const pick = window.createQuickPick<ValueItem>();
  prepare(pick, question);
  pick.placeholder = question.placeholder;
  pick.items = items;
  pick.matchOnDescription = true;
  pick.activeItems = items.filter(({ value }) => value === present);
  return answered(pick, (resolve, signal) => {
    const offerTyped = (): void => {
      const typed = pick.value.trim();
      const listed = typed === '' || items.some(({ value }) => value === typed);
      if (other !== undefined) pick.items = listed ? items : [other(typed), ...items];
    };
    if (other !== undefined && present !== undefined && !items.some(({ value }) => value === present)) {
      pick.value = present;
      offerTyped();
    }
    pick.onDidChangeValue((typed) => {
      pick.title = question.title;
      onType?.(pick, typed);
      offerTyped();
    });
    pick.onDidAccept(async () => {
      if (pick.busy) return;
      // Enter may come before the item for what was typed: then the text itself is meant.
      const text = pick.activeItems[0]?.value ?? (other === undefined ? '' : pick.value.trim());
      if (text === '') return;
      pick.busy = true;
      const problem = await question.accepts?.(text, signal);
      if (signal.aborted) return;
      pick.busy = false;
      if (problem === undefined) resolve({ text });
      else pick.title = problem;
    });
  });
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
