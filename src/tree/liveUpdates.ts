import { Disposable, window, workspace } from 'vscode';
import type { Session, Sessions } from '../session/sessions';
import { settings } from '../settings';
import type { ImagesView } from './imagesView';

/** Seconds between looks at images that are being saved: doubled each time nothing has changed. */
const SOONEST = 5;
const LATEST = 60;

/**
 * Keeps the lists up to date without being asked: while images are being saved, and as often as the setting says. Only
 * while the view is visible and the window has the focus.
 */
export class LiveUpdates {
  readonly #sessions: Sessions;
  readonly #view: ImagesView;
  readonly #subscriptions: Disposable;
  #timer: NodeJS.Timeout | undefined;
  #patience = SOONEST;
  #updating = false;

  constructor(sessions: Sessions, view: ImagesView) {
    this.#sessions = sessions;
    this.#view = view;
    const changes = sessions.onDidChange(({ change }) => {
      if (change === 'images') this.#notice();
    });
    this.#subscriptions = Disposable.from(
      changes,
      view.onDidChangeVisibility(() => this.#notice()),
      window.onDidChangeWindowState(() => this.#notice()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('conohaImages.autoRefresh')) this.#notice();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Something has changed: the next look is soon again. */
  #notice(): void {
    if (this.#updating) return;
    this.#patience = SOONEST;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const seconds = this.#secondsToNext();
    if (seconds !== undefined) this.#timer = setTimeout(() => void this.#update(), seconds * 1000);
  }

  #secondsToNext(): number | undefined {
    if (!this.#view.visible || !window.state.focused) return undefined;
    const automatic = settings.autoRefresh();
    const waits = [
      ...(automatic > 0 && this.#started().length > 0 ? [automatic] : []),
      ...(this.#started().some(isSaving) ? [this.#patience] : []),
    ];
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  async #update(): Promise<void> {
    const automatic = settings.autoRefresh() > 0;
    const sessions = this.#started().filter((session) => automatic || isSaving(session));
    const before = sessions.map(({ images }) => images.catalog.revision);
    this.#updating = true;
    // A failure is kept by the catalogue and shown beside the list.
    for (const { images } of sessions) await images.bringUpToDate().catch(() => undefined);
    this.#updating = false;
    const same = sessions.every(({ images }, index) => images.catalog.revision === before[index]);
    this.#patience = same ? Math.min(this.#patience * 2, LATEST) : SOONEST;
    this.#schedule();
  }

  #started(): readonly Session[] {
    return this.#sessions.opened.filter(({ images }) => images.catalog.started);
  }
}

function isSaving({ images }: Session): boolean {
  return images.catalog.images.some(({ status }) => status === 'SAVING');
}
