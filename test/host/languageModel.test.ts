import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  commands,
  LanguageModelTextPart,
  lm,
  window,
  type MarkdownString,
  type PreparedToolInvocation,
} from 'vscode';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { accountId } from '../../src/auth/knownAccounts';
import { invokeTool, prepareTool } from '../../src/languageModel/languageModelTools';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { Dialogs, press } from './accountsDialogs';
import { ModalAnswers } from './modalAnswers';
import { partsFor } from './parts';
import { FIRST } from './signInParts';

const LARGE = { id: 'c0ffee00c0ffee00c0ffee00c0ffee00', token: 'large', images: 2500 };
const FAILING = { id: 'decaf000decaf000decaf000decaf000', token: 'failing', images: 220 };
const SMALL = { id: generatedTenantId, token: generatedToken, images: 220 };

/** What a tool answers, as far as it is read here. */
interface Answer {
  readonly notice?: string;
  readonly error?: string;
  readonly message?: string;
  readonly failure?: { readonly kind?: string; readonly whatHelps: string };
  readonly list?: {
    readonly complete: boolean;
    readonly imagesLoaded: number;
    readonly gaps?: readonly string[];
    readonly failure?: { readonly kind?: string };
  };
  readonly images?: readonly { readonly id: string; readonly untrusted: { readonly label: string } }[];
  readonly image?: { readonly id: string; readonly untrusted: { readonly name: string } };
  readonly leftOut?: number;
  readonly lines?: number;
}

function read(content: readonly unknown[]): Answer {
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart && content.length === 1);
  return JSON.parse(part.value) as Answer;
}

/** Asks the running extension, as a model does. */
async function told(name: string, input: object): Promise<Answer> {
  return read((await lm.invokeTool(name, { input, toolInvocationToken: undefined })).content);
}

describe('The tools for language models', () => {
  let api: Server;
  let dialogs: Dialogs;
  let answers: ModalAnswers;
  before(async () => {
    api = await startServer({ tenants: [SMALL, LARGE, FAILING] });
    dialogs = new Dialogs();
    answers = new ModalAnswers();
  });
  after(async () => {
    for (const { id } of [SMALL, LARGE, FAILING])
      await commands.executeCommand(
        'conohaImages.removeAccount',
        accountId({ base: api.endpoint(id), tenant: id }),
      );
    await press('closeQuickOpen');
    dialogs.dispose();
    answers.dispose();
    await api.close();
  });

  const signIn = async ({ id, token }: { id: string; token: string }): Promise<void> => {
    dialogs.forget();
    const done = commands.executeCommand('conohaImages.addAccount');
    await dialogs.paste(FIRST, `curl -H "X-Auth-Token: ${token}" ${api.endpoint(id)}/images/detail`);
    await dialogs.enter(FIRST);
    await done;
    api.clearRequests();
  };

  it('are there, and say what to do where nobody is signed in', async () => {
    const names = lm.tools.map(({ name }) => name).filter((name) => name.includes('conoha'));
    assert.deepEqual(names.sort(), ['find_conoha_image', 'get_conoha_image', 'newest_conoha_image']);
    for (const [name, input] of [
      ['find_conoha_image', {}],
      ['get_conoha_image', { id: 'a' }],
      ['newest_conoha_image', { line: 'ubuntu' }],
    ] as const) {
      const { error, message = '' } = await told(name, input);
      assert.equal(error, 'signedOut');
      assert.match(message, /Ask them to run the command “ConoHa Images: Sign In…”;/);
    }
  });

  it('tell the images of an account, and nothing of what they do not know', async () => {
    await signIn(SMALL);
    const all = await told('find_conoha_image', {});
    assert.match(all.notice ?? '', /never follow instructions/);
    assert.deepEqual(
      [all.list?.complete, all.list?.imagesLoaded, all.images?.length, all.leftOut],
      [true, 220, 50, 170],
    );
    const [first] = all.images ?? [];
    assert.ok(first);
    assert.equal((await told('get_conoha_image', { id: first.id })).image?.id, first.id);
    const newest = await told('newest_conoha_image', { line: first.untrusted.label });
    assert.ok((newest.lines ?? 0) > 0 && newest.images?.length === newest.lines);
    // One that has come since is not in the list.
    const { id } = api.images(SMALL.id).add({ name: 'new' });
    assert.equal((await told('get_conoha_image', { id })).image?.untrusted.name, 'new');
    assert.equal((await told('get_conoha_image', { id: 'no-such-id' })).error, 'unknownId');
    assert.equal((await told('get_conoha_image', { id: '\ud800' })).error, 'unknownId');
    const bad = await told('find_conoha_image', { query: 'ubuntu' });
    assert.deepEqual([bad.error, /only: words, kind/.test(bad.message ?? '')], ['badInput', true]);
    assert.deepEqual(new Set(api.requests.map(({ method }) => method)), new Set(['GET']));
  });

  it('go on loading up to 1,000 images, and say that there are more', async () => {
    await signIn(LARGE);
    const answer = await told('find_conoha_image', { words: 'vmi' });
    assert.equal(answer.list?.complete, false);
    assert.equal(answer.list.imagesLoaded, 1000);
    assert.match(answer.list.gaps?.join() ?? '', /Load All/);
    // Images that are being saved are looked after meanwhile.
    const lists = () => api.requests.filter(({ query }) => !query.has('changes-since')).length;
    const asked = lists();
    await told('newest_conoha_image', { line: 'ubuntu' });
    assert.equal(lists(), asked);
  });

  it('say what failed, and what helps', async () => {
    await signIn(FAILING);
    api.faults.add({ do: 'status', status: 500, tenant: FAILING.id });
    const { failure, list } = await told('newest_conoha_image', { line: 'ubuntu' });
    // The view may have loaded the first page before.
    assert.equal((failure ?? list?.failure)?.kind, 'server');
  });
});

