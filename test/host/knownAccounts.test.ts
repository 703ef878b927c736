import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { window } from 'vscode';
import type { Trust } from '../../src/api/http/trust';
import type { Account } from '../../src/auth/account';
import { obtainToken } from '../../src/auth/connect';
import { obtainedAccount } from '../../src/auth/newAccount';
import { updateToken } from '../../src/commands/account';
import { temporaryFolder } from '../hosts/temporaryFolder';
import {
  demoUser,
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  selfSignedCertificate,
} from '../server/index';
import { trusting } from '../unit/trustFiles';
import { press } from './accountsDialogs';
import { ModalAnswers } from './modalAnswers';
import { signInTo } from './parts';
import { FIRST, SignInParts } from './signInParts';
import { Variables } from './variables';
import { describeInNewest } from './newest';

const WHICH = 'project not known';

describeInNewest('Signing in to an account that is there already', () => {
  const given = new SignInParts();
  const variables = new Variables();

  /** An account whose password is kept. */
  const withPassword = async (base: string, trust?: Trust): Promise<Account> => {
    const user = { name: demoUser.name, domainId: 'default' };
    const project = { id: documentedTenantId };
    const credential = { kind: 'password', user, password: demoUser.password, project } as const;
    const wish = { identity: `${given.api.origin}/v3`, credentials: [credential], trust } as const;
    const { accounts, clients } = given.context;
    const obtained = await obtainToken(clients, wish, new AbortController().signal);
    const { id } = await accounts.signIn(obtainedAccount({ ...obtained, trust: undefined }, { base }, true));
    const stored = accounts.get(id);
    assert.ok(stored);
    return stored;
  };
  const pasteCommand = async (token: string, base: string): Promise<void> => {
    await given.dialogs.paste(FIRST, `curl -H "X-Auth-Token: ${token}" ${base}/images/detail`);
    await given.dialogs.enter(FIRST);
  };
  const asUser = async (name: string, password: string, tenant: string): Promise<void> => {
    await given.dialogs.pick(FIRST, 'OpenStack user and password…');
    await given.dialogs.answer('URL of the Identity API', `${given.api.origin}/v3`);
    await given.dialogs.answer('User, by name', name);
    await given.dialogs.answer('User domain', 'default');
    await given.dialogs.answer('Tenant (project)', tenant);
    await given.dialogs.answer('Sent only to', password);
    await given.dialogs.pick('Keep you signed in?', 'Yes, store my password securely');
  };
  const listed = async ({ id }: Account): Promise<number> => {
    const catalog = given.context.sessions.of(id)?.images.catalog;
    await catalog?.refresh();
    return catalog?.images.length ?? 0;
  };
  const ids = () => given.context.accounts.all.map(({ id }) => id);

  describe('at an address that is that of every project', () => {
    let first: Account;
    const base = () => `${given.api.origin}/v2.1`;
    beforeEach(async () => {
      await given.serve({ computeStyle: 'v2.1', regions: ['tyo1'] });
      first = await withPassword(base());
    });

    it('adds the account of another project, and leaves the first as it is', async () => {
      const done = given.begin();
      await asUser(demoUser.name, demoUser.password, generatedTenantId);
      await done;
      assert.equal(ids().length, 2);
      assert.notEqual(given.account().label, first.label);
      given.api.tokens.expireAll();
      assert.deepEqual([await listed(first), await listed(given.account())], [5, 100]);
    });

    it('asks which project a token alone is for, and adds an account where it is for none of those', async () => {
      const done = given.begin();
      await pasteCommand(generatedToken, base());
      await given.dialogs.pick(WHICH, 'Add as another account');
      await done;
      assert.equal(ids().length, 2);
      assert.equal(given.account().tenant, '');
      assert.deepEqual([await listed(first), await listed(given.account())], [5, 100]);
    });

    it('takes a token for the account that was chosen, which keeps its project and its password', async () => {
      const done = given.begin();
      await pasteCommand(documentedToken, base());
      await given.dialogs.pick(WHICH, first.label);
      await done;
      assert.deepEqual(ids(), [first.id]);
      assert.deepEqual([given.account().tenant, given.account().method], [documentedTenantId, first.method]);
      assert.equal(await listed(first), 5);
      assert.equal(given.api.requests.at(-1)?.headers['x-auth-token'], documentedToken);
      given.api.tokens.expireAll();
      assert.equal(await listed(first), 5, 'by the password');
    });

    it('refuses a token for it that is said to be of another project', async () => {
      const { accounts } = given.context;
      const second = await accounts.signIn({
        ...{ base: base(), tenant: generatedTenantId, label: 'second' },
        ...{ method: { kind: 'token' }, secret: { token: 'ended' } },
      });
      const updating = updateToken(given.context, second.id);
      const answer = (id: string, token: string) =>
        JSON.stringify({ access: { token: { id: token, tenant: { id, name: 'demo' } } } });
      await given.dialogs.answer('Token', answer(documentedTenantId, documentedToken));
      await given.dialogs.objection(/for another project\. Paste one for project/);
      assert.deepEqual(
        given.api.requests.filter(({ kind }) => kind === 'list'),
        [],
      );
      await given.dialogs.answer('Token', answer(generatedTenantId, generatedToken));
      await updating;
      assert.equal(await listed(second), 100);
    });

    it('adds the account of the project that the answer with the token names, unasked', async () => {
      const done = given.begin();
      await given.dialogs.answer(FIRST, base());
      const answer = {
        access: { token: { id: generatedToken, tenant: { id: generatedTenantId, name: 'x' } } },
      };
      await given.dialogs.answer('Token', JSON.stringify(answer));
      await done;
      assert.deepEqual([ids().length, given.account().tenant], [2, generatedTenantId]);
      assert.deepEqual([await listed(first), await listed(given.account())], [5, 100]);
    });

    for (const { what, method } of [
      { what: 'a token alone', method: () => ({ kind: 'token' }) as const },
      { what: 'a password', method: () => first.method },
    ]) {
      it(`learns the project of the account of ${what} from a token that names it`, async () => {
        const { accounts } = given.context;
        const unknown = await accounts.signIn({
          ...{ base: base(), tenant: '', label: 'unknown', method: method() },
          secret: { token: 'ended' },
        });
        const done = given.begin();
        await given.dialogs.answer(FIRST, base());
        const answer = {
          access: { token: { id: generatedToken, tenant: { id: generatedTenantId, name: 'x' } } },
        };
        await given.dialogs.answer('Token', JSON.stringify(answer));
        await given.dialogs.pick(WHICH, 'unknown');
        await done;
        assert.deepEqual(ids().length, 2);
        const learnt = accounts.get(unknown.id);
        assert.deepEqual([learnt?.tenant, learnt?.method], [generatedTenantId, method()]);
      });
    }

    it('stores nothing where the question is given up', async () => {
      const done = given.begin();
      await pasteCommand(generatedToken, base());
      await given.dialogs.asking(WHICH);
      await press('closeQuickOpen');
      await done;
      assert.deepEqual(given.context.accounts.all, [first]);
    });
  });

  it('makes the account active whose token was pasted, and keeps its password', async () => {
    const first = await withPassword(given.api.endpoint(documentedTenantId));
    await signInTo(given.context.accounts, given.api, { id: generatedTenantId, token: generatedToken });
    assert.notEqual(given.account().id, first.id);
    const done = given.begin();
    await pasteCommand(documentedToken, first.base);
    await done;
    assert.equal(given.account().id, first.id);
    assert.equal(await listed(first), 5);
    assert.equal(given.api.requests.at(-1)?.headers['x-auth-token'], documentedToken);
    given.api.tokens.expireAll();
    assert.equal(await listed(first), 5, 'by the password');
  });

  it('with a token alone after signing out keeps who signs in', async () => {
    const first = await withPassword(given.api.endpoint(documentedTenantId));
    await given.context.accounts.signOut(first.id);
    const done = given.begin();
    await pasteCommand(documentedToken, first.base);
    await done;
    assert.deepEqual([ids(), given.account().method], [[first.id], first.method]);
    assert.equal(given.account().signedIn, true);
    assert.equal(await listed(first), 5);
  });

  it('with a token of a cloud stores the authority that the cloud names', async () => {
    const certificate = await selfSignedCertificate();
    await given.serve({ certificate, regions: ['tyo1'] });
    const trust = trusting(certificate);
    const first = await withPassword(given.api.endpoint(documentedTenantId), trust);
    assert.equal(first.cacert, undefined);
    const file = join(temporaryFolder('cloud'), 'clouds.yaml');
    const cloud = {
      auth_type: 'token',
      cacert: trust.cacert,
      compute_endpoint_override: first.base,
      auth: { auth_url: `${given.api.origin}/v3`, token: documentedToken },
    };
    writeFileSync(file, JSON.stringify({ clouds: { own: cloud } }), { mode: 0o600 });
    variables.set('OS_CLIENT_CONFIG_FILE', file);
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'own');
    await given.dialogs.enter('Endpoint of the Image or Compute API');
    await done;
    assert.deepEqual([ids(), given.account().cacert], [[first.id], trust.cacert]);
    assert.deepEqual(given.account().method, first.method);
    assert.equal(await listed(first), 5);
  });

  it('as another user asks before the password of the first is deleted', async () => {
    const home = documentedTenantId;
    const bob = { id: 'b1', name: 'bob', password: 'password of bob', tenantIds: [home] };
    const { applicationCredential, ...alice } = demoUser;
    assert.ok(applicationCredential);
    const users = [{ ...alice, tenantIds: [home] }, bob];
    await given.serve({ regions: ['tyo1'], imageStyle: 'none', users });
    const first = await withPassword(`${given.api.origin}/v2.1/${home}`);
    const answers = new ModalAnswers();
    try {
      answers.agrees = false;
      const refused = given.begin();
      await asUser(bob.name, bob.password, home);
      await refused;
      assert.deepEqual(given.context.accounts.all, [first]);
      const [{ message, detail } = { message: '', detail: '' }] = answers.asked;
      assert.match(message, /as “bob” from now on\?/);
      assert.match(detail, new RegExp(`password or secret of “${alice.name}” is deleted`));
      given.api.tokens.expireAll();
      assert.equal(await listed(first), 5, 'by the password of the first');

      const again = given.begin();
      await asUser(alice.name, alice.password, home);
      await again;
      assert.equal(answers.asked.length, 1, 'the same user is not asked about');

      answers.agrees = true;
      const agreed = given.begin();
      await asUser(bob.name, bob.password, home);
      await agreed;
      const { method } = given.account();
      assert.ok(method.kind === 'password' && method.who.kind === 'password');
      assert.deepEqual([ids(), method.who.user.name], [[first.id], 'bob']);
    } finally {
      answers.dispose();
    }
  });

  it('says that it was removed meanwhile, in words that are no link, and goes on at once', async () => {
    const account = await signInTo(given.context.accounts, given.api, {
      id: documentedTenantId,
      token: 'ended',
    });
    await given.context.accounts.rename(account.id, '[here](command:workbench.action.quit)');
    const original = window.showWarningMessage;
    const words: string[] = [];
    Object.assign(window, {
      // Nobody closes it.
      showWarningMessage: (message: string) => {
        words.push(message);
        return new Promise(() => undefined);
      },
    });
    try {
      const updating = updateToken(given.context, account.id);
      await given.dialogs.asking('Token');
      await given.context.accounts.remove(account.id);
      await given.dialogs.answer('Token', documentedToken);
      await updating;
      assert.equal(words.length, 1);
      assert.match(words[0] ?? '', /has been removed meanwhile/);
      assert.ok(!words[0]?.includes(']('), words[0]);
    } finally {
      Object.assign(window, { showWarningMessage: original });
    }
  });
});
