import assert from 'node:assert/strict';
import { COPY_COMMANDS } from '../../src/commands/copy';
import { filter } from '../../src/commands/filter/filter';
import { loadAll, loadMore, refresh } from '../../src/commands/load';
import { openJson } from '../../src/commands/openJson';
import { generatedTenantId, generatedToken } from '../server/index';
import { commandParts, CommandSurroundings } from './commandParts';
import { describeInNewest } from './newest';
import type { Tenant } from './parts';

describe('A command over Compute', () => commandsOver({}));
describeInNewest('A command over Image v2', () => commandsOver({ service: 'image' }));

function commandsOver(service: Pick<Tenant, 'service'>): void {
  const given = new CommandSurroundings();

  const opened = async () => {
    const parts = await commandParts(given.api, [
      { id: generatedTenantId, token: generatedToken, ...service },
    ]);
    const session = parts.sessions.ofActive();
    assert.ok(session);
    await session.images.ensureStarted();
    const images = (await parts.rows()).filter((row) => row.kind === 'image').slice(0, 3);
    assert.equal(images.length, 3);
    given.api.clearRequests();
    return { ...parts, session, images, ids: images.map(({ id }) => id) };
  };
  /** The last part of each address that was asked, which the services have a word of their own for. */
  const asked = () => given.api.requests.map(({ path }) => path.replace(/^.*\/images\b/, 'images'));
  const list = service.service === 'image' ? 'images' : 'images/detail';

  it('copies ids, and names, of the selected images, and asks no server', async () => {
    const { context, images, ids } = await opened();
    await COPY_COMMANDS.copyId(context, ids[0], ids);
    assert.equal(await given.said.copied(), images.map(({ image }) => image.id).join('\n'));
    await COPY_COMMANDS.copyName(context, ids[1], [ids[1]]);
    assert.equal(await given.said.copied(), images[1]?.image.name);
    assert.deepEqual(asked(), []);
  });

  it('opens what the service sent of an image', async () => {
    const { context, documents, images, ids } = await opened();
    const texts: Promise<Uint8Array>[] = [];
    documents.open = (accountId, image) => {
      texts.push(documents.readFile(documents.uriOf(accountId, image)));
      return Promise.resolve();
    };
    await openJson(context, ids[0], ids);
    const read = (await Promise.all(texts)).map(
      (text) => JSON.parse(Buffer.from(text).toString()) as Record<string, unknown>,
    );
    assert.deepEqual(
      read.map(({ id }) => id),
      images.map(({ image }) => image.id),
    );
    const own = service.service === 'image' ? 'disk_format' : 'OS-EXT-IMG-SIZE:size';
    assert.ok(read.every((json) => own in json));
    assert.deepEqual(asked(), []);
  });

  it('filters by an exact name, for which the service is asked', async () => {
    const { context, session, images } = await opened();
    const { name } = images[1]?.image ?? { name: '' };
    const done = filter(context);
    await given.dialogs.pick('Filter images', 'More…');
    await given.dialogs.pick('More conditions', 'Exact name…');
    await given.dialogs.answer('Exact name', name);
    await given.dialogs.pick('Filter images · ', 'Done');
    await done;
    await session.images.ensureStarted();
    assert.ok(session.images.shown.length > 0);
    assert.deepEqual(new Set(session.images.shown.map((image) => image.name)), new Set([name]));
    assert.deepEqual(new Set(asked()), new Set([list]));
    assert.match(given.api.requests.at(-1)?.query.get('name') ?? '', /\S/);
  });

  it('refreshes by listing again, with what is new, changed and gone', async () => {
    const { context, session, images } = await opened();
    const [changed = '', gone = ''] = images.map(({ image }) => image.id);
    const server = given.api.images(generatedTenantId);
    server.update(changed, { name: 'renamed' });
    server.remove(gone);
    const { id: added } = server.add({ name: 'new' });
    await refresh(context);
    const { catalog } = session.images;
    assert.deepEqual(
      [catalog.find(changed)?.name, catalog.find(gone), catalog.find(added)?.name],
      ['renamed', undefined, 'new'],
    );
    assert.deepEqual(new Set(asked()), new Set([list]));
  });

  it('loads the next page, then all, and says when there is no more', async () => {
    const { context, session } = await opened();
    const { catalog } = session.images;
    assert.equal(catalog.images.length, 100);
    const marker = catalog.images.at(-1)?.id;
    await loadMore(context);
    assert.equal(catalog.images.length, 200);
    assert.equal(given.api.requests[0]?.query.get('marker'), marker);
    await loadAll(context);
    const ids = catalog.images.map(({ id }) => id);
    assert.ok(catalog.isComplete && new Set(ids).size === ids.length && ids.length > 200);
    await loadMore(context);
    assert.deepEqual(given.said.messages, [`All ${ids.length} images are loaded.`]);
  });
}
