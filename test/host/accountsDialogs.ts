import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { commands, EventEmitter, window, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';
import { Canceled } from '../../src/base/canceled';
import { until } from '../hosts/until';

export type Dialog = InputBox | QuickPick<QuickPickItem>;

/** Answers the dialogs that the editor shows, in place of a person: types into them and presses Enter or Back. */
export class Dialogs {
  readonly #original = { createInputBox: window.createInputBox, createQuickPick: window.createQuickPick };
  readonly #keyboards = new Map<Dialog, EventEmitter<string>>();
  #last: Dialog | undefined;

  constructor() {
    const { createInputBox, createQuickPick } = this.#original;
    Object.assign(window, {
      createInputBox: () => this.#note(this.#typable(createInputBox())),
      createQuickPick: () => this.#note(createQuickPick()),
    });
  }

  dispose(): void {
    Object.assign(window, this.#original);
  }

  /** The one that was shown last. */
  get last(): Dialog | undefined {
    return this.#last;
  }

  /** Means what is shown next, however much it is like what was shown before. */
  forget(): void {
    this.#last = undefined;
  }

  /** Waits for the dialog whose title, placeholder or prompt holds the text. */
  async asking(text: string): Promise<Dialog> {
    return until(
      () => {
        const dialog = this.#last;
        return dialog !== undefined && wordsOf(dialog).includes(text) ? dialog : undefined;
      },
      () => `a dialog with “${text}” instead of “${this.#last === undefined ? '' : wordsOf(this.#last)}”`,
    );
  }

  /** Types the answer to what is asked, and presses Enter. */
  async answer(question: string, text: string): Promise<void> {
    const dialog = await this.asking(question);
    dialog.value = text;
    if ('items' in dialog) {
      const isListed = ({ label, description }: QuickPickItem) => [label, description].includes(text);
      await until(() => dialog.activeItems.some(isListed), `“${text}” on the list`);
    }
    await press('acceptSelectedQuickOpenItem');
  }

  /** Chooses a row of the list that stands below what is asked. */
  async pick(question: string, label: string): Promise<void> {
    const dialog = await this.asking(question);
    assert.ok('items' in dialog, `“${question}” asks for a text`);
    // Rows that are still on their way would be new ones in the place of these.
    await until(() => !dialog.busy, 'all rows');
    const item = await until(
      () => dialog.items.find((each) => each.label.replace(/^\$\([a-z-]+\) /, '') === label),
      `“${label}” on the list`,
    );
    dialog.activeItems = [item];
    await press('acceptSelectedQuickOpenItem');
  }

  /** Presses Enter on what is there already. */
  async enter(question: string): Promise<void> {
    await this.untilActive(question);
    await press('acceptSelectedQuickOpenItem');
  }

  /** Waits until a row is active, where what is asked has rows. */
  async untilActive(question: string): Promise<void> {
    const dialog = await this.asking(question);
    if ('items' in dialog) await until(() => dialog.activeItems.length > 0 && !dialog.busy, 'an active row');
  }

  /** Puts a text into the box, as a paste does. */
  async paste(question: string, text: string): Promise<Dialog> {
    const dialog = await this.asking(question);
    dialog.value = text;
    return dialog;
  }

  /** Puts a text into a box as a keyboard does: of an input box the window reports that alone. */
  enterText(dialog: Dialog, text: string): void {
    dialog.value = text;
    this.#keyboards.get(dialog)?.fire(text);
  }

  /** Types over what stands there. @returns the row for it, below the others */
  async type(question: string, text: string): Promise<QuickPickItem | undefined> {
    const dialog = await this.asking(question);
    assert.ok('items' in dialog, `“${question}” asks for a text`);
    // What the window still has to tell of an earlier text would be taken for this one.
    await thereAndBack();
    await thereAndBack();
    const before = dialog.items;
    dialog.value = text;
    await until(() => dialog.items !== before, 'the rows for it');
    return dialog.items.at(-1);
  }

  async back(question: string): Promise<void> {
    await this.asking(question);
    await press('quickInputBack');
  }

  /** Waits until the last answer is objected to in such words, and stands there still. */
  async objection(words: RegExp): Promise<void> {
    const dialog = this.#last;
    assert.ok(dialog !== undefined && 'validationMessage' in dialog, 'a text is asked for');
    await until(
      () => {
        const { validationMessage: said } = dialog;
        return words.test((typeof said === 'string' ? said : said?.message) ?? '');
      },
      `an objection like ${String(words)}`,
    );
  }

  /** Whoever listens to what is typed hears `enterText`, too. */
  #typable(box: InputBox): InputBox {
    const { onDidChangeValue } = box;
    const keyboard = new EventEmitter<string>();
    this.#keyboards.set(box, keyboard);
    const listen: typeof onDidChangeValue = (...listener) => {
      keyboard.event(...listener);
      return onDidChangeValue(...listener);
    };
    Object.assign(box, { onDidChangeValue: listen });
    return box;
  }

  #note<D extends Dialog>(dialog: D): D {
    this.#last = dialog;
    return dialog;
  }
}

/** Gives up counts as done: whoever carries a command out says nothing of it. */
export async function begun(command: Promise<void>): Promise<void> {
  await command.catch((error: unknown) => {
    if (!(error instanceof Canceled)) throw error;
  });
}

export async function press(
  key: 'acceptSelectedQuickOpenItem' | 'quickOpenSelectNext' | 'quickInputBack' | 'closeQuickOpen',
): Promise<void> {
  await thereAndBack();
  await commands.executeCommand(`workbench.action.${key}`);
}

/** What was set on a dialog is on its way to the window: a command there and back comes after it. */
export async function thereAndBack(): Promise<void> {
  await wait(0);
  await commands.executeCommand('setContext', 'conohaImages.test', true);
}

function wordsOf(dialog: Dialog): string {
  const prompt = 'prompt' in dialog ? dialog.prompt : undefined;
  return [dialog.title, dialog.placeholder, prompt].join(' | ');
}
