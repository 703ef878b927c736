import { beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Account } from '../../src/auth/account';
import { accountId, knownAccounts } from '../../src/auth/knownAccounts';
import { readSecret } from '../../src/auth/storedSecret';
import type { Secret } from '../../src/auth/secretVault';
import { serializeFilter } from '../../src/catalog/filter/stored';
import { keepFilter, recentFilters } from '../../src/commands/filter/recentFilters';
import { StoredViewOptions } from '../../src/session/storedViewOptions';
import { accountsFor } from './accountParts';
import { memoryStore, memoryVault } from './memory';

/** What may stand in the place of anything that was stored. */
const JUNK = [undefined, null, 0, 1, true, 'text', '', [], [null], {}, { a: 1 }, Number.NaN];

function account(base: string, fields: object = {}): Account {
  const method = { kind: 'token' } as const;
  return {
    id: accountId({ base, tenant: 't' }),
    label: 'demo',
    base,
    tenant: 't',
    method,
    renews: false,
    signedIn: true,
    ...fields,
  };
}

/** As every version stores it, the sign-in method by the name that 0.1.0 gave it, with an empty password beside the user. */
function stored({ method, ...fields }: Account): object {
  const way = method.kind === 'token' ? method : { ...method, who: { ...method.who, password: '' } };
  return { ...fields, way };
}

const ONE = account('https://one.example/v2/t');
const TWO = account('https://two.example/v2/t', {
  expires: 1_800_000_000_000,
  cacert: '/ca.pem',
  method: {
    kind: 'password',
    identity: 'https://identity.example/v3',
    version: 'v3',
    who: { kind: 'password', user: { name: 'a', domainId: 'default' }, project: { id: 't' } },
  },
});

