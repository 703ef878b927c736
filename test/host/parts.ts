import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImageDocuments } from '../../src/documents/imageDocuments';
import { ImagesTree } from '../../src/tree/imagesTree';
import type { Server } from '../server/index';
import { accountsFor, sessionsFor } from '../unit/accountParts';
import { sessionSettings } from '../unit/sessionSettings';

/** The extension's parts put together on stores of the test's own, with one account for each tenant and token. */
export async function partsFor(
  api: Pick<Server, 'endpoint'>,
  tenants: readonly { readonly id: string; readonly token: string }[],
  pageSize = 100,
) {
  const accounts = accountsFor();
  for (const { id, token } of tenants) {
    await accounts.signIn({
      base: api.endpoint(id),
      tenant: id,
      label: id.slice(0, 4),
      way: { kind: 'token' },
      renews: false,
      secret: { token },
    });
  }
  const sessions = sessionsFor(accounts, {
    folder: mkdtempSync(join(tmpdir(), 'conoha-images-host-')),
    settings: sessionSettings({ pageSize: () => pageSize }),
  });
  const documents = new ImageDocuments(accounts, sessions);
  return { accounts, sessions, documents, tree: new ImagesTree(accounts, sessions, documents) };
}
