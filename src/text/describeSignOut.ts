import { l10n } from 'vscode';
import type { Account } from '../auth/account';
import type { EndedToken } from '../auth/revokeToken';
import { paragraph } from './paragraph';
import { plainLabel } from './plainLabel';

/** What removing an account does, before it is done. */
export function removeDetail({ method, renews }: Pick<Account, 'method' | 'renews'>): string {
  return paragraph([deletedText(renews ? method.kind : 'token'), l10n.t('Your images stay as they are.')]);
}

/** What signing out does, before it is done: what becomes of the token depends on who has issued it. */
export function signOutDetail({ method, renews }: Pick<Account, 'method' | 'renews'>): string {
  return [
    deletedText(renews ? method.kind : 'token'),
    tokenDetail(method),
    l10n.t('The account stays listed, so that you can sign in again.'),
  ].join('\n');
}

/** @param kind of what is kept */
function deletedText(kind: Account['method']['kind']): string {
  switch (kind) {
    case 'token':
      return l10n.t('Its token and stored list are deleted from this computer.');
    case 'password':
      return l10n.t('Its token, password and stored list are deleted from this computer.');
    case 'applicationCredential':
      return l10n.t('Its token, secret and stored list are deleted from this computer.');
  }
}

function tokenDetail(method: Account['method']): string {
  if (method.kind === 'token') return l10n.t('The token itself works until it expires.');
  return method.version === 'v3'
    ? l10n.t('The Identity service is asked to revoke a token that it issued to this extension.')
    : l10n.t('Identity v2.0 can’t revoke tokens: the token itself works until it expires.');
}

/** What signing out has done. */
export function signedOutText({ label }: Pick<Account, 'label'>, ended: EndedToken): string {
  const name = plainLabel(label);
  switch (ended) {
    case 'revoked':
      return l10n.t('Signed out of “{0}”. Token revoked and deleted.', name);
    case 'notRevoked':
      return l10n.t(
        'Signed out of “{0}”. Token deleted here, but not revoked: it works until it expires.',
        name,
      );
    case 'forgotten':
      return l10n.t('Signed out of “{0}”. Token deleted.', name);
  }
}
