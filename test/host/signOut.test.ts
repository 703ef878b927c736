import assert from 'node:assert/strict';
import { obtainToken } from '../../src/auth/connect';
import { obtainedAccount } from '../../src/auth/newAccount';
import { signOut } from '../../src/commands/account';
import { demoUser, documentedTenantId, documentedToken } from '../server/index';
import { Said } from './commandParts';
import { ModalAnswers } from './modalAnswers';
import { SignInParts } from './signInParts';

describe('Signing out', () => {
  const given = new SignInParts();
  let answers: ModalAnswers;
  beforeEach(async () => {
    await given.signIn(documentedToken);
    answers = new ModalAnswers();
  });
  afterEach(() => answers.dispose());

  it('is asked about first: who refuses is signed in as before', async () => {
    answers.agrees = false;
    await signOut(given.context, given.account().id);
    assert.equal(given.account().signedIn, true);
    assert.equal(await given.imagesShown(), 5);
    answers.agrees = true;
    await signOut(given.context, given.account().id);
    assert.equal(given.account().signedIn, false);
    assert.deepEqual(
      answers.asked.map(({ message }) => message.includes(given.account().label)),
      [true, true],
    );
  });

  describe('says what becomes of the token, before and after', () => {
    let said: Said;
    beforeEach(() => {
      said = new Said();
      answers.agrees = true;
    });
    afterEach(() => said.dispose());

    const byPassword = async (version: 'v2.0' | 'v3'): Promise<void> => {
      const credential = {
        kind: 'password',
        user: { name: demoUser.name, domainId: 'default' },
        password: demoUser.password,
        project: { id: documentedTenantId },
      } as const;
      const { accounts, clients } = given.context;
      const wish = { identity: `${given.api.origin}/${version}`, credentials: [credential] } as const;
      const obtained = await obtainToken(clients, wish, new AbortController().signal);
      await accounts.signIn(
        obtainedAccount(obtained, { base: given.api.endpoint(documentedTenantId) }, true),
      );
    };
    const words = async () => {
      await signOut(given.context, given.account().id);
      return { before: answers.asked[0]?.detail ?? '', after: said.messages[0] ?? '' };
    };

    it('where Identity v3 revokes it', async () => {
      await byPassword('v3');
      const { before, after } = await words();
      assert.match(before, /is asked to revoke a token/);
      assert.match(after, /Token revoked and deleted/);
    });

    it('where Identity v3 does not answer', async () => {
      await byPassword('v3');
      given.api.faults.add({ do: 'disconnect', on: 'revoke' });
      assert.match((await words()).after, /not revoked: it works until it expires/);
    });

    it('where Identity v2.0 cannot revoke it', async () => {
      await byPassword('v2.0');
      const { before, after } = await words();
      assert.match(before, /Identity v2\.0 can’t revoke tokens: the token itself works until it expires/);
      assert.match(after, /not revoked: it works until it expires/);
    });

    it('where it was pasted', async () => {
      const { before, after } = await words();
      assert.match(before, /The token itself works until it expires/);
      assert.match(after, /Token deleted\.$/);
    });
  });
});
