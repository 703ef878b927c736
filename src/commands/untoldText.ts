import { setTimeout as wait } from 'node:timers/promises';
import { commands, type QuickPick, type QuickPickItem } from 'vscode';

/**
 * Whether the box holds another text than the editor has told of; then that one takes its place again. The editor’s
 * own filter throws on texts of some 20,000 characters, before it tells anybody of them: Enter would mean the row that
 * was chosen before. Only a text that takes the place of another is told of.
 */
export async function takeBackUntold(pick: QuickPick<QuickPickItem>): Promise<boolean> {
  // What was set before is told of first.
  await thereAndBack();
  const { value } = pick;
  let told: string | undefined;
  const listener = pick.onDidChangeValue((text) => (told ??= text));
  pick.value = value;
  await thereAndBack();
  listener.dispose();
  return told === value;
}

/** What is set on a box is sent with the next turn; a command that goes to the window and back comes after it. */
async function thereAndBack(): Promise<void> {
  await wait(0);
  await commands.executeCommand('setContext', 'conohaImages.asked', undefined);
}
