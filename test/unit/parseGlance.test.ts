import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import { sameButForTags } from '../../src/api/images/glance/sameButForTags';
import type { ImageDetails } from '../../src/api/images/imageDetails';
import type { JsonObject } from '../../src/base/json';

const PROJECT = '22222222222222222222222222222222';
const read = (raw: JsonObject) => parseGlanceImage(raw, PROJECT);

/** A saved image of VPS 3.0, with ids and hashes made up. */
const SAVED = {
  hw_qemu_guest_agent: 'yes',
  os_type: 'linux',
  name: 'Web 2026-11-20 保存前',
  disk_format: 'raw',
  container_format: 'bare',
  visibility: 'private',
  size: 107374182400,
  virtual_size: null,
  status: 'active',
  checksum: '00112233445566778899aabbccddeeff',
  protected: false,
  min_ram: 0,
  min_disk: 100,
  owner: PROJECT,
  os_hidden: false,
  os_hash_algo: 'sha512',
  os_hash_value: 'ab01',
  id: '6a1b0c52-0000-4000-8000-0000000000aa',
  created_at: '2026-11-20T09:31:02Z',
  updated_at: '2026-11-20T09:44:51Z',
  tags: ['a=b=c', 'd'],
  self: '/v2/images/6a1b0c52-0000-4000-8000-0000000000aa',
  file: '/v2/images/6a1b0c52-0000-4000-8000-0000000000aa/file',
  schema: '/v2/schemas/image',
} as const satisfies JsonObject;

describe('an entry of an image service', () => {
  it('is read with all that it tells', () => {
    const image = read(SAVED);
    const { metadata, details } = image;
    assert.deepEqual(
      { ...image, metadata, details },
      {
        key: SAVED.id,
        id: SAVED.id,
        name: SAVED.name,
        status: 'ACTIVE',
        progress: undefined,
        created: Date.UTC(2026, 10, 20, 9, 31, 2),
        updated: Date.UTC(2026, 10, 20, 9, 44, 51),
        size: 107374182400,
        minDisk: 100,
        minRam: 0,
        metadata: { hw_qemu_guest_agent: 'yes', os_type: 'linux' },
        details,
        raw: SAVED,
        facts: undefined,
        line: undefined,
      },
    );
  });

  it('is read with all the details', () => {
    const details = {
      owner: PROJECT,
      isOwn: true,
      visibility: 'private',
      tags: ['a=b=c', 'd'],
      statusWord: 'active',
      isProtected: false,
      isHidden: false,
      diskFormat: 'raw',
      containerFormat: 'bare',
      virtualSize: undefined,
      checksum: SAVED.checksum,
      hash: 'ab01',
      hashAlgorithm: 'sha512',
    } satisfies ImageDetails;
    const names = Object.keys(details) as (keyof ImageDetails)[];
    assert.deepEqual(Object.fromEntries(names.map((name) => [name, read(SAVED).details?.[name]])), details);
  });

  const statuses = {
    active: 'ACTIVE',
    queued: 'SAVING',
    saving: 'SAVING',
    uploading: 'SAVING',
    importing: 'SAVING',
    deactivated: 'DEACTIVATED',
    killed: 'ERROR',
    deleted: 'DELETED',
    pending_delete: 'DELETED',
    odd_word: 'ODD_WORD',
    constructor: 'CONSTRUCTOR',
    ' ': 'UNKNOWN',
  };
  for (const [word, status] of Object.entries(statuses)) {
    it(`is ${status} where the server says ${word}, and keeps that word`, () => {
      const image = read({ ...SAVED, status: word });
      assert.deepEqual([image.status, image.details?.statusWord], [status, word]);
    });
  }

  it('is own where its owner is the project, another’s where not, and neither where one of them is not known', () => {
    assert.equal(read({ ...SAVED, owner: 'another' }).details?.isOwn, false);
    assert.equal(read({ ...SAVED, owner: null }).details?.isOwn, undefined);
    assert.equal(parseGlanceImage(SAVED, undefined).details?.isOwn, undefined);
  });

  it('has no address of the store among its properties', () => {
    const stores = { direct_url: 'swift://user:secret@host/x', locations: [{ url: 'x' }], stores: 'a' };
    assert.deepEqual(Object.keys(read({ ...SAVED, ...stores }).metadata), ['hw_qemu_guest_agent', 'os_type']);
  });

  it('has the properties of an object under that name, and a text there as a property', () => {
    assert.deepEqual(read({ id: 'x', properties: { a: 'b', list: [1] } }).metadata, { a: 'b', list: [1] });
    assert.deepEqual(read({ id: 'x', properties: 'text' }).metadata, { properties: 'text' });
    const odd = JSON.parse('{"id": "x", "__proto__": "y", "constructor": "z"}') as JsonObject;
    assert.deepEqual(Object.keys(read(odd).metadata), ['__proto__', 'constructor']);
    const twice = JSON.parse('{"id": "x", "__proto__": "y", "properties": {"__proto__": "z"}}') as JsonObject;
    assert.deepEqual(Object.values(read(twice).metadata), ['z']);
  });

  it('is the same as one with its tags in another order, and as no other', () => {
    const one = read(SAVED);
    assert.ok(sameButForTags(one, read({ ...SAVED, tags: ['d', 'a=b=c'] })));
    assert.ok(!sameButForTags(one, read({ ...SAVED, tags: ['d'] })));
    assert.ok(!sameButForTags(one, read({ ...SAVED, tags: ['d', 'a=b=c'], name: 'x' })));
    assert.ok(!sameButForTags(read({ id: 'x' }), read({ id: 'x', name: 'y' })));
  });

  it('is read whatever it is', () => {
    for (const raw of [null, 5, 'text', [], {}]) {
      const image = parseGlanceImage(raw, PROJECT);
      assert.equal(image.status, 'UNKNOWN');
      assert.deepEqual(image.details?.tags, []);
      assert.match(image.key, /^\?[0-9a-f]{16}$/);
    }
    assert.deepEqual(read({ id: 'x', tags: 'text' }).details?.tags, []);
    assert.deepEqual(read({ id: 'x', tags: [1, 'a', null] }).details?.tags, ['a']);
  });
});
