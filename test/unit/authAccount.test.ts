import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLabel, type Account } from '../../src/auth/account';
import { accountId } from '../../src/auth/knownAccounts';
import { isInside } from '../../src/auth/clouds/isInside';
import { tokenEnd } from '../../src/auth/tokenEnd';

const BASE = 'https://compute.tyo1.conoha.io/v2/487727e3921d44e3bfe7ebb337bf085e';
const NOON = Date.UTC(2026, 10, 23, 12);

describe('an account', () => {
  it('has an id made of its endpoint and tenant, which is the same everywhere', () => {
    const idOf = (base: string, tenant = '') => accountId({ base, tenant });
    assert.equal(idOf(BASE), '0e773f3b111eb2ae', 'as 0.1.0 made it');
    assert.equal(idOf(BASE, 'demo'), idOf(BASE), 'the tenant stands in the address');
    assert.notEqual(idOf(BASE), idOf(`${BASE}0`));
    for (const base of ['https://compute.c3j1.conoha.io/v2.1', 'https://cloud.example/image/v2']) {
      assert.match(idOf(base, 'one'), /^[0-9a-f]{16}$/);
      assert.equal(new Set([idOf(base), idOf(base, 'one'), idOf(base, 'other')]).size, 3);
    }
  });

  it('is called by its region or host, and by its tenant', () => {
    assert.equal(defaultLabel(BASE, '487727e3921d44e3bfe7ebb337bf085e'), 'tyo1 · 487727e3…');
    assert.equal(defaultLabel('https://cloud.example:8774/v2.1/demo', 'demo'), 'cloud.example:8774 · demo');
    assert.equal(defaultLabel('https://cloud.example/v2.1', undefined), 'cloud.example');
  });
});

describe('the end of a token', () => {
  const account: Account = {
    id: accountId({ base: BASE, tenant: '' }),
    label: 'demo',
    base: BASE,
    tenant: 'demo',
    method: { kind: 'token' },
    renews: false,
    signedIn: true,
    since: NOON,
  };

  it('is what came with it', () => {
    assert.deepEqual(tokenEnd({ ...account, expires: NOON + 1 }), { at: NOON + 1, stated: true });
  });

  it('is a day after it was pasted, at the latest, with ConoHa', () => {
    assert.deepEqual(tokenEnd(account), { at: Date.UTC(2026, 10, 24, 12), stated: false });
  });

  it('is not guessed elsewhere', () => {
    for (const host of ['cloud.example', 'conoha.io.example']) {
      assert.equal(tokenEnd({ ...account, base: `https://${host}/v2.1` }), undefined);
    }
  });

  it('is none for an account that is signed out', () => {
    assert.equal(tokenEnd({ ...account, signedIn: false }), undefined);
  });
});

describe('a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-inside-'));
    await mkdir(join(folder, 'workspace', 'deep'), { recursive: true });
    await mkdir(join(folder, 'workspace-two'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const inside = (path: string) => isInside(join(folder, path), [join(folder, 'workspace')]);

  it('is inside the folder that holds it, however deep', async () => {
    assert.equal(await inside('workspace/clouds.yaml'), true);
    await writeFile(join(folder, 'workspace/deep/..clouds.yaml'), '');
    assert.equal(await inside('workspace/deep/..clouds.yaml'), true);
  });

  it('is not inside a folder of a similar name, or above', async () => {
    assert.equal(await inside('workspace-two/clouds.yaml'), false);
    assert.equal(await inside('clouds.yaml'), false);
    assert.equal(await isInside(join(folder, 'clouds.yaml'), []), false);
  });

  it('is where a link leads', async () => {
    await writeFile(join(folder, 'workspace/clouds.yaml'), '');
    await symlink(join(folder, 'workspace/clouds.yaml'), join(folder, 'clouds.yaml'));
    assert.equal(await inside('clouds.yaml'), true);
  });
});
