import { lm, type ExtensionContext } from 'vscode';
import type { Core } from '../core';

/**
 * Registers the tools that language models look images up by. The editor starts the extension for a tool and expects it then:
 * this is at the start, all behind it comes when a tool is used.
 * @param names as the manifest has them
 * @param core builds what there is to be looked up
 */
export function registerLanguageModelTools(
  names: readonly string[],
  core: () => Promise<Core>,
  subscriptions: ExtensionContext['subscriptions'],
): void {
  for (const name of names) {
    const tool = lm.registerTool<unknown>(name, {
      prepareInvocation: async ({ input }) => {
        const { prepareTool } = await import('./languageModelTools');
        return prepareTool(await core(), name, input);
      },
      invoke: async ({ input }, token) => {
        const { invokeTool } = await import('./languageModelTools');
        return invokeTool(await core(), name, input, token);
      },
    });
    subscriptions.push(tool);
  }
}
