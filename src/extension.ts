import type { ExtensionContext } from 'vscode';
import { Closing } from './base/closing';
import { registerLater } from './later';

/** The editor calls `deactivate` with nothing: this is what it has to find. */
const closing = new Closing();

/** Tells the editor what there is. It is built once the editor asks for any of it. */
export function activate(context: ExtensionContext): void {
  registerLater(context, closing);
}

/** The editor waits for this a few seconds before it closes. */
export function deactivate(): Promise<void> {
  return closing.run();
}
