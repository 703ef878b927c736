import assert from 'node:assert/strict';
import { demoUser, documentedTenantId, startServer, type Server } from '../server/index';
import { press } from './accountsDialogs';
import { ConohaAt } from './conohaAt';
import { FIRST, SignInParts } from './signInParts';
import { describeInNewest } from './newest';

const KEEP = 'Keep you signed in?';

describeInNewest('A password that was typed for one identity service', () => {
  const given = new SignInParts();
  let other: Server;
  beforeEach(async () => {
    given.context = { ...given.context, clients: new ConohaAt(() => given.api.origin) };
    other = await startServer({ regions: ['tyo1'] });
  });
  afterEach(() => other.close());

  interface Way {
    readonly method: string;
    readonly questions: readonly string[];
    readonly answerPlace: (which: 'one' | 'other') => Promise<void>;
  }

  const answerAddress = async (which: 'one' | 'other') =>
    given.dialogs.answer(
      'URL of the Identity API',
      `${which === 'one' ? given.api.origin : other.origin}/v3`,
    );
  const WAYS: readonly Way[] = [
    {
      method: 'OpenStack user and password…',
      questions: ['User, by name', 'User domain', 'Tenant (project)'],
      answerPlace: answerAddress,
    },
    {
      method: 'ConoHa API user and password…',
      questions: ['such as gncu', 'Tenant (project)'],
      answerPlace: (which) =>
        given.dialogs.pick(
          'Select the generation and region',
          which === 'one' ? 'VPS 2.0 (tyo1)' : 'VPS 2.0 (tyo2)',
        ),
    },
    {
      method: 'Application credential…',
      questions: ['ID of the application credential'],
      answerPlace: answerAddress,
    },
  ];
  const textFor = (question: string): string => {
    if (question.startsWith('Tenant')) return documentedTenantId;
    if (question.startsWith('ID of')) return demoUser.applicationCredential.id;
    return question.startsWith('User domain') ? 'Default' : demoUser.name;
  };

  for (const { method, questions, answerPlace } of WAYS) {
    it(`stands ready for that one alone: ${method}`, async () => {
      const isCredential = method.startsWith('Application');
      const [question, secret] = isCredential
        ? ['Secret of the application credential', demoUser.applicationCredential.secret]
        : ['Password', demoUser.password];
      const done = given.begin();
      await given.dialogs.pick(FIRST, method);
      await answerPlace('one');
      for (const asked of questions) await given.dialogs.answer(asked, textFor(asked));
      await given.dialogs.answer(question, secret);
      await given.dialogs.asking(KEEP);

      const again = async (which: 'one' | 'other'): Promise<string> => {
        for (const asked of [question, ...questions.toReversed()]) await given.dialogs.back(asked);
        await answerPlace(which);
        for (const asked of questions) await given.dialogs.enter(asked);
        return (await given.dialogs.asking(question)).value;
      };
      await given.dialogs.back(KEEP);
      assert.equal(await again('one'), secret);
      assert.equal(await again('other'), '');
      assert.equal(await again('one'), '', 'it is gone');
      assert.equal(other.requests.filter((request) => request.method === 'POST').length, 0);
      await press('closeQuickOpen');
      await done;
    });
  }
});
