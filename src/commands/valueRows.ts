import { isDeepStrictEqual } from 'node:util';
import type { QuickPick } from 'vscode';
import { isTooLong } from '../base/longest';
import {
  chosenFirst,
  holds,
  isSameRow,
  nothingElseItem,
  problemItem,
  matchingRow,
  type ValueItem,
} from './valueItem';
import type { ValueQuestion } from './valueQuestion';

/** The rows of a list: those that were given, and the one that stands for what is typed. */
export class ValueRows<S> {
  readonly #pick: QuickPick<ValueItem<S>>;
  readonly #question: RowsQuestion<S>;
  readonly #nothingElse: ValueItem<S> | undefined;
  #given: readonly ValueItem<S>[] = [];
  #typed: ValueItem<S> | undefined;

  constructor(pick: QuickPick<ValueItem<S>>, question: RowsQuestion<S>) {
    this.#pick = pick;
    this.#question = question;
    this.#nothingElse = question.hint === undefined ? undefined : nothingElseItem(question.hint);
  }

  /** Lists these in the place of those before. @param stay the row to stand on, where what is typed leaves it there */
  give(given: readonly ValueItem<S>[], stay?: ValueItem<S>): void {
    this.#given = given;
    const { nothing, present } = this.#question;
    if (given.length === 0 && nothing !== undefined) this.#pick.placeholder = nothing;
    const typed = this.offerTyped();
    // A row that what is typed hides would be active all the same, and Enter would do nothing.
    const shown = typed === undefined ? this.#narrowed : [typed, ...given];
    this.#activate(stay !== undefined && shown.includes(stay) ? [stay] : chosenFirst(shown, present));
  }

  /**
   * The same for who has looked at those before: whoever has gone on to a row, or has typed something, stays there.
   * @param isEntered whether Enter was pressed on the active row already
   */
  giveMore(given: readonly ValueItem<S>[], isEntered: boolean): void {
    const before = this.#given;
    const [active] = this.#pick.activeItems;
    const [first] = chosenFirst(before, this.#question.present);
    const isMoved = isEntered || this.#pick.value !== '' || active !== first;
    this.give(given);
    if (!isMoved || active === undefined) return;
    const row = this.isNothing(active) ? this.#firstMatch : this.#listed(active, before);
    if (row !== undefined) this.#pick.activeItems = [row];
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
    this.#activate(chosen === undefined ? chosenFirst(this.#given, this.#question.present) : [chosen]);
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

  /** Those that were given, without the one for what is typed. */
  get given(): readonly ValueItem<S>[] {
    return this.#given;
  }

  /** Whether the active row means something else; one that is listed no more was put in the place of what was typed. */
  isLeft(row: ValueItem<S>): boolean {
    const { chosen } = this;
    return chosen !== undefined && this.#pick.items.includes(chosen) && !isSameRow(chosen, row);
  }

  /** What is listed as far as the typed text leaves it there for certain: the editor is laxer. */
  get #narrowed(): readonly ValueItem<S>[] {
    const typed = this.#pick.value.trim();
    return this.#pick.items.filter((row) => row.alwaysShow === true || holds(row, typed));
  }

  /** Without any, the editor's own choice stays. */
  #activate(rows: readonly ValueItem<S>[]): void {
    if (rows.length > 0) this.#pick.activeItems = rows;
  }

  /** Where nothing matched before, a row that does now is what was waited for. */
  get #firstMatch(): ValueItem<S> | undefined {
    const typed = this.#pick.value.trim();
    return this.#given.find((row) => row.value !== undefined && holds(row, typed)) ?? this.#nothingElse;
  }

  #listed(row: ValueItem<S>, before: readonly ValueItem<S>[]): ValueItem<S> | undefined {
    return this.#pick.items.includes(row) ? row : matchingRow(row, before, this.#given);
  }

  #isTypedFirst(item: ValueItem<S> | undefined): boolean {
    return item !== undefined && this.#question.other?.first === true;
  }

  /** The same row as before where it means the same: what is read of it goes on while other rows come. */
  #typedRow(typed: string): ValueItem<S> | undefined {
    const before = this.#typed;
    const row = this.#newTypedRow(typed);
    const isSame = before !== undefined && row !== undefined && isDeepStrictEqual(before, row);
    this.#typed = isSame ? before : row;
    return this.#typed;
  }

  /** A text that is too long is not repeated. */
  #newTypedRow(typed: string): ValueItem<S> | undefined {
    const { other } = this.#question;
    if (other === undefined || typed === '') return undefined;
    const { longest } = other;
    return isTooLong(typed, longest) ? problemItem({ kind: 'tooLong', most: longest }) : other.item(typed);
  }
}

/** What the rows depend on. */
type RowsQuestion<S> = Pick<ValueQuestion<S, unknown>, 'present' | 'nothing' | 'hint' | 'other'>;
