import assert from 'node:assert/strict';
import { tokenAccount } from '../../src/auth/newAccount';
import { askToSignIn } from '../../src/notices/secretNotices';
import { accountsFor } from '../unit/accountParts';
import { rethrow } from '../unit/rethrow';
import { ModalAnswers } from './modalAnswers';
import { describeInNewest } from './newest';

describeInNewest('The notice of what is refused', () => {
  let answers: ModalAnswers;
  beforeEach(() => {
    answers = new ModalAnswers();
    answers.agrees = false;
  });
  afterEach(() => answers.dispose());

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
      assert.deepEqual(
        answers.asked.map(({ message }) => words.test(message)),
        [true],
      );
    });
  }
});
