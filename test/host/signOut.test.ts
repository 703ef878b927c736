import assert from 'node:assert/strict';
import { signOut } from '../../src/commands/account';
import { documentedToken } from '../server/index';
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
});
