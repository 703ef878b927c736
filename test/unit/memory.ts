import type { KeyValueStore } from '../../src/base/keyValueStore';
import type { Secret, SecretVault } from '../../src/auth/secretVault';
import { Emitter } from '../../src/base/emitter';

/** What the editor's global state is to the extension, kept by a test: as there, each value read is a copy. */
export function memoryStore(): KeyValueStore & { values(): readonly unknown[] } {
  const texts = new Map<string, string>();
  const read = (text: string): unknown => JSON.parse(text);
  return {
    get: (key) => {
      const text = texts.get(key);
      return text === undefined ? undefined : read(text);
    },
    update: (key, value) => {
      if (value === undefined) texts.delete(key);
      else texts.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    values: () => Array.from(texts.values(), read),
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
