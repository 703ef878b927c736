import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { AccountImages } from '../../src/session/accountImages';
import type { ViewOptions } from '../../src/session/viewOptions';
import { documentedTenantId, startServer, type Server } from '../server/index';
import { imageSource, TOKEN } from './imageSource';
import { PLAIN_VIEW, plainImages } from './plainImages';

describe('the usual grouping of an account', () => {
  let api: Server;
  let kept: (string | undefined)[];
  const opened: AccountImages[] = [];
  beforeEach(async () => {
    kept = [];
    api = await startServer({ tenants: [{ id: documentedTenantId, token: TOKEN, images: 220 }] });
  });
  afterEach(async () => {
    for (const images of opened.splice(0)) images.dispose();
    await api.close();
  });

  const open = (view: Partial<ViewOptions> = {}) => {
    const images = plainImages(imageSource(api.endpoint(documentedTenantId)), {
      view: { ...PLAIN_VIEW, grouping: 'auto', ...view },
      keepUsual: (usual) => kept.push(usual),
      pageSize: () => 100,
    });
    opened.push(images);
    return images;
  };
  const only = (index: number) => {
    const value = api.images(documentedTenantId).list()[index]?.name ?? '';
    return { criteria: [{ kind: 'name', value }] } as const;
  };

  it('is by kind where the first page tells kinds apart, decided once and kept', async () => {
    const images = open();
    assert.equal(images.view.grouping, 'status');
    await images.ensureStarted();
    assert.equal(images.view.grouping, 'kind');
    await images.loadMore(new AbortController().signal);
    await images.refresh(new AbortController().signal);
    assert.deepEqual([images.view.grouping, kept], ['kind', ['kind']]);
  });

  it('stays what was kept, whatever comes', async () => {
    const images = open({ usual: 'status' });
    await images.ensureStarted();
    assert.deepEqual([images.view.grouping, kept], ['status', []]);
  });

  it('of a list that a filter asked for holds for that list alone, and is not kept', async () => {
    const images = open({ filter: only(0) });
    await images.ensureStarted();
    assert.deepEqual([images.loaded.length, images.view.grouping, kept], [1, 'status', []]);
    images.show({ filter: only(1) });
    await images.ensureStarted();
    assert.deepEqual([images.view.grouping, kept], ['status', []]);
    images.show({ filter: { criteria: [] } });
    await images.ensureStarted();
    assert.deepEqual([images.view.grouping, kept], ['kind', ['kind']]);
    images.show({ filter: only(0) });
    await images.ensureStarted();
    assert.equal(images.view.grouping, 'kind');
  });

  it('gives way to what was chosen', async () => {
    const images = open();
    images.show({ grouping: 'app' });
    await images.ensureStarted();
    assert.equal(images.view.grouping, 'app');
    images.show({ grouping: 'auto' });
    assert.equal(images.view.grouping, 'kind');
  });
});
