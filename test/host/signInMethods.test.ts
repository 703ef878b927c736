import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uri } from 'vscode';
import { until } from '../hosts/until';
import { demoUser, documentedTenantId, documentedToken } from '../server/index';
import { ConohaAt } from './conohaAt';
import { issuedByV2, issuedByV3, TOKEN_ISSUE } from './issuedTexts';
import { speak, wordsIn, type Language, type Words } from './language';
import { ModalAnswers } from './modalAnswers';
import { SignInParts } from './signInParts';
import { Variables } from './variables';
import { describeInNewest } from './newest';

/** A question as the source has it in English, and the answer: what is typed, the row that is chosen, or Enter alone. */
interface Step {
  readonly title: Words;
  readonly placeholder: Words;
  readonly type?: string;
  readonly pick?: string;
}

type Answer = Pick<Step, 'type' | 'pick'>;

const first = (answer: Answer = {}): Step => ({
  title: 'Sign In to ConoHa or OpenStack',
  placeholder: 'Select a method, or paste an endpoint, curl command, token or openrc',
  ...answer,
});
const asking =
  (title: Words) =>
  (placeholder: Words, answer: Answer = {}): Step => ({ title, placeholder, ...answer });
/** Alone: an application credential is for the last of all tenants. */
const DOCUMENTED = { id: documentedTenantId, token: documentedToken, images: 'documented' } as const;
const KEEP = 'Keep you signed in?';
const EXAMPLE: Words = ['Example: {0}', 'https://image.example.com/v2'];

/** An input box makes blanks of line ends. */
const folded = (text: string): string => text.trimEnd().replace(/\r\n|\n/g, ' ');

describe('Signing in from the first box to the first rows', () => {
  describe('in en', () => inLanguage('en'));
  describeInNewest('in ja', () => inLanguage('ja'));
});

