import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImage } from '../../src/api/images/compute/parseImage';
import { readSecret } from '../../src/auth/storedSecret';
import { parseFilter, serializeFilter } from '../../src/catalog/filter/stored';
import { FACET_IDS } from '../../src/catalog/facets';
import { DEFINITIONS } from '../../src/catalog/filter/definitions';
import { fieldsOf } from '../../src/base/fields';
import { recentFilters } from '../../src/commands/filter/recentFilters';
import { CatalogCache } from '../../src/session/catalogCache';
import { StoredViewOptions } from '../../src/session/storedViewOptions';
import { ROOT } from '../hosts/root';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { accountsFor } from './accountParts';
import { memoryStore } from './memory';

/** What each version has stored, written by its own code. A version's folder never changes. */
const FOLDER = join(ROOT, 'test', 'stored');

for (const version of readdirSync(FOLDER)) {
  const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, version, name), 'utf8')) as unknown;
  const storeOf = async (key: string) => {
    const store = memoryStore();
    await store.update(key, read(`${key}.json`));
    return store;
  };

  describe(`what ${version} has stored`, () => {
    it('is read as the same accounts', async () => {
      const accounts = accountsFor({ store: await storeOf('accounts') });
      const stored = fieldsOf(read('accounts.json'));
      // 0.1.0 took this for an id.
      const text = JSON.stringify(stored.accounts)
        .replaceAll('"domain":"default"', '"domainId":"default"')
        .replace(/,"(?:password|secret)":""/g, '');
      const asStored = accounts.all.map(({ method, ...account }) => ({ ...account, way: method }));
      assert.deepEqual(asStored, JSON.parse(text));
      assert.equal(accounts.active?.id, stored.active);
      assert.equal(accounts.unread, 0);
      const methods = accounts.all.map(({ method }) => method.kind);
      assert.deepEqual(new Set(methods), new Set(['token', 'password', 'applicationCredential']));
    });

    it('is read as the same secrets', () => {
      const secrets = Object.values(fieldsOf(read('secrets.json'))).map(String);
      assert.ok(secrets.length > 0);
      for (const text of secrets) assert.deepEqual(readSecret(text), JSON.parse(text));
    });

    it('is read as the same view of each account', async () => {
      const views = new StoredViewOptions(await storeOf('views'), () => ({
        grouping: 'none',
        sortKey: 'size',
        folded: false,
      }));
      for (const [id, stored] of Object.entries(fieldsOf(read('views.json')))) {
        const { filter, ...others } = views.get(id);
        const { filter: text, ...chosen } = fieldsOf(stored);
        assert.equal(filter.broken, undefined);
        if (text !== undefined) assert.deepEqual(plain(serializeFilter(filter)), plain(text));
        assert.deepEqual(others, {
          grouping: 'none',
          sorting: { key: 'size', descending: false },
          folded: false,
          ...chosen,
        });
      }
    });

    it('is read as the same recent filters', async () => {
      const stored = read('recentFilters.json') as readonly unknown[];
      const recent = recentFilters(await storeOf('recentFilters'));
      assert.deepEqual(recent.map(serializeFilter).map(plain), stored.map(plain));
    });

    it('is read as the same lists', async () => {
      const folder = temporaryFolder('stored');
      cpSync(join(FOLDER, version, 'catalogues'), folder, { recursive: true });
      const cache = new CatalogCache(folder);
      for (const name of readdirSync(folder)) {
        const [header = '', ...images] = readFileSync(join(folder, name), 'utf8').split('\n');
        const { base, query, extent, asOf, walkedAt, tenant } = fieldsOf(JSON.parse(header));
        const key = { accountId: name.replace('.jsonl', ''), base: String(base), tenant: 'any' };
        const list = await cache.read(key, parseImage);
        assert.deepEqual(
          { query: list?.query, extent: list?.completeness, asOf: list?.asOf, walkedAt: list?.listedAt },
          {
            query,
            extent,
            asOf: Math.min(Number(asOf), Date.now()),
            // Numbers of 0.1.0 may be others than were sent: its lists are asked for anew.
            walkedAt: tenant === undefined ? 0 : Math.min(Number(walkedAt), Date.now()),
          },
        );
        assert.deepEqual(
          list?.images.map(({ raw }) => JSON.stringify(raw)),
          images,
        );
      }
    });
  });
}

describe('what 0.1.0 has stored', () => {
  it('holds a criterion of every kind that it had', () => {
    const views = Object.values(
      fieldsOf(JSON.parse(readFileSync(join(FOLDER, '0.1.0', 'views.json'), 'utf8'))),
    );
    const kinds = views.flatMap((view) =>
      parseFilter(fieldsOf(view).filter).criteria.map(({ kind }) => kind),
    );
    const had =
      'nameContains namePattern name status type changedSince app distribution os ownership size created updated';
    assert.deepEqual(new Set(kinds), new Set(had.split(' ')));
    assert.ok(kinds.every((kind) => kind in DEFINITIONS));
  });
});

const WITH_ONE_VALUE = ['status', ...FACET_IDS].join('|');

/** Not to be negated is the same whether it is said or not, and a single value as a list of one. */
function plain(text: unknown): unknown {
  const single = new RegExp(`("kind":"(?:${WITH_ONE_VALUE})"),"value":("[^"]*")`, 'g');
  return JSON.parse(String(text).replaceAll(',"negated":false', '').replace(single, '$1,"values":[$2]'));
}
