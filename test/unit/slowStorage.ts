import type { SecretStorage, SecretStorageChangeEvent } from 'vscode';
import { Emitter } from '../../src/base/emitter';
import { rethrow } from './rethrow';

/** How many times the event loop goes round on the way to the storage, and on the way back. */
const WAY = 3;
/** The same for what is to be stored, which others may overtake. */
const LONG_WAY = 12;

/**
 * The editor's secret storage as several windows have it: in another process, so that all that is asked of it takes a
 * while, and everybody hears of a change.
 */
export class SlowStorage implements SecretStorage {
  readonly texts = new Map<string, string>();
  readonly #changed = new Emitter<SecretStorageChangeEvent>(rethrow);
  readonly onDidChange = this.#changed.event;
  /** Called whenever something is asked of the storage, and when that has reached it, before it is done. */
  onStep: () => void = () => undefined;
  #underWay = 0;

  get(key: string): Promise<string | undefined> {
    return this.#reach(() => this.texts.get(key));
  }

  store(key: string, text: string): Promise<void> {
    return this.#reach(() => {
      this.texts.set(key, text);
      this.#announce(key);
    }, LONG_WAY);
  }

  delete(key: string): Promise<void> {
    return this.#reach(() => {
      this.texts.delete(key);
      this.#announce(key);
    });
  }

  keys(): Promise<string[]> {
    return this.#reach(() => [...this.texts.keys()]);
  }

  /** Resolves when nothing has been asked of it for a while. */
  async quiet(): Promise<void> {
    for (let idle = 0; idle < 4 * WAY; idle++) {
      if (this.#underWay > 0) idle = 0;
      await turns(1);
    }
  }

  async #reach<T>(work: () => T, way = WAY): Promise<T> {
    this.#underWay++;
    this.onStep();
    await turns(way);
    this.onStep();
    const result = work();
    await turns(WAY);
    this.#underWay--;
    return result;
  }

  #announce(key: string): void {
    this.#underWay++;
    void turns(WAY).then(() => {
      this.#underWay--;
      this.#changed.fire({ key });
    });
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
