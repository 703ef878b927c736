import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandName } from './commandName';
import { ROOT } from '../../hosts/root';
import { until } from '../../hosts/until';
import type { QuickInput } from '../workbench/quickInput';
import type { Workbench } from '../workbench/workbench';
import { keyOf } from './keys';
import type { Misdeeds } from './misdeeds';
import { Person } from './person';
import type { Place, Places } from './places';
import type { Via } from './steps';
import type { WalkEditor } from './walkEditor';

const MARK_MS = 15_000;
const PICK_MS = 4000;
const CHOICE_MS = 20_000;

/** What a step found out that has to hold once nothing is under way. */
export interface Expected {
  /** The list of this place was asked for anew, by choice, and nothing stood in the way. */
  readonly refreshed?: Place;
  /** The whole list of this place was asked for, and nothing stood in the way. */
  readonly loadedAll?: Place;
  /** What is broken already. */
  readonly broken?: string;
}

export const NOTHING: Expected = {};

/** One walk: a window, the servers it talks to, and the person who uses it. */
export class Walk {
  readonly person = new Person();

  constructor(
    readonly editor: WalkEditor,
    readonly workbench: Workbench,
    readonly places: Places,
    readonly misdeeds: Misdeeds,
  ) {}

  /** Runs a command of the product. */
  async run(command: CommandName, via: Via = 'key'): Promise<void> {
    if (via === 'palette') await this.workbench.runCommand(titleOf(command));
    else await this.press(command);
    await this.untilBegun();
  }

  /** The same by key, for a command that asks in a dialog: while that is open no other key reaches the editor. */
  press(command: CommandName): Promise<void> {
    return this.workbench.press(keyOf(`conohaImages.${command}`));
  }

  /**
   * Runs a command that opens a list, and chooses from it. A document that opens late takes the focus, and the list
   * closes: whoever is at the keyboard does it again.
   * @throws when the editor does not do its part
   */
  async choose(command: CommandName, question: string, label: string | RegExp): Promise<QuickInput> {
    const { quickInput } = this.workbench;
    const chosen = await until(
      async () => {
        await this.run(command);
        await quickInput.asking(question);
        await quickInput.pick(label, PICK_MS);
        // A click on a list that is being drawn anew is lost.
        await until(async () => !(await quickInput.asks(question)), `${String(label)} to be taken`, PICK_MS);
        return { quickInput };
      },
      `${command} to offer ${String(label)}`,
      CHOICE_MS,
    );
    return chosen.quickInput;
  }

  /** The same for a box that a text is typed into. */
  async typeInto(command: CommandName, question: string | RegExp, text: string): Promise<QuickInput> {
    const { quickInput } = this.workbench;
    const typed = await until(
      async () => {
        await this.run(command);
        await quickInput.asking(question);
        await quickInput.type(text, PICK_MS);
        return { quickInput };
      },
      `${command} to take ${JSON.stringify(text)}`,
      CHOICE_MS,
    );
    return typed.quickInput;
  }

  /**
   * Waits until the extension host has been told of everything that was done in the window. A dialog that it opened shows
   * that as well, and keeps the keys to itself.
   */
  async untilBegun(): Promise<void> {
    const { witness } = this.editor;
    const { dialog } = this.workbench;
    const before = witness.marks;
    await this.workbench.press(keyOf('walk.mark'));
    const hasBegun = async (): Promise<boolean> => witness.marks > before || (await dialog.isOpen());
    await until(hasBegun, 'the extension host to get its turn', MARK_MS);
  }

  /** Gives up whatever question stands open. */
  async giveUp(): Promise<void> {
    const { dialog, quickInput, page } = this.workbench;
    await until(async () => {
      if (!(await quickInput.isOpen()) && !(await dialog.isOpen())) return true;
      await page.keyboard.press('Escape');
      return false;
    }, 'the question to close');
  }
}

const TEXTS = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as Record<string, string>;

function titleOf(command: CommandName): string {
  return `${TEXTS.category ?? ''}: ${TEXTS[`command.${command}`] ?? ''}`;
}
