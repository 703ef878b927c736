import { Disposable, window } from 'vscode';
import type { Core } from '../core';
import type { Session, Sessions } from '../session/sessions';
import type { Settings } from '../session/settings';
import { RefreshSchedule } from '../session/refreshSchedule';
import type { ImagesView } from './imagesView';

/**
 * Keeps the lists up to date without being asked, as `RefreshSchedule` says. Only while the view is visible and the window has
 * the focus.
 */
export class AutoRefresh {
  readonly #sessions: Sessions;
  readonly #settings: Settings;
  readonly #view: ImagesView;
  readonly #schedules = new WeakMap<Session, RefreshSchedule>();
  readonly #subscriptions: Disposable;
  #timer: NodeJS.Timeout | undefined;
  #refreshing = false;

  constructor({ sessions, settings }: Pick<Core, 'sessions' | 'settings'>, view: ImagesView) {
    this.#sessions = sessions;
    this.#settings = settings;
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
    if (this.#refreshing) return;
    for (const session of this.#sessions.opened) this.#scheduleOf(session).hasten();
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#refreshing || !this.#isWatched()) return;
    const due = Math.min(...this.#sessions.opened.map((session) => this.#due(session)));
    if (due < Infinity)
      this.#timer = setTimeout(() => void this.#refreshDue(), Math.max(due - Date.now(), 0));
  }

  async #refreshDue(): Promise<void> {
    this.#refreshing = true;
    for (const session of this.#sessions.opened) {
      if (this.#isWatched() && this.#due(session) <= Date.now()) await this.#scheduleOf(session).refresh();
    }
    this.#refreshing = false;
    this.#schedule();
  }

  #isWatched(): boolean {
    return this.#view.visible && window.state.focused;
  }

  #due(session: Session): number {
    return this.#scheduleOf(session).due(this.#settings.autoRefresh() * 1000) ?? Infinity;
  }

  #scheduleOf(session: Session): RefreshSchedule {
    const known = this.#schedules.get(session);
    if (known !== undefined) return known;
    const schedule = new RefreshSchedule(session.images);
    this.#schedules.set(session, schedule);
    return schedule;
  }
}
