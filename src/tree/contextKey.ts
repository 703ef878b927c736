import { commands } from 'vscode';

/** A context key for `when` clauses. It is told to the editor only when it changes. */
export class ContextKey<T> {
  #value: T | undefined;

  constructor(private readonly name: string) {}

  set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    void commands.executeCommand('setContext', this.name, value);
  }
}
