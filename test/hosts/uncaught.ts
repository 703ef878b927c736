import { isControl, unnoticed } from './control';
import { until } from './until';

/** Native modules that the packages come without: see `installHost.ts`. */
const NOT_BUILT = /build\/(Release|Debug)\//;
const BUILT_IN = /\/extensions\/[\w-]+\/(client|server|dist|out)\//;
const OURS = /conoha-images\.conoha-images-[\d.]+\/|\/dist\/(extension|commands)\.js/;
/** Of the files that the editor locks its storage by: it looks whether another window has one, and logs that. */
const LOCK_FILE = /^[^\n]*\/vscode\.lock'/;
const EDITOR_FRAME = /\/extensionHostProcess\.js:\d|\bnode:internal\//;
/** The window builds a pattern of all that stands in a list's box: of a megabyte it cannot, whatever is listed meanwhile. */
const TYPED_PATTERN =
  /SyntaxError: Invalid regular expression: .*: Regular expression too large\n\s+at RegExp\.exec \(<anonymous>\)\n\s+at \S+ \(http:\/\/127\.0\.0\.1:\d+\/\S+\/workbench\.js:/;
const NOTICED_MS = 10_000;

/** Whether an error with its stack is that of VS Code itself, or of an extension that comes with it. */
export function isForeign(text: string): boolean {
  if (NOT_BUILT.test(text) || LOCK_FILE.test(text) || TYPED_PATTERN.test(text)) return true;
  if (isHalfWrittenLock(text)) return true;
  return BUILT_IN.test(text) && !OURS.test(text);
}

/**
 * The editor reads a lock file that another window is just writing: empty. A stack of the editor's own frames alone
 * proves nothing, since what an extension asks of the editor fails there as well. But whoever calls `JSON.parse` stands
 * right below it: were it an extension, so would its file.
 */
function isHalfWrittenLock(text: string): boolean {
  const [message = '', parse, ...callers] = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  return (
    /(^|\[error\] )SyntaxError: Unexpected end of JSON input$/.test(message) &&
    parse === 'at JSON.parse (<anonymous>)' &&
    callers.length > 0 &&
    callers.every((frame) => EDITOR_FRAME.test(frame))
  );
}

/** Rejections that nobody handles, and exceptions that nobody catches, in this process. */
export class Uncaught {
  readonly #exceptions: unknown[] = [];
  /** One that is handled late, but handled, is none. */
  readonly #rejections = new Map<Promise<unknown>, unknown>();

  listen(): void {
    process.on('unhandledRejection', (reason, promise) => this.#rejections.set(promise, reason));
    process.on('rejectionHandled', (promise) => this.#rejections.delete(promise));
    process.on('uncaughtExceptionMonitor', (error) => this.#exceptions.push(error));
  }

  /**
   * Their texts with the stacks, without those of others in the same process.
   * @param reject leaves the controls behind; that one of them was not noticed is among the texts
   */
  async textsAfter(reject: () => void): Promise<readonly string[]> {
    reject();
    await until(() => unnoticed(this.#texts()).length === 0, 'the controls', NOTICED_MS).catch(
      () => undefined,
    );
    const texts = this.#texts();
    return [...unnoticed(texts), ...texts.filter((text) => !isForeign(text) && !isControl(text))];
  }

  #texts(): readonly string[] {
    return [...this.#exceptions, ...this.#rejections.values()].map((error) =>
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}
