import assert from 'node:assert/strict';
import { commands, LanguageModelTextPart, lm } from 'vscode';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { Dialogs, press } from './accountsDialogs';
import { ModalAnswers } from './modalAnswers';
import { FIRST } from './signInParts';

/** What a tool answers, as far as it is read here. */
interface Answer {
  readonly error?: string;
  readonly message?: string;
  readonly list?: {
    readonly complete: boolean;
    readonly imagesLoaded: number;
    readonly gaps?: readonly string[];
  };
  readonly images?: readonly { readonly id: string }[];
  readonly leftOut?: number;
}

async function told(name: string, input: object): Promise<Answer> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart && content.length === 1);
  return JSON.parse(part.value) as Answer;
}

describe('The tools for language models', () => {
  let api: Server;
  let dialogs: Dialogs;
  let answers: ModalAnswers;
  before(async () => {
    api = await startServer();
    dialogs = new Dialogs();
    answers = new ModalAnswers();
  });
  after(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    answers.dispose();
    await api.close();
  });

  it('say what to do where nobody is signed in', async () => {
    const answer = await told('find_conoha_image', { words: 'ubuntu' });
    assert.equal(answer.error, 'signedOut');
    assert.match(answer.message ?? '', /ConoHa Images: Sign In…/);
  });

  it('tell the images of an account', async () => {
    const signingIn = commands.executeCommand('conohaImages.signIn');
    await dialogs.paste(
      FIRST,
      `curl -H "X-Auth-Token: ${generatedToken}" ${api.endpoint(generatedTenantId)}/images/detail`,
    );
    await dialogs.enter(FIRST);
    await signingIn;
    const answer = await told('find_conoha_image', {});
    console.log(JSON.stringify(answer).slice(0, 1500));
    assert.deepEqual(answer.list?.complete, true);
  });
});
