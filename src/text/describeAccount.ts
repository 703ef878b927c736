import { env, l10n } from 'vscode';
import type { Account } from '../auth/account';
import { tokenEnd } from '../auth/tokenEnd';
import { formatAge, formatDateTime } from '../base/format';

export interface AccountDetail {
  readonly name: string;
  readonly value: string;
}

/** What is known about an account, without its secrets. */
export function accountDetails(account: Account): readonly AccountDetail[] {
  const { base, tenant, way, cacert } = account;
  const details: readonly AccountDetail[] = [
    { name: l10n.t('Endpoint'), value: base },
    { name: l10n.t('Tenant ID'), value: tenant },
    { name: l10n.t('Signs in with'), value: wayText(way) },
    { name: l10n.t('User'), value: userText(way) },
    { name: l10n.t('Identity service'), value: way.kind === 'token' ? '' : way.identity },
    { name: l10n.t('Token'), value: tokenText(account) },
    { name: l10n.t('Certificate authority'), value: cacert ?? '' },
  ];
  return details.filter(({ value }) => value !== '');
}

/** The state of the token, and when it ends, with the time left in words. */
export function tokenText(account: Account): string {
  if (!account.signedIn) return l10n.t('signed out');
  const end = tokenEnd(account);
  if (end === undefined) return l10n.t('kept; when it ends is not known');
  const { at, told } = end;
  const when = `${formatDateTime(at, env.language)} (${formatAge(at, Date.now(), env.language)})`;
  if (at < Date.now()) return l10n.t('ended {0}', when);
  return told ? l10n.t('ends {0}', when) : l10n.t('ends {0} at the latest', when);
}

function userText(way: Account['way']): string {
  if (way.kind === 'token') return '';
  const { who } = way;
  const user = who.kind === 'password' ? who.user : { id: who.id ?? who.name };
  return user.name ?? user.id ?? '';
}

function wayText({ kind }: Account['way']): string {
  switch (kind) {
    case 'token':
      return l10n.t('a pasted token');
    case 'password':
      return l10n.t('user name and password');
    case 'applicationCredential':
      return l10n.t('an application credential');
  }
}