describe('the accounts that were stored', () => {
  let store: ReturnType<typeof memoryStore>;
  beforeEach(() => {
    store = memoryStore();
  });

  const open = () => accountsFor({ store });
  const opened = async (stored: unknown) => {
    await store.update('accounts', stored);
    return open();
  };
  const entries = () => (store.get('accounts') as { readonly accounts: readonly unknown[] }).accounts;

  it('come back as they were', async () => {
    const accounts = await opened({ accounts: [ONE, TWO].map(stored), active: TWO.id });
    assert.deepEqual(accounts.all, [ONE, TWO]);
    assert.deepEqual(accounts.active, TWO);
  });

  it('are written as 0.1.0 reads them', async () => {
    const accounts = await opened({ accounts: [ONE, TWO].map(stored), active: ONE.id });
    await accounts.rename(TWO.id, 'other');
    assert.deepEqual(entries(), [ONE, { ...TWO, label: 'other' }].map(stored));
  });

  for (const base of [
    'https://Cloud.Example/compute/v2.1/T',
    'https://cloud.example:443/compute/v2.1/T',
    'HTTPS://CLOUD.EXAMPLE:443/compute/v2.1/T/',
  ]) {
    it(`are found again when somebody signs in to what 0.1.0 took from a service catalogue: ${base}`, async () => {
      const asked = 'https://cloud.example/compute/v2.1/T';
      const known = account(base, { label: 'mine' });
      const vault = memoryVault();
      await vault.write(known.id, { base, token: 'old' });
      await store.update('accounts', { accounts: [ONE, known].map(stored), active: ONE.id });
      const accounts = accountsFor({ store, vault });
      const found = (base: string) => knownAccounts(accounts.all, { base, tenant: 't' });
      assert.deepEqual(found(asked), { same: known, perhaps: [] });
      assert.equal(found(asked.replace('/T', '/t')).same, undefined);
      assert.equal(
        await accounts.tokens(known).token(new AbortController().signal),
        'old',
        'as before until then',
      );
      const { id, signedIn, ...fields } = account(asked, { label: 'mine' });
      assert.ok(signedIn && id !== known.id);
      await accounts.signIn({ ...fields, secret: { token: 'new' } });
      assert.deepEqual(
        accounts.all.map((one) => [one.id, one.base]),
        [
          [ONE.id, ONE.base],
          [known.id, asked],
        ],
      );
      assert.equal(await accounts.tokens(known).token(new AbortController().signal), 'new');
      assert.equal(vault.size, 1);
    });
  }

  it('are none where something else stands in their place, and can be added to', async () => {
    for (const junk of JUNK) {
      for (const stored of [junk, { accounts: junk }, { accounts: [junk], active: junk }]) {
        const accounts = await opened(stored);
        assert.deepEqual(accounts.all, []);
        assert.equal(accounts.active, undefined);
        const { id, signedIn, ...fields } = ONE;
        assert.ok(signedIn);
        await accounts.signIn({ ...fields, secret: { token: 'token' } });
        assert.equal(open().active?.id, id);
      }
    }
  });

  it('are there without what is broken beside them', async () => {
    const broken = [
      ...JUNK,
      { ...stored(ONE), id: '../x' },
      { ...stored(ONE), id: 5 },
      ...['', 'no address', 'ftp://x/', 7].map((base) => ({ ...stored(ONE), id: 'other', base })),
      ...[
        null,
        { kind: 'magic' },
        { ...TWO.method, who: { kind: 'password' } },
        { ...TWO.method, version: 'v9' },
      ].map((way) => ({ ...stored(ONE), id: 'another', way })),
    ];
    for (const entry of broken) {
      const accounts = await opened({
        accounts: [entry, stored(ONE), entry, stored(TWO), stored(ONE)],
        active: TWO.id,
      });
      assert.deepEqual(accounts.all, [ONE, TWO], JSON.stringify(entry));
    }
  });

  it('are read for what is sound about them', async () => {
    const odd = {
      ...stored(ONE),
      label: ' \u200b',
      tenant: 5,
      renews: 'yes',
      expires: 'soon',
      since: 1e300,
      cacert: {},
    };
    const accounts = await opened({ accounts: [odd] });
    const { label, tenant, renews, expires, since, cacert } = accounts.active ?? {};
    assert.deepEqual(
      { label, tenant, renews, expires, since, cacert },
      {
        label: 'one.example',
        tenant: '',
        renews: false,
        expires: undefined,
        since: undefined,
        cacert: undefined,
      },
    );
  });

  it('are counted where they cannot be read, and go with their secrets when that is asked for', async () => {
    const later = { ...stored(ONE), id: 'later', way: { kind: 'passkey' } };
    const vault = memoryVault();
    await vault.write('later', { base: ONE.base, token: 'token of a later version' });
    await vault.write(ONE.id, { base: ONE.base, token: 'token' });
    await store.update('accounts', { accounts: [later, stored(ONE), 'odd'], active: ONE.id });
    const accounts = accountsFor({ store, vault });
    assert.equal(accounts.unread, 2);
    await accounts.removeUnread();
    assert.deepEqual([accounts.unread, accounts.all, entries().length], [0, [ONE], 1]);
    assert.equal(await vault.read('later'), undefined);
    assert.equal((await vault.read(ONE.id))?.token, 'token');
  });

  it('keep what could not be read when others change, until it is signed in to anew', async () => {
    const future = { ...stored(TWO), way: { kind: 'passkey' }, more: [1] };
    const accounts = await opened({ accounts: [future, stored(ONE), 'odd'], active: ONE.id });
    await accounts.rename(ONE.id, 'renamed');
    await accounts.setActive(ONE.id);
    assert.deepEqual(entries(), [{ ...stored(ONE), label: 'renamed' }, future, 'odd']);
    await accounts.remove(ONE.id);
    assert.deepEqual(entries(), [future, 'odd']);
    await accounts.signIn({ ...TWO, secret: { token: 'token' } });
    assert.deepEqual(
      entries().map((entry) => (entry as Partial<Account>).id ?? entry),
      [TWO.id, 'odd'],
    );
  });
});

