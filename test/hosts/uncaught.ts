/** Native modules that the packages come without: see `installHost.ts`. */
const NOT_BUILT = /build\/(Release|Debug)\//;
const BUILT_IN = /\/extensions\/[\w-]+\/(client|server|dist|out)\//;
const OURS = /conoha-images\.conoha-images-[\d.]+\/|\/dist\/(extension|commands)\.js/;

/** Whether an error with its stack is that of VS Code itself, or of an extension that comes with it. */
export function isForeign(text: string): boolean {
  return NOT_BUILT.test(text) || (BUILT_IN.test(text) && !OURS.test(text));
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

  /** Their texts with the stacks, without those of others in the same process. */
  texts(): readonly string[] {
    return [...this.#exceptions, ...this.#rejections.values()]
      .map((error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)))
      .filter((text) => !isForeign(text));
  }
}
