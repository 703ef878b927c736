import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Accounts } from '../../src/auth/accounts';
import type { Account } from '../../src/auth/account';
import { ExtensionKind } from 'vscode';
import { CommandProgress } from '../../src/commands/progress';
import { ImageDocuments } from '../../src/documents/imageDocuments';
import { ImageMarks } from '../../src/session/imageMarks';
import type { Settings } from '../../src/session/settings';
import { ImagesTree } from '../../src/tree/imagesTree';
import type { Row } from '../../src/tree/rows';
import type { Server } from '../server/index';
import { until } from '../hosts/until';
import { accountsFor, clientsFor, sessionsFor } from '../unit/accountParts';
import { memoryStore } from '../unit/memory';
import { rethrow } from '../unit/rethrow';
import { sessionSettings } from '../unit/sessionSettings';

type Endpoints = Pick<Server, 'endpoint'> & Partial<Pick<Server, 'imageEndpoint'>>;

/** A tenant with a token that is good there. */
export interface Tenant {
  readonly id: string;
  readonly token: string;
  /** Its images are asked of Compute where it does not say. */
  readonly service?: 'image';
}

/**
 * The extension's parts put together on stores of the test's own, with one account for each tenant and token.
 * @param chosen the settings to read, in place of the test's own
 */
export async function partsFor(
  api: Endpoints,
  tenants: readonly Tenant[],
  pageSize = 100,
  folder = mkdtempSync(join(tmpdir(), 'conoha-images-host-')),
  chosen?: Settings,
) {
  const settings = sessionSettings({ pageSize: () => pageSize });
  const clients = clientsFor();
  const accounts = accountsFor({ clients });
  for (const tenant of tenants) await signInTo(accounts, api, tenant);
  const sessions = sessionsFor(accounts, { clients, folder, settings: chosen ?? settings });
  const documents = new ImageDocuments(accounts, sessions);
  const marks = new ImageMarks(memoryStore(), rethrow);
  const tree = new ImagesTree(accounts, sessions, documents, chosen ?? settings, marks, (error: unknown) => {
    throw error;
  });
  const extensionKind = ExtensionKind.Workspace;
  const progress = new CommandProgress();
  const view = viewOf(tree);
  return { accounts, clients, sessions, settings, documents, marks, tree, view, extensionKind, progress };
}

/** A view in which rows are selected by the test. */
function viewOf(tree: ImagesTree) {
  const selection: Row[] = [];
  const rowOf = (id: unknown) => (typeof id === 'string' ? tree.rowOf(id) : undefined);
  const revealed = () => Promise.resolve();
  return { visible: true, selection, rowOf, reveal: revealed, revealAccount: revealed };
}

export function signInTo(
  accounts: Accounts,
  api: Endpoints,
  { id, token, service }: Tenant,
): Promise<Account> {
  return accounts.signIn({
    base: service === undefined ? api.endpoint(id) : (api.imageEndpoint?.(id) ?? ''),
    ...(service && { service }),
    tenant: id,
    label: id.slice(0, 4),
    method: { kind: 'token' },
    secret: { token },
  });
}

/** The rows below one, or at the top, as the editor is given them. @param parent id of the row above */
export async function rowsNow(tree: ImagesTree, parent?: string): Promise<readonly Row[]> {
  const ids = await tree.getChildren(parent);
  return ids.map((id) => tree.rowOf(id)).filter((row) => row !== undefined);
}

/** The same once they are no longer on their way. */
export function rowsBelow(tree: ImagesTree, parent?: Row): Promise<readonly Row[]> {
  return until(async () => {
    const rows = await rowsNow(tree, parent?.id);
    return rows.some((row) => row.kind === 'info' && row.info === 'loading') ? undefined : rows;
  }, 'the rows of an account');
}

/** The same with all that stands below them. */
export async function allRows(tree: ImagesTree, parent?: Row): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const row of await rowsBelow(tree, parent)) {
    const isOpen = row.kind === 'account' || row.kind === 'group';
    rows.push(row, ...(isOpen ? await allRows(tree, row) : []));
  }
  return rows;
}
