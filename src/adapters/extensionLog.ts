import type { LogOutputChannel } from 'vscode';
import { Canceled } from '../base/canceled';
import { unawaited } from '../base/unawaited';
import type { RequestRecord } from '../api/http/requestLog';
import type { Log } from '../core';
import { formatFailure, formatRequest } from '../text/formatLog';

/**
 * The one way to the output channel. Requests, commands and what nobody waits for may end after the window has closed
 * its channels, which throw when they are written to; what comes then is passed over.
 */
export class ExtensionLog implements Log {
  #isOpen = true;

  constructor(private readonly output: LogOutputChannel) {}

  readonly request = (record: RequestRecord): void => {
    if (this.#isOpen) this.output.info(formatRequest(record));
  };

  readonly report = (error: unknown): void => {
    if (!(error instanceof Canceled)) unawaited(this.#write('error', error));
  };

  readonly warn = (error: unknown): void => {
    unawaited(this.#write('warn', error));
  };

  readonly show = (): void => {
    if (this.#isOpen) this.output.show();
  };

  dispose(): void {
    this.#isOpen = false;
    this.output.dispose();
  }

  /** What puts failures into words is loaded with the first. */
  async #write(level: 'error' | 'warn', error: unknown): Promise<void> {
    const { errorSentence } = await import('../text/describeError');
    if (this.#isOpen) this.output[level](formatFailure(error, errorSentence(error)));
  }
}
