import { ProgressLocation, window, type CancellationToken, type Progress } from 'vscode';

/** How long something runs before it is worth a notification with a cancel button. */
const PATIENCE_MS = 2000;

/** Shows the view's own progress bar while `work` runs, and after a while a notification that can cancel it. */
export async function withViewProgress(
  title: string,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const done = work(controller.signal);
  const patience = setTimeout(() => {
    void window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (_progress, token) => {
        token.onCancellationRequested(() => controller.abort());
        await done.catch(() => undefined);
      },
    );
  }, PATIENCE_MS);
  try {
    await window.withProgress({ location: { viewId: 'conohaImages.images' } }, () => done);
  } finally {
    clearTimeout(patience);
  }
}

/** A notification with a cancel button, from the start. */
export async function withCancel(
  title: string,
  work: (signal: AbortSignal, progress: Progress<{ readonly message?: string }>) => Promise<void>,
): Promise<void> {
  await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => work(signalOf(token), progress),
  );
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
