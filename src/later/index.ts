import { commands, window, workspace, type ExtensionContext } from 'vscode';
import type { Closing } from '../base/closing';
import { IMAGE_SCHEME } from '../documents/imageAddress';
import { registerLanguageModelTools } from '../languageModel';
import { builtLater } from './builtLater';
import { DocumentsLater } from './documentsLater';
import { RowsLater } from './rowsLater';

/** What is read of `package.json`. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/**
 * Registers the view, the documents, every command and every tool of the manifest. All that stands behind them is built when the editor
 * first asks for one of them: until then it waits for nothing.
 */
export function registerLater(context: ExtensionContext, closing: Closing): void {
  const { extension, subscriptions } = context;
  const whole = builtLater(async () => {
    const { buildWhole, openLog } = await import('../whole');
    return {
      openLog,
      build: (log, parts) => {
        const built = buildWhole(context, { view, closing, log, parts });
        rows.follow(built.tree);
        documents.follow(built.documents);
        return built;
      },
    };
  }, subscriptions);
  const rows = new RowsLater(whole);
  const documents = new DocumentsLater(whole);
  const view = window.createTreeView('conohaImages.images', {
    treeDataProvider: rows,
    dragAndDropController: rows,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const fileSystem = { isReadonly: true, isCaseSensitive: true };
  subscriptions.push(
    rows,
    documents,
    view,
    workspace.registerFileSystemProvider(IMAGE_SCHEME, documents, fileSystem),
  );
  const { contributes } = extension.packageJSON as Manifest;
  for (const { command } of contributes.commands) {
    const carryOut = async (...args: readonly unknown[]) => (await whole.get()).run(command, args);
    subscriptions.push(commands.registerCommand(command, carryOut));
  }
  const tools = contributes.languageModelTools.map(({ name }) => name);
  registerLanguageModelTools(tools, async () => (await whole.get()).core, subscriptions);
}
