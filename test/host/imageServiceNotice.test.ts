import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { obtainedAccount, tokenAccount } from '../../src/auth/newAccount';
import { obtainToken } from '../../src/auth/connect';
import { tellOfImageService } from '../../src/notices/imageServiceNotice';
import { demoUser, documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { accountsFor, clientsFor } from '../unit/accountParts';
import { memoryStore } from '../unit/memory';
import { ModalAnswers } from './modalAnswers';
import { describeInNewest } from './newest';

describeInNewest('The notice of the image service', () => {
  let api: Server;
  let answers: ModalAnswers;
  const { executeCommand } = commands;
  let executed: unknown[][];
  beforeEach(async () => {
    api = await startServer({ regions: ['tyo1'] });
    answers = new ModalAnswers();
    executed = [];
    const record = (...args: unknown[]) => Promise.resolve(executed.push(args));
    Object.assign(commands, { executeCommand: record });
  });
  afterEach(async () => {
    Object.assign(commands, { executeCommand });
    answers.dispose();
    await api.close();
  });

  const withPassword = async (service?: 'image') => {
    const accounts = accountsFor();
    const { name, password } = demoUser;
    const project = { id: documentedTenantId };
    const credential = { kind: 'password', user: { name, domainId: 'default' }, password, project } as const;
    const wish = { identity: `${api.origin}/v3`, credentials: [credential] } as const;
    const obtained = await obtainToken(clientsFor(), wish, new AbortController().signal);
    const base =
      service === undefined ? api.endpoint(documentedTenantId) : api.imageEndpoint(documentedTenantId);
    await accounts.signIn(obtainedAccount(obtained, { base, ...(service && { service }) }, true));
    return accounts;
  };

  it('is given once to who had an account of Compute before, and leads to the other service', async () => {
    const [accounts, state] = [await withPassword(), memoryStore()];
    answers.agrees = true;
    await tellOfImageService({ accounts, state });
    await tellOfImageService({ accounts, state });
    assert.equal(answers.asked.length, 1);
    assert.match(answers.asked[0]?.message ?? '', /“.+” lists images by Compute\. An Image service/);
    assert.deepEqual(executed, [['conohaImages.switchService', accounts.active?.id]]);
  });

  it('is given as well where nothing but a token was pasted', async () => {
    const pasted = accountsFor();
    await pasted.signIn(tokenAccount({ base: api.endpoint(documentedTenantId) }, { token: documentedToken }));
    await tellOfImageService({ accounts: pasted, state: memoryStore() });
    assert.equal(answers.asked.length, 1);
  });

  it('is not given to who has none, or has more already, nor to who signs in later', async () => {
    const later = memoryStore();
    for (const [accounts, state] of [
      [accountsFor(), later],
      [await withPassword('image'), memoryStore()],
      [await withPassword(), later],
    ] as const) {
      await tellOfImageService({ accounts, state });
    }
    assert.deepEqual([answers.asked, executed], [[], []]);
  });
});
