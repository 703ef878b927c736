import { l10n } from 'vscode';
import type { Entered } from './ask';
import type { BoxTitle } from './boxTitle';
import type { ValueItem } from './valueItem';
import type { Instead, ValueQuestion } from './valueQuestion';
import type { ValueRows } from './valueRows';

/** What Enter does on a row: it takes its value, or does something else, and the question stays. */
export class EnteredRow<S, T> {
  readonly #question: ValueQuestion<S, T>;
  readonly #rows: ValueRows<S>;
  readonly #title: BoxTitle;

  constructor(question: ValueQuestion<S, T>, rows: ValueRows<S>, title: BoxTitle) {
    this.#question = question;
    this.#rows = rows;
    this.#title = title;
  }

  /** @param signal fires when nobody waits for it any more */
  async read(row: ValueItem<S>, signal: AbortSignal): Promise<Entered<T>> {
    const { read, renew, title, other } = this.#question;
    if (this.#rows.isNothing(row)) return this.#showAll();
    if (row.instead === true && other?.instead !== undefined) return this.#fill(other.instead, signal);
    if (row.value !== undefined) return read(row.value, signal);
    if (renew === undefined || !this.#rows.isGiven(row)) return { problem: row.problem ?? title };
    return this.#renew(renew, row, signal);
  }

  /** The row for a text that the editor cannot hold. */
  goInstead({ words }: Instead): void {
    this.#rows.showAll((row) => row.instead === true);
    this.#title.say(words);
  }

  #showAll(): 'stays' {
    this.#rows.showAll();
    return 'stays';
  }

  async #fill({ read }: Instead, signal: AbortSignal): Promise<Entered<T>> {
    const reading = await read();
    if ('problem' in reading) return reading;
    if (!signal.aborted) this.#rows.type(reading.value);
    return 'stays';
  }

  async #renew(
    rowsAnew: () => Promise<readonly ValueItem<S>[]>,
    { label: before }: ValueItem<S>,
    signal: AbortSignal,
  ): Promise<Entered<T>> {
    const given = await rowsAnew();
    if (signal.aborted) return 'stays';
    this.#rows.give(given);
    const problem = given.find(({ label }) => label === before)?.problem;
    this.#title.say(problem === undefined ? l10n.t('Read again.') : l10n.t('Read again: {0}', problem));
    return 'stays';
  }
}
