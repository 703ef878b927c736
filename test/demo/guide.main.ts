// An extension of the demo's own: the window opens with the side bar that the demo is about.
import { commands } from 'vscode';

export async function activate(): Promise<void> {
  await commands.executeCommand('workbench.view.extension.conohaImages');
}
