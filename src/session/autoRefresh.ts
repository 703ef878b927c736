import type { Subscription } from '../base/emitter';
import { Alarm } from '../base/alarm';
import { RefreshSchedule } from './refreshSchedule';
import type { Session, Sessions } from './sessions';
import type { Settings } from './settings';

/** Keeps the lists up to date without being asked, each as its `RefreshSchedule` says, while they are watched. */
export class AutoRefresh {
  readonly #sessions: Sessions;
  readonly #settings: Settings;
  readonly #isWatched: () => boolean;
  readonly #schedules = new WeakMap<Session, RefreshSchedule>();
  readonly #subscriptions: readonly Subscription[];
  readonly #alarm = new Alarm(() => this.#refreshDue());

  /** @param isWatched whether somebody sees the lists: asked whenever one is due */
  constructor(sessions: Sessions, settings: Settings, isWatched: () => boolean) {
    this.#sessions = sessions;
    this.#settings = settings;
    this.#isWatched = isWatched;
    this.#subscriptions = [
      sessions.onDidChange(({ session, change }) => {
        if (change === 'images') this.#scheduleOf(session).hasten();
        this.#setAlarm();
      }),
      settings.onDidChange(() => this.#setAlarm()),
    ];
  }

  /** Somebody may have begun or ceased to see the lists. */
  watchChanged(): void {
    for (const session of this.#sessions.opened) this.#scheduleOf(session).hasten();
    this.#setAlarm();
  }

  dispose(): void {
    this.#alarm.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #setAlarm(): void {
    this.#alarm.set(Math.min(...this.#sessions.opened.map((session) => this.#due(session))));
  }

  /** No list waits for another one. */
  #refreshDue(): void {
    for (const session of this.#sessions.opened) {
      if (this.#due(session) <= Date.now()) void this.#refresh(session);
    }
    this.#setAlarm();
  }

  async #refresh(session: Session): Promise<void> {
    await this.#scheduleOf(session).refresh();
    this.#setAlarm();
  }

  /** `Infinity` for never. */
  #due(session: Session): number {
    if (!this.#isWatched()) return Infinity;
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
