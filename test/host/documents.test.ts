import assert from 'node:assert/strict';
import { commands, FileSystemError, TabInputTextDiff, window } from 'vscode';
import { imageUri } from '../../src/documents/imageAddress';
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
      imageUri(session.accountId, image.id, image.name ?? ''),
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
    const text = await documents.readFile(imageUri(active.id, 'detail', 'odd'));
    assert.match(Buffer.from(text).toString(), /"name": "odd"/);
    await assert.rejects(
      async () => documents.readFile(imageUri(active.id, 'versions', 'none')),
      (error) => error instanceof FileSystemError && error.code === 'FileNotFound',
    );
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
