import assert from 'node:assert/strict';
import { window, type QuickInputButton, type QuickPick, type QuickPickItem } from 'vscode';
import { COPY_COMMANDS } from '../../src/commands/copy';
import { pickOne } from '../../src/commands/pick';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken } from '../server/index';
import { begun, press } from './accountsDialogs';
import { commandParts, CommandSurroundings } from './commandParts';

const TENANT = { id: documentedTenantId, token: documentedToken };

/** Notes when boxes come and go, and presses their buttons. */
class Boxes {
  readonly order: string[] = [];
  #count = 0;
  #press: (button: QuickInputButton) => void = () => assert.fail('no button');

  constructor() {
    const { createQuickPick } = window;
    Object.assign(window, { createQuickPick: () => this.#noted(createQuickPick()) });
  }

  /** Of the box that was made last. */
  press(button: QuickInputButton): void {
    this.#press(button);
  }

  #noted(box: QuickPick<QuickPickItem>): QuickPick<QuickPickItem> {
    const number = ++this.#count;
    const { onDidTriggerButton } = box;
    const show = box.show.bind(box);
    const dispose = box.dispose.bind(box);
    const noted = (what: string, act: () => void) => () => {
      this.order.push(`${number} ${what}`);
      act();
    };
    return Object.assign(box, {
      show: noted('comes', show),
      dispose: noted('goes', dispose),
      onDidTriggerButton: (listener: (button: QuickInputButton) => void) => {
        this.#press = listener;
        return onDidTriggerButton.call(box, listener);
      },
    });
  }
}

describe('A box that follows another one', () => {
  const given = new CommandSurroundings();
  const untilGone = (boxes: Boxes, order: readonly string[]) =>
    until(
      () => boxes.order.length >= order.length,
      () => `${order.join(', ')} instead of ${boxes.order.join(', ')}`,
    ).then(() => assert.deepEqual(boxes.order, order));

  it('is there before that one goes, whose focus the editor gives back: of two questions', async () => {
    const boxes = new Boxes();
    const asked = (async () => {
      await pickOne([{ label: 'one' }], { title: 'First' });
      await pickOne([{ label: 'two' }], { title: 'Second' });
    })();
    await given.dialogs.enter('First');
    await given.dialogs.enter('Second');
    await asked;
    await untilGone(boxes, ['1 comes', '2 comes', '1 goes', '2 goes']);
  });

  it('is there before that one goes: of several images after one', async () => {
    const { context, sessions } = await commandParts(given.api, [TENANT]);
    await sessions.ofActive()?.images.ensureStarted();
    const boxes = new Boxes();
    const copied = begun(COPY_COMMANDS.copyId(context) as Promise<void>);
    const finder = await given.dialogs.asking('Enter copies');
    const [several] = finder.buttons;
    assert.ok(several);
    boxes.press(several);
    await given.dialogs.asking('Select images to copy their IDs');
    await untilGone(boxes, ['1 comes', '2 comes', '1 goes']);
    await press('closeQuickOpen');
    await copied;
  });
});
