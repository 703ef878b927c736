import type { QuickPick } from 'vscode';
import type { Question, Read, Reading } from './ask';
import type { ValueItem } from './valueItem';

/**
 * A question that is answered with one of several values, or with a typed one.
 * @typeParam S the values of the rows
 * @typeParam T what is made of the one that is taken
 */
export interface ValueQuestion<S, T = S> extends Question {
  /** The values. Where they take a while, they are asked for until `closed` fires: the box is closed then. */
  readonly items: readonly ValueItem<S>[] | ((closed: AbortSignal) => Promise<readonly ValueItem<S>[]>);
  /** The whole list, where more than `items` is on its way. */
  readonly more?: Promise<readonly ValueItem<S>[]>;
  /** Reads them anew: what Enter does on a row that says why something cannot be taken. */
  readonly renew?: () => Promise<readonly ValueItem<S>[]>;
  /** Said where there are none. */
  readonly nothing?: string;
  /** What can be typed: said in a row of its own where a text is only there to narrow the list. */
  readonly hint?: string;
  /** The value that Enter takes; where it is not given, the first one. */
  readonly present?: S;
  /** Where a value that is not listed can be typed. */
  readonly other?: {
    /** What stands in the box at first. */
    readonly text?: string;
    /** The most characters that it has. */
    readonly longest: number;
    /** What stands for it on the list; nothing where it narrows the list only. */
    readonly item: (typed: string) => ValueItem<S> | undefined;
    /** Whether it stands above the rows that match. */
    readonly first: boolean;
    /** Where a text comes from that the editor cannot hold here. */
    readonly instead?: Instead;
  };
  /** What is wrong is said in the title while the question stays. */
  readonly read: Read<S, T>;
  /** Hears every change of what is typed, to put something else in its place. */
  readonly onType?: (pick: QuickPick<ValueItem<S>>, typed: string) => void;
}

/** For a text that is too long for the box: there is a row with `instead` for it. */
export interface Instead {
  /** Said of that row. */
  readonly words: string;
  /** Gives what is put into the box on Enter, where it is seen before it is taken. */
  readonly read: () => Promise<Reading<string>>;
}
