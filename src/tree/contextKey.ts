import { commands } from 'vscode';
import { unawaited } from '../base/unawaited';

/** A context key for `when` clauses. It is told to the editor only when it changes. */
export class ContextKey<T> {
  #value: T | undefined;

  constructor(private readonly name: string) {}

  set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    unawaited(commands.executeCommand('setContext', this.name, value));
  }
}
