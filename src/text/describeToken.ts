import { env, l10n } from 'vscode';
import { formatDateTime } from '../base/format';
import { LONGEST } from '../base/longest';
import type { PastedToken, PastedTokenProblem } from '../api/pasted/pastedToken';
import {
  curlProblemText,
  notExpandedText,
  notReadText,
  placeholderText,
  unreadTokenText,
} from './describeCurl';
import { tooLongText } from './describeLength';
import { foreignWords } from './foreignText';

/** For a token that ended before it was pasted, by this computer's clock; nothing where it has not, or that is not known. */
export function expiredText({ expires }: Pick<PastedToken, 'expires'>): string | undefined {
  if (expires === undefined || expires > Date.now()) return undefined;
  return l10n.t('This token expired on {0}. Get a new one.', formatDateTime(expires, env.language));
}

/** Why a token is not used for an account. @param tenant the id of the account's project */
export function otherProjectText(tenant: string): string {
  return l10n.t('This token is for another project. Paste one for project {0}.', foreignWords(tenant));
}

/** Why a pasted text is not used as a token. @param host the server that the token is for */
export function pastedTokenProblemText(problem: PastedTokenProblem, host: string): string {
  switch (problem.problem) {
    case 'empty':
      return l10n.t('Paste the token.');
    case 'notForHeader':
      return l10n.t('This doesn’t look like a token: a token has visible ASCII characters only.');
    case 'tooLong':
      return tooLongText(LONGEST.token);
    case 'expression':
      return notExpandedText(problem.text);
    case 'file':
      return notReadText(problem.text);
    case 'placeholder':
      return placeholderText(problem.text);
    case 'severalTokens':
      return l10n.t('There are several tokens in this text. Paste the right one.');
    case 'headerNeeded':
      return l10n.t('The token is in the X-Subject-Token header. Paste the whole output of curl -i.');
    case 'noToken':
      return l10n.t('This answer has no token. Paste the answer to POST …/tokens.');
    case 'cutOff':
      return l10n.t('This answer is cut off. Paste the whole answer.');
    case 'refused':
      return l10n.t('This answer is an error ({0}). Paste one with a token.', problem.status);
    case 'otherServer':
      return l10n.t('This command is not for {0}. Paste a token for {0}.', host);
    case 'command':
      return 'problem' in problem.command
        ? curlProblemText(problem.command, 'token')
        : unreadTokenText(problem.command);
  }
}
