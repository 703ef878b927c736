import type { ExtensionContext } from 'vscode';
import { Later } from '../base/later';
import type { Log } from '../core';

/** What goes with the window. */
export type Disposables = ExtensionContext['subscriptions'];

/** What is loaded to build something. */
export interface Builder<Built> {
  readonly openLog: () => Log & Disposables[number];
  /** @param parts takes each part that is to be disposed, as soon as it is there */
  readonly build: (log: Log, parts: Disposables) => Built;
}

/**
 * What is built when it is first asked for, and again after a failure. Whatever becomes of it, there is one log, in which
 * failures stand; of what a failed attempt has built nothing is left. The editor tells whoever has asked.
 * @param load its own failure is before there is a log
 * @param subscriptions get the log and what was built
 */
export function builtLater<Built>(
  load: () => Promise<Builder<Built>>,
  subscriptions: Disposables,
): Later<Built> {
  let log: ReturnType<Builder<Built>['openLog']> | undefined;
  return new Later(async () => {
    const { openLog, build } = await load();
    if (log === undefined) subscriptions.push((log = openLog()));
    const parts: Disposables = [];
    // Parts may still come when it has been built.
    const dispose = (): void => parts.forEach((part) => void part.dispose());
    try {
      const built = build(log, parts);
      subscriptions.push({ dispose });
      return built;
    } catch (error) {
      log.report(error);
      dispose();
      throw error;
    }
  });
}
