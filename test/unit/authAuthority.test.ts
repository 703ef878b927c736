import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Accounts } from '../../src/auth/accounts';
import type { Clients } from '../../src/auth/clients';
import {
  documentedTenantId,
  documentedToken,
  selfSignedCertificate,
  startServer,
  type Server,
} from '../server/index';
import { apiFailure } from './apiFailure';
import { accountsFor, clientsFor } from './accountParts';
import { onePage, type Page } from './imageSource';

describe('the certificate authority of an account', () => {
  let api: Server;
  let folder: string;
  let accounts: Accounts;
  let clients: Clients;
  before(async () => {
    const certificate = await selfSignedCertificate();
    api = await startServer({ certificate });
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-authority-'));
    await writeFile(join(folder, 'authority.pem'), certificate.cert);
    clients = clientsFor();
    accounts = accountsFor({ clients });
  });
  after(async () => {
    accounts.dispose();
    await rm(folder, { recursive: true });
    await api.close();
  });

  const list = async (cacert: string | undefined): Promise<Page> => {
    const { id } = await accounts.signIn({
      base: api.endpoint(documentedTenantId),
      tenant: documentedTenantId,
      label: 'demo',
      method: { kind: 'token' },
      cacert,
      secret: { token: documentedToken },
    });
    const account = accounts.get(id);
    assert.ok(account !== undefined);
    return onePage(clients.images(account, accounts.tokens(account)), { limit: 10 });
  };

  it('is trusted by this account', async () => {
    assert.equal((await list(join(folder, 'authority.pem'))).images.length, 5);
  });

  it('is not trusted by another, whose certificates are checked all the same', async () => {
    assert.equal((await apiFailure(list(undefined))).kind, 'certificate');
  });

  it('is not trusted as long as its file is missing, and is once it is there', async () => {
    const path = join(folder, 'later.pem');
    assert.equal((await apiFailure(list(path))).kind, 'certificate');
    await copyFile(join(folder, 'authority.pem'), path);
    assert.equal((await list(path)).images.length, 5);
  });
});
