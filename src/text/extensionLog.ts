import type { LogOutputChannel } from 'vscode';
import { Canceled } from '../base/canceled';
import type { RequestRecord } from '../api/http/requestLog';
import { formatFailure, formatRequest } from './formatLog';

/**
 * The one way to the output channel. Requests, commands and what nobody waits for may end after the window has closed
 * its channels, which throw when they are written to; what comes then is passed over.
 */
export class ExtensionLog {
  #isOpen = true;

  constructor(private readonly output: LogOutputChannel) {}

  readonly request = (record: RequestRecord): void => {
    if (this.#isOpen) this.output.info(formatRequest(record));
  };

  /** Writes down a failure with where it came from. Something canceled is none. */
  readonly report = (error: unknown): void => {
    if (this.#isOpen && !(error instanceof Canceled)) this.output.error(formatFailure(error));
  };

  /** Writes down a failure after which what was asked for goes on. */
  readonly warn = (error: unknown): void => {
    if (this.#isOpen) this.output.warn(formatFailure(error));
  };

  show(): void {
    if (this.#isOpen) this.output.show();
  }

  dispose(): void {
    this.#isOpen = false;
    this.output.dispose();
  }
}
