import type { Disposable, SecretStorage } from 'vscode';
import { Emitter } from '../base/emitter';
import type { Secret, SecretVault } from '../auth/secretVault';
import { readSecret, secretText } from '../auth/storedSecret';

const PREFIX = 'account/';

/**
 * Secrets in the editor's SecretStorage. Where that fails or forgets, as on a Linux without a keyring, they are kept
 * for this window only, of which the user hears once.
 */
export class SecretStorageVault implements SecretVault {
  readonly #storage: SecretStorage;
  readonly #onUnreliable: () => void;
  readonly #window = new Map<string, Secret>();
  /** Accounts of which the storage was seen to hold a secret, for as long as it was not deleted there. */
  readonly #stored = new Set<string>();
  readonly #changed: Emitter<string>;
  readonly #subscription: Disposable;
  #warned = false;

  readonly onDidChange: Emitter<string>['event'];

  /**
   * @param onUnreliable called once, when a secret could not be kept beyond this window
   * @param report hears of what a listener has thrown
   */
  constructor(storage: SecretStorage, onUnreliable: () => void, report: (error: unknown) => void) {
    this.#changed = new Emitter(report);
    this.onDidChange = this.#changed.event;
    this.#storage = storage;
    this.#onUnreliable = onUnreliable;
    this.#subscription = storage.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) this.#changed.fire(key.slice(PREFIX.length));
    });
  }

  async read(accountId: string): Promise<Secret | undefined> {
    const kept = this.#window.get(accountId);
    if (kept !== undefined) return kept;
    const text = await this.#storage.get(PREFIX + accountId);
    if (text !== undefined) this.#stored.add(accountId);
    // What holds no secret is as good as forgotten: the user signs in again.
    return text === undefined ? undefined : readSecret(text);
  }

  async write(accountId: string, secret: Secret): Promise<void> {
    const text = secretText(secret);
    this.#window.delete(accountId);
    try {
      await this.#storage.store(PREFIX + accountId, text);
      this.#stored.add(accountId);
      if ((await this.#storage.get(PREFIX + accountId)) === text) return;
    } catch {
      // Kept for this window, below.
    }
    this.#window.set(accountId, secret);
    this.#changed.fire(accountId);
    if (!this.#warned) this.#onUnreliable();
    this.#warned = true;
  }

  async remove(accountId: string): Promise<void> {
    const onlyHere = this.#window.delete(accountId);
    try {
      await this.#storage.delete(PREFIX + accountId);
      this.#stored.delete(accountId);
    } catch (error) {
      // Storage that took no secret need not give one back.
      if (!onlyHere || this.#stored.has(accountId)) throw error;
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
