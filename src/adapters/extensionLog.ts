import type { LogOutputChannel } from 'vscode';
import { Canceled } from '../base/canceled';
import { unawaited } from '../base/unawaited';
import type { RequestRecord } from '../api/http/requestLog';
import type { Log } from '../core';
import { failureWords, ownWords } from '../text/failureText';
import { formatFailure, formatRequest } from '../text/formatLog';

/** A failure that was reported while the channel was open. */
interface Reported {
  readonly level: 'error' | 'warn';
  readonly error: unknown;
}

/**
 * The one way to the output channel. Requests, commands and what nobody waits for may end after the window has closed
 * its channels, which throw when they are written to; what comes then is passed over, and what came before is not.
 */
export class ExtensionLog implements Log {
  #isOpen = true;
  /** What waits for its words. */
  readonly #waiting = new Set<Reported>();

  constructor(
    private readonly output: LogOutputChannel,
    private readonly wordsOf: (error: unknown) => Promise<string> = failureWords,
  ) {}

  readonly request = (record: RequestRecord): void => {
    if (this.#isOpen) this.output.info(formatRequest(record));
  };

  readonly report = (error: unknown): void => {
    if (!(error instanceof Canceled)) this.#take({ level: 'error', error });
  };

  readonly warn = (error: unknown): void => {
    this.#take({ level: 'warn', error });
  };

  readonly show = (): void => {
    if (this.#isOpen) this.output.show();
  };

  dispose(): void {
    this.#isOpen = false;
    // There is no time left for better words.
    for (const reported of this.#waiting) this.#write(reported, ownWords(reported.error));
    this.output.dispose();
  }

  #take(reported: Reported): void {
    if (!this.#isOpen) return;
    this.#waiting.add(reported);
    unawaited(
      this.wordsOf(reported.error).then((words) => {
        if (this.#isOpen) this.#write(reported, words);
      }),
    );
  }

  #write(reported: Reported, words: string): void {
    this.#waiting.delete(reported);
    this.output[reported.level](formatFailure(reported.error, words));
  }
}
