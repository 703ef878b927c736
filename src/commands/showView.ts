import { commands } from 'vscode';
import type { CommandContext } from './context';

/**
 * Brings the view up and gives it the focus. While other rows are on their way the editor may fail to focus the one
 * that was selected; the view stands there by then, and what was asked for goes on.
 */
export async function showView({ log }: Pick<CommandContext, 'log'>): Promise<void> {
  try {
    await commands.executeCommand('conohaImages.images.focus');
  } catch (error) {
    log.warn(error);
  }
}