function inLanguage(language: Language): void {
  speak(language);
  const given = new SignInParts();
  const variables = new Variables();
  let answers: ModalAnswers;
  let folder: string;
  let conoha: ConohaAt;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-methods-'));
    variables.set('HOME', folder);
    answers = new ModalAnswers();
    conoha = new ConohaAt(() => given.api.origin);
    given.context = { ...given.context, clients: conoha };
  });
  afterEach(async () => {
    answers.dispose();
    await rm(folder, { recursive: true });
  });

  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const clouds = () =>
    file(
      'clouds.yaml',
      `clouds: {mine: {auth: {auth_url: '${given.api.origin}/v3', username: ${demoUser.name}, password: ${demoUser.password}, project_id: ${documentedTenantId}}}}`,
    );
  const openrc = () =>
    Object.entries({
      AUTH_URL: `${given.api.origin}/v3`,
      USERNAME: demoUser.name,
      PASSWORD: demoUser.password,
      PROJECT_ID: documentedTenantId,
    })
      .map(([name, value]) => `export OS_${name}="${value}"\n`)
      .join('');
  const pick = (path: string): readonly Step[] => {
    answers.file = Uri.file(path);
    const ask = asking('Sign in from a file');
    return [first({ pick: 'From a file…' }), ask(['Select a cloud of {0}', path])];
  };
  const cloudNamed = (name: string): Step => asking(['Sign in to “{0}”', name])(KEEP);
  const conohaUser = async (place: string): Promise<readonly Step[]> => {
    const gnc = { id: 'gnc-by-id', name: 'gnc' };
    await given.serve({
      regions: ['tyo1'],
      users: [{ ...demoUser, domain: gnc, tenantIds: [documentedTenantId], applicationCredentials: [] }],
      tenants: [DOCUMENTED],
    });
    const ask = asking('Sign in with a ConoHa API user');
    return [
      first({ pick: 'ConoHa API user and password…' }),
      ask('Select the generation and region', { pick: place }),
      ask('API user, such as gncu00000001', { type: demoUser.name }),
      ask('Tenant (project), by ID or name', { type: documentedTenantId }),
      ask('Password', { type: demoUser.password }),
      ask(KEEP),
    ];
  };
  const token = asking('Sign in with a token');
  const endpoint = (): Step => token(EXAMPLE, { type: given.api.endpoint(documentedTenantId) });

  /** By the method: its questions, each with its answer. */
  const METHODS: Readonly<Record<string, () => readonly Step[] | Promise<readonly Step[]>>> = {
    'a cloud that is found on this computer': async () => {
      variables.set('OS_CLIENT_CONFIG_FILE', await clouds());
      return [first(), cloudNamed('mine')];
    },
    'a ConoHa API user of VPS 3.0': () => conohaUser('VPS 3.0'),
    'a ConoHa API user of VPS 2.0': () => conohaUser('VPS 2.0 (tyo1)'),
    'a user of another OpenStack': () => {
      const ask = asking('Sign in to OpenStack');
      return [
        first({ pick: 'OpenStack user and password…' }),
        ask(['Example: {0}', 'https://keystone.example.com:5000/v3'], { type: `${given.api.origin}/v3` }),
        ask('User, by name or ID', { type: demoUser.name }),
        ask('User domain, name or ID (optional)', { type: 'Default' }),
        ask('Tenant (project), by ID or name', { type: documentedTenantId }),
        ask('Password', { type: demoUser.password }),
        ask(KEEP),
      ];
    },
    'an application credential': async () => {
      await given.serve({ regions: ['tyo1'], tenants: [DOCUMENTED] });
      const ask = asking('Sign in with an application credential');
      const { id, secret } = demoUser.applicationCredential;
      return [
        first({ pick: 'Application credential…' }),
        ask(['Example: {0}', 'https://keystone.example.com:5000/v3'], { type: `${given.api.origin}/v3` }),
        ask('ID of the application credential', { type: id }),
        ask('Secret of the application credential', { type: secret }),
        ask(KEEP),
      ];
    },
    'a picked clouds.yaml': async () => [...pick(await clouds()), cloudNamed('mine')],
    'a picked openrc': async () => {
      const path = await file('demo-openrc.sh', openrc());
      return [...pick(path), cloudNamed('openrc')];
    },
    'a token': () => [
      first({ pick: 'Token and endpoint…' }),
      token('Select a region, or enter an Image or Compute endpoint', { type: `${given.api.origin}/v2` }),
      token('Tenant ID', { type: documentedTenantId }),
      token('Token', { type: documentedToken }),
    ],
    'a pasted endpoint': () => [first({ type: given.address() }), token('Token', { type: documentedToken })],
    'a pasted curl command': () => [
      first({ type: `curl -i -H "X-Auth-Token: ${documentedToken}" ${given.address()}` }),
    ],
    'a pasted openrc': () => [first({ type: folded(openrc()) }), cloudNamed('openrc')],
    'a pasted answer of POST /v3/auth/tokens with its headers': async () => [
      first({ type: folded((await issuedByV3(given.api)).answer) }),
    ],
    'a pasted answer of POST /v2.0/tokens with its headers': async () => [
      first({ type: folded((await issuedByV2(given.api)).answer) }),
    ],
    'a pasted JSON body of POST /v2.0/tokens': async () => [
      first({ type: folded((await issuedByV2(given.api)).body) }),
    ],
    'a pasted x-subject-token line': async () => [
      first({ type: `x-subject-token: ${(await issuedByV3(given.api)).token}` }),
      endpoint(),
    ],
    ...Object.fromEntries(
      Object.entries(TOKEN_ISSUE).map(([format, print]) => [
        `what openstack token issue prints as ${format}`,
        async () => [first({ type: folded(print((await issuedByV3(given.api)).token)) }), endpoint()],
      ]),
    ),
  };

  for (const [method, steps] of Object.entries(METHODS)) {
    it(`by ${method}`, async () => {
      const questions = await steps();
      const done = given.begin();
      for (const question of questions) await answer(question);
      await done;
      assert.equal(await given.imagesShown(), 5);
      assert.equal(given.account().tenant, documentedTenantId);
      assert.deepEqual(answers.errors, []);
    });
  }

  it('asks for the token of a ConoHa API user at the place that was chosen', async () => {
    for (const [place, address] of [
      ['VPS 3.0', 'https://identity.c3j1.conoha.io/v3'],
      ['VPS 2.0 (tyo1)', 'https://identity.tyo1.conoha.io/v2.0'],
    ] as const) {
      const done = given.begin();
      for (const question of await conohaUser(place)) await answer(question);
      await done;
      assert.equal(conoha.asked.at(-1), address);
    }
  });

  async function answer({ title, placeholder, type, pick: row }: Step): Promise<void> {
    const question = wordsIn(language, placeholder);
    const dialog = await until(
      () => (given.dialogs.last?.placeholder === question ? given.dialogs.last : undefined),
      question,
    );
    assert.equal(dialog.title, wordsIn(language, title));
    if (row !== undefined) return given.dialogs.pick(question, placeIn(row));
    if (type !== undefined) await given.dialogs.paste(question, type);
    await given.dialogs.enter(question);
  }

  /** The row of a place has a region in brackets, the others are texts of the source. */
  function placeIn(row: string): string {
    const [, generation, region] = /^(VPS \S+)(?: \((\w+)\))?$/.exec(row) ?? [];
    if (generation === undefined) return wordsIn(language, row);
    return region === undefined ? generation : wordsIn(language, ['{0} ({1})', generation, region]);
  }
}
