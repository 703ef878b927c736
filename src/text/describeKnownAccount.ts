import { l10n } from 'vscode';
import { accountProject, type Account, type SignInMethod } from '../auth/account';
import { userText } from './describeAccount';
import { foreignText } from './foreignText';
import { plainLabel } from './plainLabel';

/** What is asked before another user signs in to an account, and below that what becomes of the first. */
export interface OtherUserQuestion {
  readonly message: string;
  readonly detail: string;
}

/** @param method by which somebody is to sign in from now on */
export function otherUserQuestion(account: Account, method: SignInMethod): OtherUserQuestion {
  const label = foreignText(account.label);
  return {
    message: l10n.t('Sign in to “{0}” as “{1}” from now on?', label, nameOf(method)),
    detail: l10n.t(
      'This account signs in as “{0}” now. A stored password or secret of “{0}” is deleted.',
      nameOf(account.method),
    ),
  };
}

function nameOf(method: SignInMethod): string {
  return foreignText(userText(method) ?? '');
}

/** What tells accounts of one endpoint apart. */
export function projectText(account: Pick<Account, 'tenant'>): string {
  const project = accountProject(account);
  return project === undefined ? l10n.t('Project not known') : plainLabel(project);
}
