import { ProgressLocation, window, type Progress } from 'vscode';
import { unawaited } from '../base/unawaited';

/** How long something runs before it is worth a notification with a cancel button. */
const PATIENCE_MS = 2000;

type Work = (signal: AbortSignal) => Promise<void>;
type ReportingWork = (
  signal: AbortSignal,
  progress: Progress<{ readonly message?: string }>,
) => Promise<void>;

/** The progress of what commands do for accounts: one notification for one thing, however often it is asked for. */
export class CommandProgress {
  /** What runs behind a notification, by account and command. */
  readonly #notified = new Map<string, Promise<void>>();

  /**
   * Shows the view's own progress bar while `work` runs, and after a while a notification that can cancel it.
   * @param key account and command: of the same one there is one notification
   */
  async inView(key: string, title: string, work: Work): Promise<void> {
    const controller = new AbortController();
    const done = work(controller.signal);
    const patience = setTimeout(() => this.#notify(key, title, done, controller), PATIENCE_MS);
    try {
      await window.withProgress({ location: { viewId: 'conohaImages.images' } }, () => done);
    } finally {
      clearTimeout(patience);
    }
  }

  /** A notification with a cancel button, from the start; whoever asks for the same meanwhile waits for it. */
  async inNotification(key: string, title: string, work: ReportingWork): Promise<void> {
    const known = this.#notified.get(key);
    if (known !== undefined) return known;
    const controller = new AbortController();
    const done = Promise.resolve(
      window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        (progress, token) => {
          token.onCancellationRequested(() => controller.abort());
          return work(controller.signal, progress);
        },
      ),
    );
    await this.#keep(key, done);
  }

  #notify(key: string, title: string, done: Promise<void>, controller: AbortController): void {
    if (this.#notified.has(key)) return;
    // What fails is told by whoever has asked for it.
    const quiet = done.catch(() => undefined);
    unawaited(this.#keep(key, quiet));
    unawaited(
      window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        (_progress, token) => {
          token.onCancellationRequested(() => controller.abort());
          return quiet;
        },
      ),
    );
  }

  async #keep(key: string, done: Promise<void>): Promise<void> {
    this.#notified.set(key, done);
    try {
      await done;
    } finally {
      this.#notified.delete(key);
    }
  }
}
