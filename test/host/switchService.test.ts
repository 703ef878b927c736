import assert from 'node:assert/strict';
import type { CommandContext } from '../../src/commands/context';
import { switchService } from '../../src/commands/switchService';
import {
  demoUser,
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { begun, Dialogs, press } from './accountsDialogs';
import { commandParts, Said } from './commandParts';
import { obtainedAccount, tokenAccount } from '../../src/auth/newAccount';
import { obtainToken } from '../../src/auth/connect';

const FIRST = { id: documentedTenantId, token: documentedToken };
const SECOND = { id: generatedTenantId, token: generatedToken };

describe('An account that is to list its images by the other service', () => {
  let api: Server;
  let said: Said;
  let dialogs: Dialogs;
  beforeEach(async () => {
    api = await startServer({ regions: ['tyo1'] });
    said = new Said();
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    said.dispose();
    await api.close();
  });

  /** An account of Compute whose identity service tells. */
  const signedIn = async ({ clients, accounts }: CommandContext) => {
    const { name, password } = demoUser;
    const project = { id: documentedTenantId };
    const credential = { kind: 'password', user: { name, domainId: 'default' }, password, project } as const;
    const wish = { identity: `${api.origin}/v3`, credentials: [credential] } as const;
    const obtained = await obtainToken(clients, wish, new AbortController().signal);
    const base = `${api.origin}/v2.1/${documentedTenantId}`;
    const { id } = await accounts.signIn(obtainedAccount(obtained, { base }, true));
    return { id, base, token: obtained.token };
  };
  const asked = () => api.requests.map(({ path }) => path).filter((path) => path.includes('images'));

  it('of a pasted token asks for its address, and takes one that its token works at', async () => {
    const { context, accounts, rows } = await commandParts(api, [FIRST]);
    const [account] = accounts.all;
    assert.ok(account);
    const compute = (await rows()).filter((row) => row.kind === 'image').length;
    const done = begun(switchService(context));
    await dialogs.answer('Endpoint of the Image or Compute API', `${api.origin}/image`);
    await done;
    const moved = accounts.get(account.id);
    assert.deepEqual(
      [moved?.base, moved?.service, moved?.label, moved?.signedIn],
      [api.imageEndpoint(documentedTenantId), 'image', account.label, true],
    );
    assert.match(said.messages.join(), /by the Image service now/);
    api.clearRequests();
    assert.equal((await rows()).filter((row) => row.kind === 'image').length, compute);
    assert.deepEqual(new Set(asked()), new Set(['/image/v2/images']));
  });

  it('finds it by its service catalogue where Identity tells, without a question, there and back', async () => {
    const { context, accounts } = await commandParts(api, []);
    const { id, base } = await signedIn(context);
    await switchService(context);
    assert.equal(accounts.get(id)?.base, api.imageEndpoint(documentedTenantId));
    await switchService(context);
    assert.deepEqual([accounts.get(id)?.base, accounts.get(id)?.service], [base, undefined]);
    assert.equal(dialogs.last, undefined);
  });

  it('is told that there is no such service, and of no other, above the box for its address', async () => {
    await api.close();
    api = await startServer({ regions: ['tyo1'], imageStyle: 'none' });
    const { context, accounts } = await commandParts(api, []);
    const { id, base } = await signedIn(context);
    const done = begun(switchService(context));
    const box = await dialogs.asking('The service catalog has no Image service. Enter its URL.');
    assert.ok('prompt' in box && !/Compute/.test(box.prompt ?? ''));
    await dialogs.answer('The service catalog has no Image service.', `${api.origin}/image`);
    await done;
    assert.notEqual(accounts.get(id)?.base, base);
    assert.equal(accounts.get(id)?.service, 'image');
  });

  it('gets another token where the one it has is not accepted any more', async () => {
    const { context, accounts } = await commandParts(api, []);
    const { id, token } = await signedIn(context);
    api.tokens.expire(token);
    await switchService(context);
    assert.equal(accounts.get(id)?.base, api.imageEndpoint(documentedTenantId));
    assert.equal(dialogs.last, undefined);
  });

  it('stays as it is where the token does not work there, or somebody gives up', async () => {
    const { context, accounts } = await commandParts(api, [FIRST]);
    const fault = api.faults.add({ do: 'unauthorized', as: 'glance', on: /^\/image\// });
    const done = begun(switchService(context));
    await dialogs.answer('Endpoint of the Image or Compute API', `${api.origin}/image`);
    await dialogs.objection(/401.*invalid or expired.*identity service is unavailable/);
    fault.remove();
    await press('closeQuickOpen');
    await done;
    assert.deepEqual(
      accounts.all.map(({ base }) => base),
      [api.endpoint(documentedTenantId)],
    );
  });

  it('stays as it is where another account has that service and project', async () => {
    const { context, accounts } = await commandParts(api, [SECOND]);
    const place = { base: api.imageEndpoint(generatedTenantId), service: 'image' } as const;
    const other = await accounts.signIn(
      tokenAccount(place, { token: generatedToken }, { tenant: generatedTenantId }),
    );
    const [first] = accounts.all;
    assert.ok(first);
    const done = begun(switchService(context, first.id));
    await dialogs.answer('Endpoint of the Image or Compute API', place.base);
    await done;
    assert.deepEqual(
      accounts.all.map(({ id, base }) => [id, base]),
      [
        [first.id, first.base],
        [other.id, place.base],
      ],
    );
  });
});