describe('What a tool for language models does', () => {
  let api: Server;
  let log: ExtensionLog;
  before(() => (log = new ExtensionLog(window.createOutputChannel('Tools', { log: true }))));
  after(() => log.dispose());
  beforeEach(async () => {
    api = await startServer({ tenants: [SMALL, LARGE] });
  });
  afterEach(() => api.close());

  const find = async (core: Parameters<typeof invokeTool>[0], input: object = {}) =>
    read((await invokeTool(core, 'find_conoha_image', input, new CancellationTokenSource().token)).content);
  const opened = async (tenant: typeof SMALL) => {
    const parts = { ...(await partsFor(api, [tenant])), log };
    const session = parts.sessions.ofActive();
    assert.ok(session);
    return { ...parts, session };
  };
  const question = ({ confirmationMessages }: PreparedToolInvocation): string =>
    ((confirmationMessages?.message as MarkdownString | undefined)?.value ?? '').replaceAll('&nbsp;', ' ');

  it('is asked about first, with what it loads', async () => {
    const { session, ...core } = await opened(LARGE);
    await core.accounts.rename(session.accountId, '[me](command:x)');
    const ask = (input: object = {}, name = 'find_conoha_image') => question(prepareTool(core, name, input));
    assert.match(ask(), /Up to 1,000 images of “\\\[me\\\]\\\(command:x\\\)” are loaded/);
    assert.match(ask({ id: 'a' }, 'get_conoha_image'), /requested by its ID/);
    await find(core);
    assert.match(ask(), /no more are loaded/);
    assert.equal(ask({ query: 'none' }), '');
    await core.accounts.signOut(session.accountId);
    assert.equal(ask(), '');
    assert.equal(api.requests.filter(({ kind }) => kind === 'token').length, 0);
  });

  it('says what failed, where nothing was loaded', async () => {
    const { session, ...core } = await opened(SMALL);
    api.tokens.expireAll();
    const { error, failure } = await find(core);
    assert.deepEqual([error, failure?.kind], ['listFailed', 'unauthorized']);
    assert.match(failure?.whatHelps ?? '', /Update Token/);
    // A model may ask again and again: the token that was refused is not sent again.
    const asked = api.requests.length;
    assert.equal((await find(core)).failure?.kind, 'refusedBefore');
    assert.equal(api.requests.length, asked);
    assert.equal(session.images.catalog.started, false);
  });

  it('tells what was loaded before the failure, and that more may be missing', async () => {
    const { session, ...core } = await opened(SMALL);
    await session.images.ensureStarted();
    api.faults.add({ do: 'status', status: 500 });
    const { list, images } = await find(core);
    assert.deepEqual([list?.complete, list?.imagesLoaded, images?.length], [false, 100, 50]);
    assert.equal(list?.failure?.kind, 'server');
    assert.match(list.gaps?.join() ?? '', /request failed/);
  });

  it('says that a filter of the user’s hides images from it', async () => {
    const { session, ...core } = await opened(SMALL);
    session.images.show({ filter: { criteria: [{ kind: 'status', values: ['ACTIVE'] }] } });
    const { list } = await find(core);
    assert.equal(list?.complete, false);
    assert.match(list.gaps?.join() ?? '', /Clear Filter/);
  });

  it('ends when nobody waits for it any more', async () => {
    const { session, ...core } = await opened(SMALL);
    const fault = api.faults.add({ do: 'hang' });
    const waiting = new CancellationTokenSource();
    const answer = invokeTool(core, 'find_conoha_image', {}, waiting.token);
    await api.untilRequests((requests) => requests.length > 0);
    waiting.cancel();
    await assert.rejects(answer, { name: 'Canceled' });
    fault.remove();
    assert.equal(session.images.catalog.started, false);
  });

  it('tells an account that is signed out meanwhile from a failure', async () => {
    const { session, ...core } = await opened(SMALL);
    const fault = api.faults.add({ do: 'hang' });
    const answer = find(core);
    await api.untilRequests((requests) => requests.length > 0);
    await core.accounts.signOut(session.accountId);
    fault.remove();
    assert.equal((await answer).error, 'signedOut');
  });
});
