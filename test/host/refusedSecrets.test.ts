import assert from 'node:assert/strict';
import { tokenAccount } from '../../src/auth/newAccount';
import { refresh } from '../../src/commands/load';
import { askToSignIn } from '../../src/notices/secretNotices';
import { tellOfUnread } from '../../src/notices/secretQuestions';
import { describeError } from '../../src/text/describeError';
import { documentedTenantId, documentedToken } from '../server/index';
import { until } from '../hosts/until';
import { accountsFor } from '../unit/accountParts';
import { memoryStore } from '../unit/memory';
import { rethrow } from '../unit/rethrow';
import { commandParts, CommandSurroundings } from './commandParts';
import { ModalAnswers } from './modalAnswers';
import { describeInNewest } from './newest';

describeInNewest('The notice of what is refused', () => {
  let answers: ModalAnswers;
  beforeEach(() => {
    answers = new ModalAnswers();
    answers.agrees = false;
  });
  afterEach(() => answers.dispose());
  /** Its words are loaded first. */
  const asked = () => until(() => answers.asked.length > 0, 'the question');

  for (const [refused, words] of [
    ['token', /^The token for “demo” is no longer accepted\.$/],
    ['secret', /Its password or credential is no longer accepted/],
    ['newToken', /the new token is not accepted either/],
  ] as const) {
    it(`claims no more than that: ${refused}`, async () => {
      const who = { kind: 'password', user: { name: 'demo' }, project: {} } as const;
      const identity = 'https://identity.example/v3';
      const account = await accountsFor().signIn({
        ...tokenAccount({ base: 'https://compute.example/v2.1' }, { token: 'a-token' }, { name: 'demo' }),
        method: { kind: 'password', identity, version: 'v3', who },
      });
      askToSignIn(rethrow)(account, refused);
      await asked();
      assert.deepEqual(
        answers.asked.map(({ message }) => words.test(message)),
        [true],
      );
    });
  }

  it('names both causes where it is an image service that does not accept a token', async () => {
    const who = { kind: 'password', user: { name: 'demo' }, project: {} } as const;
    const method = { kind: 'password', identity: 'https://identity.example/v3', version: 'v3', who } as const;
    const place = { id: 'an-id', base: 'https://cloud.example/image/v2', service: 'image' } as const;
    const account = { ...place, tenant: '', label: 'demo', method, renews: false, signedIn: true };
    askToSignIn(rethrow)(account, 'token');
    await asked();
    const [{ message } = { message: '' }] = answers.asked;
    assert.match(
      message,
      /^The token for “demo” is not accepted\. It is invalid or expired, or the identity/,
    );
  });
});

describeInNewest('The notice of accounts that cannot be read', () => {
  let answers: ModalAnswers;
  beforeEach(() => {
    answers = new ModalAnswers();
    answers.agrees = false;
  });
  afterEach(() => answers.dispose());

  it('says once how many there are, and nothing where there are none', async () => {
    const store = memoryStore();
    const accounts = accountsFor({ store });
    await tellOfUnread(accounts);
    assert.deepEqual(answers.asked, []);
    const later = { id: 'an-id', base: 'https://compute.example/v2.1', way: { kind: 'of a later version' } };
    await store.update('accounts', { accounts: [later] });
    await tellOfUnread(accounts);
    assert.deepEqual(
      answers.asked.map(({ message }) => message),
      ['Stored accounts that can’t be read: 1. A newer version of this extension may have stored them.'],
    );
    assert.equal(accounts.unread, 1);
  });
});

describeInNewest('A pasted token that an image service does not accept', () => {
  const given = new CommandSurroundings();

  it('is kept, and tried again at the next refresh: the row names both causes until then', async () => {
    const tenant = { id: documentedTenantId, token: documentedToken, service: 'image' } as const;
    const { context, accounts, sessions, rows } = await commandParts(given.api, [tenant]);
    const failed = async () => {
      const row = (await rows()).find(({ kind }) => kind === 'error');
      return row?.kind === 'error' ? describeError(row.error).action : undefined;
    };
    assert.equal(await failed(), undefined);
    const away = given.api.faults.add({ do: 'unauthorized', as: 'glance' });
    const causes = /^It is invalid or expired, or the identity service is unavailable\. Refresh to retry/;
    await assert.rejects(refresh(context));
    assert.match((await failed()) ?? '', causes);
    away.remove();
    given.api.clearRequests();
    await assert.rejects(async () => sessions.ofActive()?.images.bringUpToDate());
    assert.equal(given.api.requests.length, 0);
    assert.match((await failed()) ?? '', causes);
    await refresh(context);
    assert.deepEqual(
      given.api.requests.map(({ headers }) => headers['x-auth-token']),
      [documentedToken],
    );
    assert.equal(await failed(), undefined);
    assert.equal(accounts.active?.signedIn, true);
  });
});
