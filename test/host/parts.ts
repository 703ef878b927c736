import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Accounts } from '../../src/auth/accounts';
import type { Account } from '../../src/auth/account';
import { ImageDocuments } from '../../src/documents/imageDocuments';
import { ImagesTree } from '../../src/tree/imagesTree';
import type { Server } from '../server/index';
import { accountsFor, clientsFor, sessionsFor } from '../unit/accountParts';
import { sessionSettings } from '../unit/sessionSettings';

type Endpoints = Pick<Server, 'endpoint'>;

/** A tenant with a token that is good there. */
export interface Tenant {
  readonly id: string;
  readonly token: string;
}

/** The extension's parts put together on stores of the test's own, with one account for each tenant and token. */
export async function partsFor(api: Endpoints, tenants: readonly Tenant[], pageSize = 100) {
  const clients = clientsFor();
  const accounts = accountsFor({ clients });
  for (const tenant of tenants) await signInTo(accounts, api, tenant);
  const settings = sessionSettings({ pageSize: () => pageSize });
  const folder = mkdtempSync(join(tmpdir(), 'conoha-images-host-'));
  const sessions = sessionsFor(accounts, { clients, folder, settings });
  const documents = new ImageDocuments(accounts, sessions);
  const tree = new ImagesTree(accounts, sessions, documents);
  return { accounts, clients, sessions, settings, documents, tree };
}

export function signInTo(accounts: Accounts, api: Endpoints, { id, token }: Tenant): Promise<Account> {
  return accounts.signIn({
    base: api.endpoint(id),
    tenant: id,
    label: id.slice(0, 4),
    way: { kind: 'token' },
    renews: false,
    secret: { token },
  });
}
