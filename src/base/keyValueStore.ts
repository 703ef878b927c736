/** What is kept between windows and restarts, without secrets: the shape of `vscode.Memento`. */
export interface KeyValueStore {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}
