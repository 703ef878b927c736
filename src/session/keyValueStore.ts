/** What is kept between windows and restarts, without secrets: the shape of `vscode.Memento`. */
export interface KeyValueStore {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): Thenable<void>;
}
