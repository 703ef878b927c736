import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  commands,
  FileSystemError,
  TabInputTextDiff,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import type { Image } from '../../src/api/images/image';
import { imageUri, parseAddress } from '../../src/documents/imageAddress';
import { imageLinks } from '../../src/links/imageLinks';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { partsFor, type Tenant } from './parts';

describe('The documents of images', () => documentsOf({}));
describeInNewest('The documents of images of Image v2', () => documentsOf({ service: 'image' }));

function documentsOf(service: Pick<Tenant, 'service'>): void {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  const parts = () => partsFor(api, [{ id: generatedTenantId, token: generatedToken, ...service }]);

  it('have the list that is loaded now, whichever list was loaded before', async () => {
    const { accounts, sessions, documents } = await parts();
    const session = sessions.of(accounts.active?.id ?? '');
    assert.ok(session);
    const uri = documents.listUriOf(session.accountId);
    const count = async () =>
      (JSON.parse(Buffer.from(await documents.readFile(uri)).toString()) as { images: unknown[] }).images
        .length;
    const counts: number[] = [];
    for (const criteria of [[], [{ kind: 'name', value: 'no such name' }], []] as const) {
      session.images.show({ filter: { criteria } });
      await session.images.ensureStarted();
      counts.push(await count());
    }
    assert.deepEqual(counts, [100, 0, 100]);
  });

  it('make no request again by themselves with a token that was refused', async () => {
    const { accounts, documents, sessions } = await parts();
    const session = sessions.of(accounts.active?.id ?? '');
    const [image] = api.images(generatedTenantId).list();
    assert.ok(session && image);
    api.tokens.expireAll();
    api.faults.add({ do: 'unauthorized', as: 'error' });
    await assert.rejects(session.images.fetch(image.id));
    const before = api.requests.length;
    for (const uri of [
      documents.listUriOf(session.accountId),
      imageUri({ id: session.accountId, label: '' }, image.id, image.name ?? ''),
    ]) {
      for (let times = 0; times < 3; times++) await assert.rejects(async () => documents.readFile(uri));
    }
    assert.equal(api.requests.length, before);
  });

  it('are asked for once more when a person opens one, after a refusal that has passed', async () => {
    const { accounts, documents, sessions } = await parts();
    const session = sessions.of(accounts.active?.id ?? '');
    const [listed] = api.images(generatedTenantId).list();
    assert.ok(session && listed);
    const image = await session.images.fetch(listed.id);
    const refusal = api.faults.add({ do: 'unauthorized', as: 'error', on: 'image' });
    await assert.rejects(session.images.fetch(image.id));
    refusal.remove();
    const uri = documents.uriOf(session.accountId, image);
    await assert.rejects(async () => documents.readFile(uri));
    await documents.open(session.accountId, image, { preview: true });
    const json = JSON.parse(Buffer.from(await documents.readFile(uri)).toString()) as {
      readonly id: unknown;
    };
    assert.equal(json.id, image.id);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are found by an id that the service cannot be asked for, where the list has it', async () => {
    const { accounts, documents } = await parts();
    api.images(generatedTenantId).add({ id: 'detail', name: 'odd' });
    const { active } = accounts;
    assert.ok(active);
    const text = await documents.readFile(imageUri(active, 'detail', 'odd'));
    assert.match(Buffer.from(text).toString(), /"name": "odd"/);
    await assert.rejects(
      async () => documents.readFile(imageUri(active, 'versions', 'none')),
      (error) => error instanceof FileSystemError && error.code === 'FileNotFound',
    );
  });

  it('have the account’s name in their address, whatever it is, and are found without it', async () => {
    const { accounts, documents, sessions } = await parts();
    const { active } = accounts;
    const session = sessions.of(active?.id ?? '');
    assert.ok(active && session);
    await session.images.ensureStarted();
    const [image] = session.images.shown;
    assert.ok(image);
    const key = encodeURIComponent(image.key);
    for (const [label, folder] of [
      ['本番', `本番~${active.id}`],
      ['a~b/../c', `a~b-..-c~${active.id}`],
      ['..', active.id],
    ] as const) {
      await accounts.rename(active.id, label);
      const uri = documents.uriOf(active.id, image);
      assert.ok(uri.path.startsWith(`/${folder}/${key}/`), uri.path);
      assert.equal(documents.listUriOf(active.id).path, `/${folder}/images.json`);
      assert.deepEqual(parseAddress(uri), { kind: 'image', accountId: active.id, imageKey: image.key });
      await documents.readFile(uri);
    }
  });

  it('lead from an id to the JSON of that image, but not to themselves', async () => {
    const { accounts, documents, sessions } = await parts();
    const session = sessions.of(accounts.active?.id ?? '');
    assert.ok(session);
    await session.images.ensureStarted();
    const [first, second] = session.images.shown;
    assert.ok(first && second);
    const linked = async (value: unknown, uri = documents.uriOf(session.accountId, first)) => {
      const written = await workspace.openTextDocument({ content: JSON.stringify(value, null, 2) });
      const document = {
        lineAt: (line: number) => written.lineAt(line),
        lineCount: written.lineCount,
        uri,
      } as Pick<TextDocument, 'uri' | 'lineCount' | 'lineAt'>;
      return imageLinks(documents, document, new CancellationTokenSource().token).map(({ range, target }) => [
        written.getText(range),
        target?.toString(),
      ]);
    };
    const addressOf = (image: Image) => documents.uriOf(session.accountId, image).toString();
    assert.deepEqual(
      await linked(
        { images: [first, second].map(({ id }) => ({ id, name: 'x' })) },
        documents.listUriOf(session.accountId),
      ),
      [first, second].map((image) => [image.id, addressOf(image)]),
    );
    const refers = { id: first.id, [second.id]: 'no', metadata: { base_image_ref: second.id, other: 'id' } };
    assert.deepEqual(await linked(refers), [[second.id, addressOf(second)]]);
  });

  it('change on both sides of a comparison', async () => {
    const { accounts, documents, sessions } = await parts();
    const session = sessions.of(accounts.active?.id ?? '');
    assert.ok(session);
    await session.images.ensureStarted();
    const pair = session.images.shown.slice(0, 2);
    const uris = pair.map((image) => documents.uriOf(session.accountId, image));
    await commands.executeCommand('vscode.diff', ...uris, 'two images', { preview: false });
    try {
      await until(
        () =>
          window.tabGroups.all.some(({ tabs }) =>
            tabs.some(({ input }) => input instanceof TabInputTextDiff),
          ),
        'the comparison',
      );
      for (const uri of uris) await documents.readFile(uri);
      const changed = new Set<string>();
      documents.onDidChangeFile((changes) => changes.forEach(({ uri }) => changed.add(uri.toString())));
      for (const { id } of pair) api.images(generatedTenantId).update(id, { metadata: { changed: 'yes' } });
      await session.images.catalog.refresh();
      assert.deepEqual([...changed].sort(), uris.map(String).sort());
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
}
