import type { KeyValueStore } from '../../src/base/keyValueStore';
import type { Secret, SecretVault } from '../../src/auth/secretVault';
import { Emitter } from '../../src/base/emitter';
import { rethrow } from './rethrow';

/** What the editor's global state is to the extension, kept by a test: as there, what is read is a copy of what was stored. */
export function memoryStore(): KeyValueStore & { values(): readonly unknown[] } {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    update: (key, value) => {
      if (value === undefined) values.delete(key);
      else values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
    values: () => [...values.values()],
  };
}

export interface MemoryVault extends SecretVault {
  readonly size: number;
  /** What does not work for now, as with a keyring that is locked. */
  readonly failing: Set<'read' | 'remove'>;
}

/** What secret storage is to the extension, kept by a test. */
export function memoryVault(): MemoryVault {
  const secrets = new Map<string, Secret>();
  const changed = new Emitter<string>(rethrow);
  const failing: MemoryVault['failing'] = new Set();
  const work = <T>(what: 'read' | 'remove', value: T): Promise<T> =>
    failing.has(what) ? Promise.reject(new Error('The keyring is locked.')) : Promise.resolve(value);
  return {
    failing,
    read: (id) => work('read', secrets.get(id)),
    write: (id, secret) => {
      secrets.set(id, secret);
      changed.fire(id);
      return Promise.resolve();
    },
    remove: async (id) => {
      await work('remove', undefined);
      secrets.delete(id);
      changed.fire(id);
    },
    onDidChange: changed.event,
    get size() {
      return secrets.size;
    },
  };
}
