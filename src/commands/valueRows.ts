import type { QuickPick } from 'vscode';
import { lengthProblem } from '../text/describeLength';
import { chosenFirst, holds, nothingElseItem, problemItem, type ValueItem } from './valueItem';
import type { ValueQuestion } from './valueQuestion';

/** The rows of a list: those that were given, and the one that stands for what is typed. */
export class ValueRows<S> {
  readonly #pick: QuickPick<ValueItem<S>>;
  readonly #question: RowsQuestion<S>;
  readonly #nothingElse: ValueItem<S> | undefined;
  #given: readonly ValueItem<S>[] = [];

  constructor(pick: QuickPick<ValueItem<S>>, question: RowsQuestion<S>) {
    this.#pick = pick;
    this.#question = question;
    this.#nothingElse = question.hint === undefined ? undefined : nothingElseItem(question.hint);
  }

  /** Lists these in the place of those before. */
  give(given: readonly ValueItem<S>[]): void {
    this.#given = given;
    const { nothing, present } = this.#question;
    if (given.length === 0 && nothing !== undefined) this.#pick.placeholder = nothing;
    const typed = this.offerTyped();
    this.#pick.activeItems = chosenFirst(typed === undefined ? given : [typed, ...given], present);
  }

  /** The same for who has looked at those before: whoever has gone on to a row, or has typed something, stays there. */
  giveMore(given: readonly ValueItem<S>[]): void {
    const [active] = this.#pick.activeItems;
    const [first] = chosenFirst(this.#given, this.#question.present);
    const isMoved = this.#pick.value !== '' || (active !== undefined && active !== first);
    this.give(given);
    const same = given.find(({ label }) => label === active?.label) ?? active;
    if (isMoved && same !== undefined && this.#pick.items.includes(same)) this.#pick.activeItems = [same];
  }

  /** Lists what stands for the typed text, too. @returns that row, where the text is one to be taken */
  offerTyped(): ValueItem<S> | undefined {
    const typed = this.#pick.value.trim();
    const item = this.#typedRow(typed);
    const last = item ?? (typed === '' ? undefined : this.#nothingElse);
    if (last === undefined) this.#pick.items = this.#given;
    else this.#pick.items = this.#isTypedFirst(item) ? [last, ...this.#given] : [...this.#given, last];
    return item;
  }

  /** Puts a text into the box as if somebody had typed it. */
  type(text: string): void {
    this.#pick.value = text;
    const typed = this.offerTyped();
    if (typed !== undefined) this.#pick.activeItems = [typed];
  }

  /** Lists all that were given, with an empty box. @param isActive the row to stand on; where there is none, the first one */
  showAll(isActive: (row: ValueItem<S>) => boolean = () => false): void {
    this.#pick.value = '';
    this.#pick.items = this.#given;
    const chosen = this.#given.find(isActive);
    this.#pick.activeItems =
      chosen === undefined ? chosenFirst(this.#given, this.#question.present) : [chosen];
  }

  /** What Enter means. It may come before the editor has said which row stands there for what was typed: then that is meant. */
  get chosen(): ValueItem<S> | undefined {
    const [active] = this.#pick.activeItems;
    const typed = this.#pick.value.trim();
    const isStale = active === undefined || (this.#question.other?.first === false && !holds(active, typed));
    return (isStale && this.#typedRow(typed)) || active;
  }

  /** Whether Enter on it takes nothing. */
  isNothing(row: ValueItem<S> | undefined): boolean {
    return row === undefined || row === this.#nothingElse;
  }

  isGiven(row: ValueItem<S>): boolean {
    return this.#given.includes(row);
  }

  /** Whether somebody has gone on to another row; one that is listed no more was put in the place of what was typed. */
  isLeft(row: ValueItem<S> | undefined): boolean {
    const { chosen } = this;
    return chosen !== row && this.#pick.items.some((item) => item === chosen);
  }

  #isTypedFirst(item: ValueItem<S> | undefined): boolean {
    return item !== undefined && this.#question.other?.first === true;
  }

  /** A text that is too long is not repeated. */
  #typedRow(typed: string): ValueItem<S> | undefined {
    const { other } = this.#question;
    if (other === undefined || typed === '') return undefined;
    const problem = lengthProblem(typed, other.longest);
    return problem === undefined ? other.item(typed) : problemItem(problem);
  }
}

/** What the rows depend on. */
type RowsQuestion<S> = Pick<ValueQuestion<S, unknown>, 'present' | 'nothing' | 'hint' | 'other'>;
