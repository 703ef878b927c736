import { commands, window } from 'vscode';
import type { Account } from '../auth/account';
import type { Core } from '../core';
import { switchServiceTexts } from '../text/switchServiceTexts';

/** Whether that was said, or there was nobody to say it to: in every window, and after a restart. */
const TOLD = 'imageServiceTold';

/**
 * Says once that there is an image service beside Compute: to who had accounts before there was a choice. Whoever signs in
 * later has what the service catalogue has.
 */
export async function tellOfImageService({
  accounts,
  state,
}: Pick<Core, 'accounts' | 'state'>): Promise<void> {
  if (state.get(TOLD) === true) return;
  await state.update(TOLD, true);
  const account = accounts.all.find(mayHaveMore);
  if (account === undefined) return;
  const change = switchServiceTexts.switch();
  const answer = await window.showInformationMessage(switchServiceTexts.thereIsMore(account.label), change);
  if (answer === change) await commands.executeCommand('conohaImages.switchService', account.id);
}

/** Whether there is an image service beside Compute nobody knows before it is looked for. */
function mayHaveMore({ service }: Account): boolean {
  return service === undefined;
}
