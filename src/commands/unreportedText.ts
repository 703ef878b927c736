import { setTimeout as wait } from 'node:timers/promises';
import { commands, type QuickPick, type QuickPickItem } from 'vscode';

/**
 * Puts back the last text that the editor has reported. Its own filter throws on texts of some 20,000 characters before
 * it reports them, and Enter then means the row that was active before.
 * @returns whether another text stood in the box: only one that replaces another is reported
 */
export async function restoreReportedText(pick: QuickPick<QuickPickItem>): Promise<boolean> {
  // What was set before is reported first.
  await untilReported();
  const { value } = pick;
  let reported: string | undefined;
  const listener = pick.onDidChangeValue((text) => (reported ??= text));
  pick.value = value;
  await untilReported();
  listener.dispose();
  return reported === value;
}

/**
 * Waits until the window has reported what was set on a box: that is sent with the next turn, and a command that goes to
 * the window and back comes after it.
 */
export async function untilReported(): Promise<void> {
  await wait(0);
  await commands.executeCommand('setContext', 'conohaImages.asked', undefined);
}