describe('a secret that was stored', () => {
  const secret: Secret = {
    base: ONE.base,
    token: 'a-token',
    issued: 1,
    expires: 2,
    renewal: {
      identity: 'https://identity.example/v3',
      credential: { kind: 'applicationCredential', id: 'id', secret: 's' },
    },
  };

  it('comes back as it was', () => {
    assert.deepEqual(readSecret(JSON.stringify(secret)), secret);
    const { renewal, ...bare } = secret;
    assert.ok(renewal);
    assert.deepEqual(readSecret(JSON.stringify(bare)), bare);
  });

  it('is none without a token that could be sent', () => {
    for (const text of ['', 'no JSON', ...JUNK.map((junk) => JSON.stringify([junk]).slice(1, -1))]) {
      assert.equal(readSecret(text), undefined);
    }
    for (const token of [...JUNK, 'line\nbreak', 'blank blank', 'é'].filter((token) => token !== 'text')) {
      assert.equal(readSecret(JSON.stringify({ ...secret, token })), undefined);
    }
    assert.equal(readSecret(JSON.stringify({ ...secret, base: 1 })), undefined);
  });

  it('is read without what is broken in it', () => {
    for (const junk of JUNK) {
      const read = readSecret(JSON.stringify({ ...secret, issued: 'x', expires: {}, renewal: junk }));
      assert.deepEqual(read, { base: ONE.base, token: 'a-token' });
    }
    const renewal = { identity: 'https://identity.example/v3', credential: { kind: 'password' } };
    assert.equal(readSecret(JSON.stringify({ ...secret, renewal }))?.renewal, undefined);
  });
});

describe('how images were shown', () => {
  const defaults = () => ({ grouping: 'app', sortKey: 'name', folded: false }) as const;
  const choices = (views: StoredViewOptions) => {
    const { grouping, sorting, filter, folded } = views.get('one');
    return { grouping, sorting, criteria: filter.criteria, folded };
  };
  const plain = { grouping: 'app', sorting: { key: 'name', descending: false }, criteria: [], folded: false };

  it('is as the settings say where what was stored is broken, and can be chosen anew', async () => {
    for (const junk of JUNK) {
      const broken = { grouping: junk, sorting: junk, filter: junk, folded: junk === true ? 1 : junk };
      for (const stored of [junk, { one: junk }, { one: broken }]) {
        const store = memoryStore();
        await store.update('views', stored);
        const views = new StoredViewOptions(store, defaults);
        assert.deepEqual(choices(views), plain, JSON.stringify(stored));
        await views.keep('one', { folded: true });
        assert.deepEqual(choices(views), { ...plain, folded: true });
      }
    }
  });

  it('stays for one account where it is broken for another', async () => {
    const store = memoryStore();
    await store.update('views', { one: 'broken', two: { grouping: 'os' } });
    const views = new StoredViewOptions(store, defaults);
    await views.keep('three', { folded: true });
    assert.deepEqual(store.get('views'), { one: 'broken', two: { grouping: 'os' }, three: { folded: true } });
    assert.equal(views.get('two').grouping, 'os');
  });
});

describe('filters that were used before', () => {
  it('are those that can be read', async () => {
    const filter = { criteria: [{ kind: 'nameContains', text: 'a' }] } as const;
    for (const junk of JUNK) {
      const store = memoryStore();
      await store.update('recentFilters', junk);
      assert.deepEqual(recentFilters(store), []);
      await store.update('recentFilters', [
        junk,
        serializeFilter(filter),
        'no JSON',
        '{"criteria":[null,5]}',
      ]);
      assert.deepEqual(recentFilters(store), [filter]);
      await keepFilter(store, { criteria: [{ kind: 'name', value: 'b' }] });
      assert.equal(recentFilters(store).length, 2);
      const unread = [junk, 'no JSON', '{"criteria":[null,5]}'];
      const kept = store.get('recentFilters');
      assert.ok(Array.isArray(kept));
      assert.deepEqual(kept.slice(2), JSON.parse(JSON.stringify(unread)));
    }
  });
});
