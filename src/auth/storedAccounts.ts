import type { ClientCertificate } from '../api/http/trust';
import { fieldsOf, present, textOrNone, timeOrNone } from '../base/fields';
import { isVisible } from '../base/visible';
import { accountProject, defaultLabel, type Account, type SignInMethod } from './account';
import { readCredential, storedCredential } from './storedCredential';
import { withoutSecret, withSecret } from './withSecret';

/** What is stored of all accounts, as far as it can be read. */
export interface StoredAccounts {
  readonly accounts: readonly Account[];
  /** The id of the active one. */
  readonly active?: string;
}

/** By what was stored, which stays the same object until other accounts are. */
const known = new WeakMap<object, StoredAccounts>();

/** The accounts as they were stored, each once. What is no account is left out. */
export function readAccounts(stored: unknown): StoredAccounts {
  if (typeof stored !== 'object' || stored === null) return { accounts: [] };
  const before = known.get(stored);
  if (before !== undefined) return before;
  const accounts = new Map<string, Account>();
  for (const entry of entriesOf(stored)) {
    const account = readAccount(entry);
    if (account !== undefined && !accounts.has(account.id)) accounts.set(account.id, account);
  }
  const read = { accounts: [...accounts.values()], active: textOrNone(fieldsOf(stored).active) };
  known.set(stored, read);
  return read;
}

/** Accounts to be stored in the place of others: what could not be read of those, another version's perhaps, stays. */
export function withUnread(accounts: StoredAccounts, before: unknown): object {
  const ids = new Set<unknown>(accounts.accounts.map(({ id }) => id));
  const unread = unreadEntries(before).filter((entry) => !ids.has(fieldsOf(entry).id));
  return { active: accounts.active, accounts: [...accounts.accounts.map(storedAccount), ...unread] };
}

/** The sign-in method goes by the name that 0.1.0 gave it, with the empty secret that it stored: there is never another. */
function storedAccount({ method, ...account }: Account): object {
  return {
    ...account,
    way: method.kind === 'token' ? method : { ...method, who: storedCredential(withSecret(method.who, '')) },
  };
}

/** What was stored as an account and cannot be read as one. */
export function unreadEntries(stored: unknown): readonly unknown[] {
  return entriesOf(stored).filter((entry) => readAccount(entry) === undefined);
}

function entriesOf(stored: unknown): readonly unknown[] {
  const { accounts } = fieldsOf(stored);
  return Array.isArray(accounts) ? (accounts as readonly unknown[]) : [];
}

function readAccount(stored: unknown): Account | undefined {
  const { way, ...fields } = fieldsOf(stored);
  const { id, base, cacert, clientCertificate } = fields;
  const method = readMethod(way);
  // The id is part of addresses and names a file.
  if (typeof id !== 'string' || !/^\w+$/.test(id) || !isHttpAddress(base) || method === undefined)
    return undefined;
  const tenant = textOrNone(fields.tenant) ?? '';
  const label = textOrNone(fields.label) ?? '';
  return present({
    ...fields,
    id,
    base,
    service: fields.service === 'image' ? ('image' as const) : undefined,
    tenant,
    method,
    label: isVisible(label) ? label : defaultLabel(base, accountProject({ tenant })),
    renews: fields.renews === true,
    keptBefore: fields.keptBefore === true || undefined,
    expires: timeOrNone(fields.expires),
    since: timeOrNone(fields.since),
    signedOutAt: timeOrNone(fields.signedOutAt),
    signedIn: fields.signedIn === true,
    cacert: textOrNone(cacert),
    clientCertificate: readClientCertificate(clientCertificate),
  });
}

function readClientCertificate(stored: unknown): ClientCertificate | undefined {
  const { cert, key } = fieldsOf(stored);
  return typeof cert === 'string' && typeof key === 'string' ? { cert, key } : undefined;
}

function readMethod(stored: unknown): SignInMethod | undefined {
  const { kind, identity, version, who } = fieldsOf(stored);
  if (kind === 'token') return { kind };
  const credential = readCredential(who);
  if (kind !== credential?.kind || credential === undefined) return undefined;
  if (!isHttpAddress(identity) || (version !== 'v2.0' && version !== 'v3')) return undefined;
  return { kind: credential.kind, identity, version, who: withoutSecret(credential) };
}

function isHttpAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}
