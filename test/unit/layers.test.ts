import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { preProcessFile } from 'typescript';
import { ROOT } from '../hosts/root';

/** Each layer with the layers it may use. The arrows point one way: a layer is used only by those below it here. */
const LAYERS = new Map<string, readonly string[]>([
  ['api', []],
  ['catalog', ['api']],
  ['auth', ['api']],
  ['session', ['api', 'catalog', 'auth']],
  ['adapters', ['catalog', 'auth']],
  ['settings', ['catalog']],
  ['text', ['api', 'catalog', 'auth', 'session']],
  ['documents', ['api', 'catalog', 'auth', 'session', 'text']],
  ['tree', ['api', 'catalog', 'auth', 'session', 'text', 'documents', 'settings']],
  ['commands', ['api', 'catalog', 'auth', 'session', 'text', 'documents', 'tree', 'settings']],
  [
    'extension',
    ['adapters', 'api', 'catalog', 'auth', 'session', 'text', 'documents', 'tree', 'commands', 'settings'],
  ],
]);

/** What needs no editor knows none. */
const WITHOUT_EDITOR = ['api', 'catalog', 'auth', 'session'];

/** Knows nothing and is used wherever something can change. */
const OF_EVERY_LAYER = ['catalog/emitter'];

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''));

const arrows = files.flatMap((from) =>
  preProcessFile(readFileSync(join(ROOT, 'src', `${from}.ts`), 'utf8')).importedFiles.map(
    ({ fileName }): Arrow => ({ from, to: fileName.startsWith('.') ? resolved(from, fileName) : fileName }),
  ),
);

/** `src/commands/index.ts` is meant by `./commands`. */
function resolved(from: string, relative: string): string {
  const path = posix.join(posix.dirname(from), relative);
  return files.includes(path) ? path : posix.join(path, 'index');
}

function layerOf(file: string): string {
  return file.replace(/\/.*$/, '');
}

function told(found: readonly Arrow[]): string[] {
  return found.map(({ from, to }) => `${from} imports ${to}`);
}

describe('the layers of the source', () => {
  const inside = arrows.filter(({ to }) => files.includes(to));

  it('are these', () => {
    assert.deepEqual([...new Set(files.map(layerOf))].sort(), [...LAYERS.keys()].sort());
    assert.ok(inside.length > files.length);
  });

  it('use one another one way only', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [user, used] = [layerOf(from), layerOf(to)];
      return user !== used && !OF_EVERY_LAYER.includes(to) && !LAYERS.get(user)?.includes(used);
    });
    assert.deepEqual(told(wrong), []);
  });

  it('know no editor where none is needed', () => {
    const wrong = arrows.filter(({ from, to }) => to === 'vscode' && WITHOUT_EDITOR.includes(layerOf(from)));
    assert.deepEqual(told(wrong), []);
  });

  it('use the adapters to the editor nowhere but in the entry file', () => {
    const users = inside.filter(({ to }) => layerOf(to) === 'adapters').map(({ from }) => from);
    assert.deepEqual(users, ['extension']);
  });

  it('send requests in one file alone', () => {
    const clients = ['node-fetch', 'undici', 'axios', 'got'];
    const users = arrows.filter(({ to }) => clients.includes(to)).map(({ from }) => from);
    // The client is loaded by a file of its own, of which the other knows the types.
    assert.deepEqual(users, ['api/fetch', 'api/http']);
    assert.deepEqual(told(inside.filter(({ to }) => to === 'api/fetch')), ['api/http imports api/fetch']);
  });

  it('start from an entry file of fewer than 50 lines', () => {
    const lines = readFileSync(join(ROOT, 'src', 'extension.ts'), 'utf8')
      .trimEnd()
      .split('\n');
    assert.ok(lines.length < 50, `${lines.length} lines`);
  });
});
