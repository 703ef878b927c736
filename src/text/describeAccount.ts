import { l10n } from 'vscode';
import type { Account } from '../auth/account';
import { tokenText } from './tokenText';

/** A fact of an account, and what it is called. */
export interface AccountDetail {
  readonly name: string;
  readonly value: string;
}

/** What is known about an account, without its secrets. */
export function accountDetails(account: Account): readonly AccountDetail[] {
  const { base, tenant, method, cacert } = account;
  const details = [
    { name: l10n.t('Endpoint'), value: base },
    { name: l10n.t('Tenant ID'), value: tenant === '' ? unknownProject(account) : tenant },
    { name: l10n.t('Sign-in method'), value: methodText(method) },
    { name: l10n.t('User'), value: userText(method) },
    { name: l10n.t('Identity service'), value: method.kind === 'token' ? undefined : method.identity },
    { name: l10n.t('Token'), value: tokenText(account) },
    { name: l10n.t('Certificate authority'), value: cacert },
  ];
  return details.flatMap(({ name, value }) => (value === undefined || value === '' ? [] : [{ name, value }]));
}

/** Who signs in, as it was given; `undefined` for a token alone. */
export function userText(method: Account['method']): string | undefined {
  if (method.kind === 'token') return undefined;
  const { who } = method;
  const user = who.kind === 'password' ? who.user : { id: who.id ?? who.name };
  return user.name ?? user.id;
}

/** Compute has endpoints without a project; an image service always has one, which not every pasted token names. */
function unknownProject({ service }: Account): string | undefined {
  if (service !== 'image') return undefined;
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
