import type { KeyValueStore } from '../../src/auth/keyValueStore';
import type { Secret, SecretVault } from '../../src/auth/secretVault';
import { Emitter } from '../../src/catalog/emitter';

/** What the editor's global state is to the extension, kept by a test. */
export function memoryStore(): KeyValueStore & { values(): readonly unknown[] } {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    values: () => [...values.values()],
  };
}

/** What secret storage is to the extension, kept by a test. */
export function memoryVault(): SecretVault & { readonly size: number } {
  const secrets = new Map<string, Secret>();
  const changed = new Emitter<string>();
  return {
    read: (id) => Promise.resolve(secrets.get(id)),
    write: (id, secret) => {
      secrets.set(id, secret);
      changed.fire(id);
      return Promise.resolve();
    },
    remove: (id) => {
      secrets.delete(id);
      changed.fire(id);
      return Promise.resolve();
    },
    onDidChange: changed.event,
    get size() {
      return secrets.size;
    },
  };
}
