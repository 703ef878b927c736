import { Disposable, window } from 'vscode';
import type { Session, Sessions } from '../session/sessions';
import { Upkeep } from '../session/upkeep';
import { settings } from '../settings';
import type { ImagesView } from './imagesView';

/**
 * Keeps the lists up to date without being asked, as `Upkeep` says. Only while the view is visible and the window has
 * the focus.
 */
export class LiveUpdates {
  readonly #sessions: Sessions;
  readonly #view: ImagesView;
  readonly #upkeep = new WeakMap<Session, Upkeep>();
  readonly #subscriptions: Disposable;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(sessions: Sessions, view: ImagesView) {
    this.#sessions = sessions;
    this.#view = view;
    this.#subscriptions = Disposable.from(
      sessions.onDidChange(({ change }) => {
        if (change === 'images') this.#notice();
      }),
      view.onDidChangeVisibility(() => this.#notice()),
      window.onDidChangeWindowState(() => this.#notice()),
      settings.onDidChange(() => this.#schedule()),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #notice(): void {
    // What is being asked for now tells by itself whether something has changed.
    if (this.#looking) return;
    for (const session of this.#sessions.opened) this.#upkeepOf(session).hasten();
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#looking || !this.#isWatched()) return;
    const due = Math.min(...this.#sessions.opened.map((session) => this.#due(session)));
    if (due < Infinity) this.#timer = setTimeout(() => void this.#look(), Math.max(due - Date.now(), 0));
  }

  async #look(): Promise<void> {
    this.#looking = true;
    for (const session of this.#sessions.opened) {
      if (this.#isWatched() && this.#due(session) <= Date.now()) await this.#upkeepOf(session).look();
    }
    this.#looking = false;
    this.#schedule();
  }

  #isWatched(): boolean {
    return this.#view.visible && window.state.focused;
  }

  #due(session: Session): number {
    return this.#upkeepOf(session).due(settings.autoRefresh() * 1000) ?? Infinity;
  }

  #upkeepOf(session: Session): Upkeep {
    const known = this.#upkeep.get(session);
    if (known !== undefined) return known;
    const upkeep = new Upkeep(session.images);
    this.#upkeep.set(session, upkeep);
    return upkeep;
  }
}
