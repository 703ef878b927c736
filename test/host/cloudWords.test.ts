import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExtensionKind, Uri } from 'vscode';
import { readOpenrc } from '../../src/api/pasted/openrc';
import { cloudsFromOpenrc } from '../../src/auth/clouds/cloudsFromOpenrc';
import { cloudRows, rowsOfPicked, type CloudRow } from '../../src/commands/signIn/foundClouds';
import { boxProblemText } from '../../src/text/describeBoxProblem';
import { press } from './accountsDialogs';
import { speak, wordsIn, type Language, type Words } from './language';
import { FIRST, SignInParts } from './signInParts';
import { describeInNewest } from './newest';

/** With all that a sign-in needs; a part is left out by an empty value. */
const WHOLE = {
  AUTH_URL: 'https://identity.example/v3',
  USERNAME: 'demo',
  PASSWORD: 'hidden-word',
  PROJECT_ID: '487727e3921d44e3bfe7ebb337bf085e',
};

const openrcOf = (variables: Readonly<Record<string, string>>): string =>
  Object.entries({ ...WHOLE, ...variables })
    .map(([name, value]) => `export OS_${name}='${value}'\n`)
    .join('');

/** What is wrong with an openrc, and how that is told. */
const FAULTS: readonly (readonly [Readonly<Record<string, string>>, Words])[] = [
  [{ AUTH_URL: '' }, ['{0} is missing. Add it, or use the file that sets it.', 'OS_AUTH_URL']],
  [{ AUTH_URL: 'http://identity.example/v3' }, ['{0} must use https.', 'OS_AUTH_URL']],
  [
    { AUTH_URL: 'https://volume.example:8776/v3' },
    ['{0} is the URL of another service. Set it to the Identity URL.', 'OS_AUTH_URL'],
  ],
  [{ USERNAME: '' }, ['No user. Add {0} or {1}.', 'OS_USERNAME', 'OS_USER_ID']],
  [{ PROJECT_ID: '' }, ['No project (tenant). Add {0} or {1}.', 'OS_PROJECT_ID', 'OS_PROJECT_NAME']],
  [
    { INSECURE: 'true' },
    [
      '“{0}” is not supported because it exposes your password. Set “{1}” instead.',
      'OS_INSECURE',
      'OS_CACERT',
    ],
  ],
  [{ INTERFACE: 'secret' }, ['{0} must be public, internal or admin.', 'OS_INTERFACE']],
  [
    { AUTH_TYPE: 'none' },
    ['{0} {1} is not supported. Use password, v3applicationcredential or token.', 'OS_AUTH_TYPE', 'none'],
  ],
  [
    { COMPUTE_ENDPOINT_OVERRIDE: 'https://compute.example/v1.1' },
    ['Compute has no such version as {0} has. Use v2.1 or v2.', 'OS_COMPUTE_ENDPOINT_OVERRIDE'],
  ],
  [
    { AUTH_URL: '', PROFILE: 'ovh' },
    ['Profile {0} is not included here. Add its {1}.', 'ovh', 'OS_AUTH_URL'],
  ],
];

describeInNewest('A cloud that cannot be used', () => {
  for (const language of ['en', 'ja'] as const) describe(`in ${language}`, () => inLanguage(language));
});

function inLanguage(language: Language): void {
  speak(language);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-words-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const environment = () => ({ env: {}, platform: process.platform, home: folder });
  const picked = async (name: string, text: string): Promise<readonly CloudRow[]> => {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return rowsOfPicked(Uri.file(path), environment(), ExtensionKind.Workspace);
  };

  for (const [variables, words] of FAULTS) {
    it(`says so in the words of its openrc, pasted or picked: ${JSON.stringify(variables)}`, async () => {
      const text = openrcOf(variables);
      const openrc = readOpenrc(text);
      assert.ok(openrc);
      const pasted = cloudRows(cloudsFromOpenrc(openrc, environment()));
      for (const rows of [pasted, await picked('demo-openrc.sh', text)]) {
        assert.deepEqual(
          rows.map(({ problem }) => problem && boxProblemText(problem)),
          [wordsIn(language, words)],
        );
      }
    });
  }

  it('has a name in its row, whatever it is called', async () => {
    const text = JSON.stringify({
      clouds: {
        '   ': {
          profile: 'conoha',
          region_name: 'tyo1',
          auth: { username: 'u', password: 'p', project_id: 't' },
        },
        '\u200b': { auth: {} },
        mine: { profile: 'conoha', region_name: 'tyo1', auth: { username: 'u', project_id: 't' } },
      },
    });
    const rows = await picked('clouds.json', text);
    const nameless = wordsIn(language, '(no name)');
    assert.deepEqual(
      rows.map(({ label }) => label).sort(),
      [`$(cloud) ${nameless}`, '$(cloud) mine', `$(warning) ${nameless}`].sort(),
    );
  });
}

describeInNewest('The first box says at once', () => {
  const given = new SignInParts();

  for (const [what, text, words] of [
    ['a pasted openrc has no address', openrcOf({ AUTH_URL: '' }), /OS_AUTH_URL is missing/],
    [
      'a clouds file was pasted',
      'clouds: mine: auth: auth_url: https://i.example/v3 password: hidden-word',
      /text of a clouds\.yaml. Choose “From a file…”/,
    ],
    [
      'a URL of another service was pasted',
      'https://networking.tyo1.conoha.io/v2.0',
      /another service, such as Block Storage or Network/,
    ],
  ] as const) {
    it(`that ${what}, and Enter sends nothing`, async () => {
      const done = given.begin();
      const row = await given.dialogs.type(FIRST, text.replaceAll('\n', ' '));
      assert.match(row?.label ?? '', words);
      await given.dialogs.enter(FIRST);
      assert.doesNotMatch((await given.dialogs.asking('')).value, /hidden-word/);
      assert.equal(given.api.requests.length, 0);
      await press('closeQuickOpen');
      await done;
    });
  }
});
