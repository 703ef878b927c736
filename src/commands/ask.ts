import { QuickInputButtons, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';
import { Canceled } from '../base/canceled';
import { LEFT } from '../base/left';
import type { BoxProblem } from '../text/describeBoxProblem';
import type { Caught } from './caughtProblem';

/** What stands in a box as it is taken, or why it cannot be. */
export type Reading<T> = { readonly value: T } | { readonly problem: BoxProblem };

/** What Enter has led to: `stays` where it did something else than to answer, or nothing. */
export type Entered<T> = Reading<T> | 'stays';

/** What was answered, as it was taken and as it stood there; or that the person went back. Giving up throws `Canceled`. */
export type Answer<T> = { readonly value: T; readonly text: string } | 'back';

/**
 * Takes what stands there; it may take a while, until `signal` says that nobody waits any more. What it throws is said in
 * the box, as a problem is.
 */
export type Read<S, T> = (given: S, signal: AbortSignal) => Entered<T> | Promise<Entered<T>>;

/** Whatever stands there is an answer. */
export function asItIs<T>(value: T): Reading<T> {
  return { value };
}

/** What every box is told. */
export interface Question {
  readonly title: string;
  readonly placeholder: string;
  /** Where it stands among several questions, from 1. */
  readonly step?: number;
  readonly totalSteps?: number;
  /** Whether there is a question before it. */
  readonly back: boolean;
}

/** What is thrown is said as well, without secrets: the box lives on. */
export async function readingOf<R>(
  read: () => R | Promise<R>,
  caught: Caught,
  secrets: readonly string[] = [],
): Promise<R | { readonly problem: BoxProblem }> {
  try {
    return await read();
  } catch (error) {
    return { problem: caught(error, secrets) };
  }
}

/** Gives a box what every question has: its title, its step and the button that leads back. */
export function prepare(
  input: InputBox | QuickPick<QuickPickItem>,
  { title, step, totalSteps, back }: Question,
): void {
  input.buttons = back ? [QuickInputButtons.Back] : [];
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  // A look at the control panel, where the values are, does not close the question.
  input.ignoreFocusOut = true;
}

/** Shows a box until it is answered, and takes it away. @throws {Canceled} when it was closed otherwise */
export async function answered<T>(
  input: InputBox | QuickPick<QuickPickItem>,
  listen: Listen<Answer<T>>,
): Promise<Answer<T>> {
  const answer = await takenFrom<Answer<T>>(input, (resolve, signal) => {
    input.onDidTriggerButton(() => resolve('back'));
    listen(resolve, signal);
  });
  if (answer === undefined) throw new Canceled();
  return answer;
}

/** Waits for what is taken from a box. @param signal aborts when the box is closed, however it was */
type Listen<T> = (resolve: (taken: T) => void, signal: AbortSignal) => void;

/** The life of a box: shows it until something is taken from it, and takes it away. `undefined` when it was closed otherwise. */
export async function takenFrom<T>(
  input: InputBox | QuickPick<QuickPickItem>,
  listen: Listen<T>,
): Promise<T | undefined> {
  const closed = new AbortController();
  try {
    return await new Promise<T | undefined>((resolve) => {
      input.onDidHide(() => resolve(undefined));
      listen(resolve, closed.signal);
      input.show();
    });
  } finally {
    closed.abort(LEFT);
    // Its listeners go with it.
    afterNextBox(() => input.dispose());
  }
}

/**
 * Takes a box away after the one that follows it at once, if any, is there: the editor gives the focus back to where it was
 * before a box that goes, and that would close the next one.
 */
export function afterNextBox(takeAway: () => void): void {
  setImmediate(takeAway);
}
