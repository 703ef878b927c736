import { env, l10n } from 'vscode';
import { formatDateTime } from '../base/format';
import * as LONGEST from '../base/longestText';
import type { PastedTokenProblem } from '../api/pasted/pastedToken';
import type { TokenTextProblem } from '../api/pasted/tokenText';
import {
  curlProblemText,
  notExpandedText,
  notReadText,
  placeholderText,
  unreadTokenText,
} from './describeCurl';
import { tooLongText } from './describeLength';
import { foreignWords } from './foreignText';

/** For a token that ended before it was pasted. @param at when, milliseconds since 1970-01-01 UTC */
export function expiredText(at: number): string {
  return l10n.t('This token expired on {0}. Get a new one.', formatDateTime(at, env.language));
}

/** Why a token is not used for an account. @param tenant the id of the account's project */
export function otherProjectText(tenant: string): string {
  return l10n.t('This token is for another project. Paste one for project {0}.', foreignWords(tenant));
}

/** Why a pasted text is not used as a token. @param host the server that the token is for */
export function pastedTokenProblemText(problem: PastedTokenProblem, host: string): string {
  if (problem.problem === 'otherServer') {
    return l10n.t('This command is not for {0}. Paste a token for {0}.', host);
  }
  if (problem.problem !== 'command') return tokenTextProblemText(problem);
  return 'problem' in problem.command
    ? curlProblemText(problem.command, 'token')
    : unreadTokenText(problem.command);
}

/** Why a text that is about a token gives none. */
export function tokenTextProblemText(problem: TokenTextProblem): string {
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
    case 'noProject':
      return l10n.t('This token is for no project (tenant). Paste one that was issued for a project.');
    case 'cutOff':
      return l10n.t('This answer is cut off. Paste the whole answer.');
    case 'refused':
      return l10n.t('This answer is an error ({0}). Paste one with a token.', problem.status);
  }
}
