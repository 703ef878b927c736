import { l10n } from 'vscode';
import type { Account } from '../auth/account';
import { tokenText } from './tokenText';

/** A fact of an account, and what it is called. */
export interface AccountDetail {
  readonly name: string;
  readonly value: string;
  /** What whoever looks it up copies; nothing where the value is words. */
  readonly copied?: string;
}

/** What is known about an account, without its secrets. */
export function accountDetails(account: Account): readonly AccountDetail[] {
  const { base, service, tenant, method, cacert } = account;
  const user = userText(method);
  const identity = method.kind === 'token' ? undefined : method.identity;
  const details: readonly Partial<AccountDetail>[] = [
    { name: l10n.t('Endpoint'), value: base, copied: base },
    // As OpenStack calls them in every language.
    { name: l10n.t('Service'), value: service === 'image' ? 'Image v2' : 'Compute' },
    tenant === ''
      ? { name: l10n.t('Tenant ID'), value: unknownProject(account) }
      : { name: l10n.t('Tenant ID'), value: tenant, copied: tenant },
    { name: l10n.t('Sign-in method'), value: methodText(method) },
    { name: l10n.t('User'), value: user, copied: user },
    { name: l10n.t('Identity service'), value: identity, copied: identity },
    { name: l10n.t('Token'), value: tokenText(account) },
    { name: l10n.t('Certificate authority'), value: cacert, copied: cacert },
  ];
  return details.filter((detail): detail is AccountDetail => (detail.value ?? '') !== '');
}

/** Who signs in, as it was given; `undefined` for a token alone. */
export function userText(method: Account['method']): string | undefined {
  if (method.kind === 'token') return undefined;
  const { who } = method;
  const user = who.kind === 'password' ? who.user : { id: who.id ?? who.name };
  return user.name ?? user.id;
}

/** Not every pasted token names its project, nor does every address. Compute’s images name no owner anyway. */
function unknownProject({ service }: Account): string {
  if (service !== 'image') return l10n.t('unknown');
  return l10n.t('unknown, so shared images can’t be told from your own');
}

function methodText({ kind }: Account['method']): string {
  switch (kind) {
    case 'token':
      return l10n.t('a pasted token');
    case 'password':
      return l10n.t('user name and password');
    case 'applicationCredential':
      return l10n.t('an application credential');
  }
}
