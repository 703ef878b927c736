import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { SecretStorage, SecretStorageChangeEvent } from 'vscode';
import { SecretStorageVault } from '../../src/adapters/secretStorageVault';
import type { Secret } from '../../src/auth/secretVault';
import { Emitter, type Subscription } from '../../src/base/emitter';
import { rethrow } from './rethrow';

const SECRET: Secret = { base: 'https://compute.example.com/v2/tenant', token: 'a-token' };

/** Secret storage as the editor has it, or without a keyring: it then fails or forgets. */
class Storage implements SecretStorage {
  readonly texts = new Map<string, string>();
  readonly #changed = new Emitter<SecretStorageChangeEvent>(rethrow);
  listeners = 0;
  readonly onDidChange = (listener: (event: SecretStorageChangeEvent) => unknown): Subscription => {
    const subscription = this.#changed.event(listener);
    this.listeners++;
    return {
      dispose: () => {
        this.listeners--;
        subscription.dispose();
      },
    };
  };
  trouble: 'none' | 'fails' | 'forgets' = 'none';

  async get(key: string): Promise<string | undefined> {
    this.#work();
    return Promise.resolve(this.texts.get(key));
  }

  async store(key: string, text: string): Promise<void> {
    this.#work();
    if (this.trouble === 'none') this.texts.set(key, text);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  async delete(key: string): Promise<void> {
    this.#work();
    this.texts.delete(key);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.texts.keys()]);
  }

  #work(): void {
    if (this.trouble === 'fails') throw new Error('There is no keyring.');
  }
}

describe('the vault in secret storage', () => {
  const opened = () => {
    const storage = new Storage();
    let told = 0;
    const vault = new SecretStorageVault(storage, () => told++, rethrow);
    return { storage, vault, told: () => told };
  };

  it('keeps a secret over a restart and forgets it when told to', async () => {
    const { storage, vault, told } = opened();
    await vault.write('one', SECRET);
    const afterRestart = new SecretStorageVault(storage, () => undefined, rethrow);
    assert.deepEqual(await afterRestart.read('one'), SECRET);
    await afterRestart.remove('one');
    assert.equal(storage.texts.size, 0);
    assert.equal(await vault.read('one'), undefined);
    assert.equal(told(), 0);
  });

  for (const trouble of ['fails', 'forgets'] as const) {
    it(`keeps a secret for this window where storage ${trouble}, and says so once`, async () => {
      const { storage, vault, told } = opened();
      storage.trouble = trouble;
      await vault.write('one', SECRET);
      await vault.write('two', { ...SECRET, token: 'another' });
      assert.equal((await vault.read('one'))?.token, 'a-token');
      assert.equal((await vault.read('two'))?.token, 'another');
      assert.equal(told(), 1);
      const afterRestart = new SecretStorageVault(storage, () => undefined, rethrow).read('one');
      if (trouble === 'fails') await assert.rejects(afterRestart, /no keyring/);
      else assert.equal(await afterRestart, undefined);
      await vault.remove('one');
      storage.trouble = 'none';
      assert.equal(await vault.read('one'), undefined);
    });
  }

  it('tells what cannot be read from what is not there', async () => {
    const { storage, vault } = opened();
    await vault.write('one', SECRET);
    storage.trouble = 'fails';
    await assert.rejects(vault.read('one'), /no keyring/);
    storage.trouble = 'none';
    assert.deepEqual(await vault.read('one'), SECRET);
  });

  it('does not pretend to have forgotten what storage would not give back', async () => {
    const { storage, vault } = opened();
    await vault.write('one', SECRET);
    storage.trouble = 'fails';
    await assert.rejects(vault.remove('one'), /no keyring/);
  });

  it('does not take a secret of this window alone for all that storage holds', async () => {
    const { storage, vault } = opened();
    await vault.write('one', SECRET);
    storage.trouble = 'fails';
    await vault.write('one', { ...SECRET, token: 'renewed' });
    await assert.rejects(vault.remove('one'), /no keyring/);
    storage.trouble = 'none';
    await vault.remove('one');
    assert.equal(storage.texts.size, 0);
  });

  it('has none where something else was written in its place', async () => {
    const { storage, vault } = opened();
    await vault.write('one', SECRET);
    const [key = ''] = storage.texts.keys();
    for (const text of [
      'no JSON',
      'null',
      '"x"',
      '{}',
      '{"base":"x","token":5}',
      '{"base":"x","token":"a\\nb"}',
    ]) {
      storage.texts.set(key, text);
      assert.equal(await vault.read('one'), undefined);
    }
  });

  it('tells whose secret has changed, and nothing of what others keep there', async () => {
    const { storage, vault } = opened();
    const heard: string[] = [];
    vault.onDidChange((id) => heard.push(id));
    await vault.write('one', SECRET);
    await storage.store('something else', 'x');
    assert.deepEqual(heard, ['one']);
  });

  it('listens to storage no longer than it is used', async () => {
    const { storage, vault } = opened();
    const heard: string[] = [];
    vault.onDidChange((id) => heard.push(id));
    await vault.write('one', SECRET);
    assert.equal(storage.listeners, 1);
    vault.dispose();
    assert.equal(storage.listeners, 0);
    await vault.write('one', SECRET);
    assert.deepEqual(heard, ['one']);
  });
});
