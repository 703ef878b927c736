import { QuickInputButtons, window, type QuickInput, type QuickPickItem } from 'vscode';

/** What was answered, or that the user went back. */
export type Answer = { readonly text: string } | 'back';

export interface TextQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly prompt?: string;
  readonly value: string;
  /** Words for what is wrong with a text; may take a moment. */
  readonly problem?: (text: string) => string | undefined | Promise<string | undefined>;
}

/** An input box with a back button. What was typed stays until it is good. */
export function askText({ title, placeholder, prompt, value, problem }: TextQuestion): Promise<Answer> {
  const box = window.createInputBox();
  Object.assign(box, { title, placeholder, prompt, value, buttons: [QuickInputButtons.Back] });
  return answered(box, (resolve) => {
    box.onDidTriggerButton(() => resolve('back'));
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(async () => {
      const text = box.value;
      const words = await problem?.(text);
      if (text !== box.value) return;
      if (words === undefined) resolve({ text });
      else box.validationMessage = words;
    });
  });
}

export interface ValueItem extends QuickPickItem {
  readonly value: string;
}

export interface ValueQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly ValueItem[];
  readonly present: string | undefined;
  /** Where a value that is not listed can be typed: the item that stands for it. */
  readonly other?: (typed: string) => ValueItem;
}

/** A quick pick with a back button; the present value is the one that Enter takes. */
export function askValue({ title, placeholder, items, present, other }: ValueQuestion): Promise<Answer> {
  const pick = window.createQuickPick<ValueItem>();
  Object.assign(pick, {
    title,
    placeholder,
    items,
    matchOnDescription: true,
    buttons: [QuickInputButtons.Back],
  });
  pick.activeItems = items.filter(({ value }) => value === present);
  return answered(pick, (resolve) => {
    pick.onDidTriggerButton(() => resolve('back'));
    pick.onDidChangeValue((text) => {
      const typed = text.trim();
      const listed = typed === '' || items.some(({ value }) => value === typed);
      if (other !== undefined) pick.items = listed ? items : [...items, other(typed)];
    });
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item !== undefined) resolve({ text: item.value });
    });
  });
}

async function answered(
  input: QuickInput,
  listen: (resolve: (answer: Answer) => void) => void,
): Promise<Answer> {
  try {
    return await new Promise<Answer>((resolve) => {
      input.onDidHide(() => resolve('back'));
      listen(resolve);
      input.show();
    });
  } finally {
    // Its listeners go with it.
    input.dispose();
  }
}
