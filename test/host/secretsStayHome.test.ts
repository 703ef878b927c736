import assert from 'node:assert/strict';
import { env } from 'vscode';
import { readPasted, type Pasted } from '../../src/api/pasted/readPasted';
import { answerOf, pastedChoice } from '../../src/commands/signIn/firstAnswer';
import { until } from '../hosts/until';
import { demoUser, documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { ANSWERS, COMMANDS, FILES, IDS, OUTPUTS, v2Body } from '../unit/pastedForms';
import { press } from './accountsDialogs';
import { ModalAnswers } from './modalAnswers';
import { FIRST, SignInParts } from './signInParts';
import { Variables } from './variables';
import { describeInNewest } from './newest';

describeInNewest('What is pasted to sign in with', () => {
  const given = new SignInParts();
  const variables = new Variables();
  const nobody = new AbortController().signal;
  let stranger: Server;
  let answers: ModalAnswers;
  beforeEach(async () => {
    stranger = await startServer();
    answers = new ModalAnswers();
    answers.agrees = false;
    variables.set('HOME', '/nowhere');
  });
  afterEach(async () => {
    answers.dispose();
    await stranger.close();
  });

  const openrc = (...lines: readonly string[]) =>
    [
      `export OS_AUTH_URL=${given.api.origin}/v3`,
      `export OS_USERNAME=${demoUser.name}`,
      `export OS_PASSWORD=${demoUser.password}`,
      `export OS_PROJECT_ID=${documentedTenantId}`,
      ...lines,
    ].join('\n');
  const choiceOf = (text: string) => {
    const pasted = readPasted(text);
    assert.ok(pasted !== undefined && !('problem' in pasted), text);
    return pastedChoice(pasted);
  };
  const override = () => openrc(`export OS_COMPUTE_ENDPOINT_OVERRIDE=${stranger.origin}/v2.1`);

  it('goes, whatever kind it is, to no host that nobody was shown', async () => {
    const texts = [...ANSWERS, ...OUTPUTS, ...IDS, ...FILES, ...COMMANDS].map(({ text }) =>
      text
        .replaceAll('https://compute.example', given.api.origin)
        .replaceAll('https://i.example', given.api.origin)
        .replace(/https:\/\/[\w.]+\.example/g, stranger.origin),
    );
    texts.push(override(), openrc(), openrc('export OS_CACERT=/nowhere.pem'), v2Body(documentedToken));
    const kinds: Record<string, number> = {};
    for (const text of texts) {
      const pasted: Pasted | undefined = readPasted(text);
      assert.ok(pasted !== undefined, text);
      kinds[pasted.kind] = (kinds[pasted.kind] ?? 0) + 1;
      if (!('problem' in pasted)) await answerOf(given.context, pastedChoice(pasted), nobody);
    }
    assert.equal(stranger.requests.length, 0);
    assert.ok(
      given.api.requests.some(({ method }) => method === 'POST'),
      'an openrc has signed in',
    );
    const { curl = 0, token = 0, openrc: files = 0, ...others } = kinds;
    assert.deepEqual({ curl, files, others }, { curl: 1, files: FILES.length + 3, others: {} });
    assert.equal(token, texts.length - curl - files);
    assert.equal(answers.asked.length, 2, 'of the openrc with an override, and of that with a certificate');
  });

  it('is agreed to where an openrc names another host for the token, and nothing is sent before', async () => {
    const choice = choiceOf(override());
    await answerOf(given.context, choice, nobody);
    const sent = () => given.api.requests.length;
    assert.equal(sent(), 0);
    const [{ detail } = { detail: '' }] = answers.asked;
    assert.ok(detail.includes(`The token will be sent to ${new URL(stranger.origin).host}.`), detail);
    answers.agrees = true;
    await answerOf(given.context, choice, nobody);
    assert.ok(sent() > 0);
  });

  it('says on its row which host a token with a service catalogue goes to', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.paste(FIRST, v2Body(documentedToken));
    assert.ok('items' in dialog);
    await until(() => dialog.items.at(-1)?.description?.startsWith('compute.example'), 'the host on the row');
    assert.equal(dialog.items.at(-1)?.label, 'Use this token');
    await press('closeQuickOpen');
    await done;
  });

  it('is put into the box from the clipboard, without secrets, and taken on the next Enter alone', async () => {
    await env.clipboard.writeText(override());
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'Read from the clipboard');
    const dialog = await given.dialogs.asking(FIRST);
    await until(() => dialog.value.includes('OS_PASSWORD=•secret•'), 'the text with marks');
    assert.ok(!dialog.value.includes(demoUser.password));
    assert.equal(given.api.requests.length + answers.asked.length, 0);
    await given.dialogs.enter(FIRST);
    await until(() => answers.asked.length === 1, 'the question about the other host');
    await press('closeQuickOpen');
    await done;
    assert.equal(given.api.requests.length + stranger.requests.length, 0);
  });

  it('is shown to nobody where the clipboard has a password alone', async () => {
    await env.clipboard.writeText('correct-horse');
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'Read from the clipboard');
    const dialog = await given.dialogs.asking('The clipboard has nothing to sign in with.');
    assert.equal(dialog.value, '');
    await press('closeQuickOpen');
    await done;
  });

  it('leads on to the endpoint where it is the value of a token alone, shown as a mark', async () => {
    const done = given.begin();
    const dialog = await given.dialogs.paste(FIRST, documentedToken);
    await until(() => dialog.value === '•token•', 'a mark for the token');
    await given.dialogs.enter(FIRST);
    await given.dialogs.answer(
      'Select a region, or enter an Image or Compute endpoint',
      given.api.endpoint(documentedTenantId),
    );
    await given.dialogs.enter('Tenant ID');
    await given.dialogs.enter('Token');
    await done;
    assert.equal(given.account().base, given.api.endpoint(documentedTenantId));
    assert.ok(given.api.requests.every(({ headers }) => headers['x-auth-token'] === documentedToken));
  });

  it('is shown as marks in a box for an address too', async () => {
    const done = given.begin();
    await given.dialogs.pick(FIRST, 'Token and endpoint…');
    const dialog = await given.dialogs.paste('Compute', `curl -H "X-Auth-Token: ${documentedToken}" x`);
    await until(() => dialog.value.includes('•token•'), 'a mark for the token');
    await press('closeQuickOpen');
    await done;
  });

  for (const version of ['', '/v2.1']) {
    it(`tells what does not work of a command in the next box, with a version or without: ${version}`, async () => {
      const choice = choiceOf(`curl -H 'X-Auth-Token: ${documentedToken}' http://127.0.0.1:1${version}`);
      const reading = await answerOf(given.context, choice, nobody);
      assert.ok('value' in reading && reading.value.kind === 'token');
      assert.ok(reading.value.given.failure !== undefined);
    });
  }
});
