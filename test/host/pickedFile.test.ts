import assert from 'node:assert/strict';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Disposable, FileSystemError, FileType, Uri, workspace, type FileSystemProvider } from 'vscode';
import { demoUser, documentedTenantId, documentedToken, selfSignedCertificate } from '../server/index';
import { until } from '../hosts/until';
import { press } from './accountsDialogs';
import { ModalAnswers } from './modalAnswers';
import { FIRST, SignInParts } from './signInParts';
import { Variables } from './variables';
import { describeInNewest } from './newest';

const FILE = 'From a file…';
const SELECT = 'Select a cloud of';
const KEEP = 'Keep you signed in?';

describeInNewest('A picked file', () => {
  const given = new SignInParts();
  const variables = new Variables();
  let answers: ModalAnswers;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-picked-'));
    variables.set('HOME', folder);
    answers = new ModalAnswers();
  });
  afterEach(async () => {
    answers.dispose();
    await rm(folder, { recursive: true });
  });

  const cloud = (lines: readonly string[], ...auth: readonly string[]) =>
    [
      'clouds:\n  picked:',
      ...lines.map((line) => `    ${line}`),
      `    auth:\n      auth_url: ${given.api.origin}/v3`,
      ...auth.map((line) => `      ${line}`),
      '',
    ].join('\n');
  const USER = [`username: ${demoUser.name}`, `project_id: ${documentedTenantId}`];
  const PASSWORD = [...USER, `password: ${demoUser.password}`];
  const openrc = (...lines: readonly string[]) =>
    [
      `export OS_AUTH_URL=${given.api.origin}/v3`,
      `export OS_USERNAME=${demoUser.name}`,
      `export OS_PROJECT_ID=${documentedTenantId}`,
      ...lines,
      '',
    ].join('\n');
  const written = async (name: string, text: string): Promise<Uri> => {
    await writeFile(join(folder, name), text);
    return Uri.file(join(folder, name));
  };
  const asked = (count: number) => until(() => answers.asked.length >= count, `${count} confirmations`);

  it('has shown where all of it goes and by what that is known before anything is sent', async () => {
    const certificate = await selfSignedCertificate();
    await given.serve({ certificate, regions: ['tyo1'], tls: { requestCert: true, ca: certificate.cert } });
    const address = given.api.endpoint(documentedTenantId);
    const [authority, me] = [join(folder, 'authority.pem'), join(folder, 'me.pem')];
    await written('authority.pem', certificate.cert);
    await written('me.pem', `${certificate.cert}\n${certificate.key}`);
    const lines = ['cacert: authority.pem', 'cert: me.pem', `compute_endpoint_override: ${address}`];
    answers.agrees = false;
    const done = await begunWith(await written('clouds.yaml', cloud(lines, ...PASSWORD)));
    await given.dialogs.enter(SELECT);
    await asked(1);
    const [{ message, detail } = { message: '', detail: '' }] = answers.asked;
    const { host } = new URL(given.api.origin);
    assert.equal(message, `Sign in to ${host}?`);
    assert.match(detail, /^The password will be sent there\.$/m);
    for (const part of [`The token will be sent to ${host}.`, authority, me])
      assert.ok(detail.includes(part), `${part} in ${detail}`);
    assert.equal(given.api.requests.length, 0);

    answers.agrees = true;
    await given.dialogs.asking('Sign in from a file');
    await given.dialogs.enter(SELECT);
    await given.dialogs.enter(KEEP);
    await done.over;
    const { base, cacert, clientCertificate } = given.account();
    const trust = { cacert: authority, clientCertificate: { cert: me, key: me } };
    assert.deepEqual({ base, cacert, clientCertificate }, { base: address, ...trust });
    assert.equal(await given.imagesShown(), 5);
  });

  for (const [what, name, text] of [
    ['a password', 'clouds.yaml', () => cloud([], ...PASSWORD)],
    ['a user whose password is asked for', 'clouds.yaml', () => cloud([], ...USER)],
    ['a token', 'clouds.yaml', () => cloud([], `token: ${documentedToken}`)],
    [
      'an application credential',
      'clouds.yaml',
      () => {
        const { id, secret } = demoUser.applicationCredential;
        return cloud([], `application_credential_id: ${id}`, `application_credential_secret: ${secret}`);
      },
    ],
    ['an openrc', 'demo-openrc.sh', () => openrc(`export OS_PASSWORD=${demoUser.password}`)],
    [
      'an openrc that asks for its password',
      'demo-openrc.sh',
      () => openrc('read -sr OS_PASSWORD_INPUT', 'export OS_PASSWORD=$OS_PASSWORD_INPUT'),
    ],
  ] as const) {
    it(`with ${what} is agreed to first: a refusal sends nothing and asks for nothing`, async () => {
      answers.agrees = false;
      const done = await begunWith(await written(name, text()));
      await given.dialogs.enter(SELECT);
      await asked(1);
      await given.dialogs.asking('Sign in from a file');
      await press('closeQuickOpen');
      await done.over;
      assert.equal(given.api.requests.length, 0);
      assert.equal(given.context.accounts.all.length, 0);
    });
  }

  for (const [what, host, asked_] of [
    ['letters of another script', 'identity.tyo1.c\u043en\u043eha.io', 'identity.tyo1.xn--cnha-55db.io'],
    ['a long name', `identity.tyo1.conoha.io.${'a'.repeat(300)}.evil.example`, undefined],
  ] as const) {
    it(`at a host of ${what} shows the host as it is asked, whole and first`, async () => {
      answers.agrees = false;
      const text = cloud([], ...PASSWORD).replace(`${given.api.origin}/v3`, `https://${host}/v3`);
      const done = await begunWith(await written('clouds.yaml', text));
      await given.dialogs.enter(SELECT);
      await asked(1);
      assert.equal(answers.asked[0]?.message, `Sign in to ${asked_ ?? host}?`);
      await press('closeQuickOpen');
      await done.over;
    });
  }

  for (const [kind, lines, words] of [
    ['a password', PASSWORD, 'The password will be sent there.'],
    [
      'an application credential',
      [`application_credential_id: i`, `application_credential_secret: s`],
      'The secret of the application credential will be sent there.',
    ],
    ['a token', [`token: ${documentedToken}`], 'It will be sent only to the endpoint that you confirm next.'],
  ] as const) {
    it(`with ${kind} says what of it goes where`, async () => {
      answers.agrees = false;
      const done = await begunWith(await written('clouds.yaml', cloud([], ...lines)));
      await given.dialogs.enter(SELECT);
      await asked(1);
      const [{ message, detail } = { message: '', detail: '' }] = answers.asked;
      assert.equal(detail, words);
      assert.equal(message.startsWith('Use the token of “picked”'), kind === 'a token');
      await press('closeQuickOpen');
      await done.over;
    });
  }

  it('is listed again on the way back from the password of its cloud, and is agreed to once', async () => {
    const done = await begunWith(await written('clouds.yaml', cloud([], ...USER)));
    for (let count = 0; count < 2; count++) {
      await given.dialogs.enter(SELECT);
      await given.dialogs.back('Sent only to');
    }
    await given.dialogs.enter(SELECT);
    await given.dialogs.answer('Sent only to', demoUser.password);
    await given.dialogs.enter(KEEP);
    await done.over;
    assert.equal(answers.asked.length, 1);
    assert.equal(await given.imagesShown(), 5);
  });

  it('that is an openrc is read, never run, and signs in', async () => {
    const witness = join(folder, 'was-run');
    const text = openrc(`touch ${witness}`, `export OS_PASSWORD=${demoUser.password}`);
    const done = await begunWith(await written('demo-openrc.sh', text));
    await given.dialogs.enter(SELECT);
    await given.dialogs.enter(KEEP);
    await done.over;
    assert.equal(await given.imagesShown(), 5);
    await assert.rejects(access(witness), /ENOENT/);
  });

  describe('of a file system of its own', () => {
    const SCHEME = 'conoha-images-test';
    let files: Map<string, string>;
    let read: string[];
    let provider: Disposable;
    beforeEach(() => {
      files = new Map();
      read = [];
      provider = workspace.registerFileSystemProvider(SCHEME, filesOf(files, read), { isReadonly: true });
    });
    afterEach(() => {
      provider.dispose();
    });
    const at = (name: string, text: string): Uri => {
      const uri = Uri.file(join(folder, name)).with({ scheme: SCHEME });
      files.set(uri.path, text);
      return uri;
    };

    it('is read there with its secure file, and nothing of that path on this disk', async () => {
      await written('clouds.yaml', 'clouds: {local: {}}');
      await written('secure.yaml', `clouds: {picked: {auth: {password: of-this-disk}}}`);
      const uri = at('clouds.yaml', cloud([], ...USER));
      const asking = await begunWith(uri);
      await given.dialogs.enter(SELECT);
      assert.equal((await given.dialogs.asking('Sent only to')).value, '');
      await press('closeQuickOpen');
      await asking.over;
      assert.ok(!given.api.requests.some(({ body }) => body.includes('of-this-disk')));

      at('secure.yaml', `clouds: {picked: {auth: {password: ${demoUser.password}}}}`);
      const done = await begunWith(uri);
      await given.dialogs.enter(SELECT);
      await given.dialogs.enter(KEEP);
      await done.over;
      assert.equal(await given.imagesShown(), 5);
      assert.ok(read.includes(uri.path) && read.some((path) => path.endsWith('/secure.yaml')));
    });

    it('that is an openrc is read there', async () => {
      await written('openrc', openrc('export OS_PASSWORD=of-this-disk'));
      const done = await begunWith(at('openrc', openrc(`export OS_PASSWORD=${demoUser.password}`)));
      await given.dialogs.enter(SELECT);
      await given.dialogs.enter(KEEP);
      await done.over;
      assert.equal(await given.imagesShown(), 5);
    });

    it('names no certificates, which would be read on this disk: that is said', async () => {
      const certificate = await selfSignedCertificate();
      await written('authority.pem', certificate.cert);
      const path = join(folder, 'authority.pem');
      for (const [uri, ignored] of [
        [at('clouds.yaml', cloud([`cacert: ${path}`, `cert: ${path}`], ...PASSWORD)), 'cacert, cert, key'],
        [
          at('openrc', openrc(`export OS_CACERT=${path}`, `export OS_CERT=${path}`, 'export OS_PASSWORD=w')),
          'OS_CACERT, OS_CERT, OS_KEY',
        ],
      ] as const) {
        const done = await begunWith(uri);
        const dialog = await given.dialogs.asking(SELECT);
        assert.ok('items' in dialog);
        await given.dialogs.untilActive(SELECT);
        assert.ok(dialog.items[0]?.detail?.endsWith(`ignored: ${ignored}`), dialog.items[0]?.detail);
        answers.agrees = false;
        const before = answers.asked.length;
        await given.dialogs.enter(SELECT);
        await asked(before + 1);
        assert.ok(!answers.asked.at(-1)?.detail.includes(path));
        await press('closeQuickOpen');
        await done.over;
      }
    });

    it('that is not there, is none, or is refused says so, and the box lives on', async () => {
      for (const [uri, words] of [
        [Uri.file(join(folder, 'gone.yaml')).with({ scheme: SCHEME }), /was not found/],
        [Uri.file(folder).with({ scheme: SCHEME, path: '/folder' }), /is not a file/],
        [Uri.file('/refused.yaml').with({ scheme: SCHEME }), /no permission/],
      ] as const) {
        const done = await begunWith(uri);
        const dialog = await given.dialogs.asking(SELECT);
        assert.ok('items' in dialog);
        await given.dialogs.untilActive(SELECT);
        assert.match(dialog.items.at(-1)?.detail ?? '', words);
        await press('closeQuickOpen');
        await done.over;
      }
    });
  });

  /** Begins to sign in by a file that is picked, and waits for its clouds. */
  async function begunWith(file: Uri): Promise<{ readonly over: Promise<void> }> {
    answers.file = file;
    const over = given.begin();
    await given.dialogs.pick(FIRST, FILE);
    await given.dialogs.asking(SELECT);
    return { over };
  }
});

/** Files that are nowhere else. @param read hears what is read */
function filesOf(files: ReadonlyMap<string, string>, read: string[]): FileSystemProvider {
  const textOf = (uri: Uri): Uint8Array => {
    if (uri.path === '/refused.yaml') throw FileSystemError.NoPermissions(uri);
    const text = files.get(uri.path);
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return Buffer.from(text);
  };
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: () => new Disposable(() => undefined),
    watch: () => new Disposable(() => undefined),
    stat: (uri) =>
      uri.path === '/folder'
        ? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: FileType.File, ctime: 0, mtime: 0, size: textOf(uri).length },
    readFile: (uri) => {
      read.push(uri.path);
      return textOf(uri);
    },
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
