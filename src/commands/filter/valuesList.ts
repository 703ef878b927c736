import type { QuickPick } from 'vscode';
import type { Criterion } from '../../catalog/filter/criterion';
import type { ValueItem } from '../valueItem';
import { bestByLetters, lettersOf } from './letters';

/** A value, or a criterion that was typed in the place of values. */
export type ValueRow = ValueItem<string> & { readonly criterion?: Criterion };

/**
 * The rows of a list of values with ticks: those that were given, and the one that stands for a typed text which none of
 * them means. The editor finds a text only as it is written and goes to no row by itself where there are ticks.
 */
export class ValuesList {
  #given: readonly ValueRow[] = [];
  #typed: ValueRow | undefined;
  #text: string | undefined;

  /** @param read what a typed text stands for */
  constructor(
    private readonly pick: QuickPick<ValueRow>,
    private readonly read: (text: string) => ValueRow | undefined,
  ) {}

  /** The row for what is typed. */
  get typed(): ValueRow | undefined {
    return this.#typed;
  }

  give(rows: readonly ValueRow[], ticked: ReadonlySet<string>): void {
    this.#given = rows;
    this.#list(this.pick.value.trim(), ticked);
  }

  type(text: string): void {
    const typed = text.trim();
    // The window may report the same text once more: whoever has gone on to a row stays there.
    if (typed === this.#text) return;
    const ticked = new Set(this.pick.selectedItems.flatMap(({ value }) => value ?? []));
    const before = this.#typed;
    // A value that was typed and ticked stays on the list.
    if (before?.value !== undefined && ticked.has(before.value)) this.#given = [before, ...this.#given];
    this.#list(typed, ticked);
  }

  #list(text: string, ticked: ReadonlySet<string>): void {
    this.#text = text;
    const read = this.read(text);
    const listed = this.#given.find(({ value }) => value !== undefined && value === read?.value);
    this.#typed = listed === undefined ? read : undefined;
    const meant = listed === undefined ? this.#meantBy(text) : [listed];
    const hidden = new Set(meant.filter(({ label }) => !label.toLowerCase().includes(text.toLowerCase())));
    const given = this.#given.map((row) => (hidden.has(row) ? { ...row, alwaysShow: true } : row));
    this.#show(this.#typed === undefined ? given : [this.#typed, ...given], ticked);
    const [best] = meant;
    const first = this.#typed ?? (best === undefined ? undefined : given[this.#given.indexOf(best)]);
    const active = first ?? (text === '' ? given[0] : undefined);
    if (active !== undefined) this.pick.activeItems = [active];
  }

  #meantBy(text: string): readonly ValueRow[] {
    const wanted = lettersOf(text);
    if (this.#typed !== undefined || wanted === '') return [];
    return bestByLetters(this.#given, ({ label }) => lettersOf(label), wanted);
  }

  /** The editor drops all ticks where rows are given anew. */
  #show(rows: readonly ValueRow[], ticked: ReadonlySet<string>): void {
    const { items } = this.pick;
    if (rows.length === items.length && rows.every((row, at) => row === items[at])) return;
    this.pick.items = rows;
    this.pick.selectedItems = rows.filter(({ value }) => value !== undefined && ticked.has(value));
  }
}
