import { l10n } from 'vscode';
import { LONGEST } from '../api/longest';
import type { PastedTokenProblem } from '../api/pastedToken';
import { curlProblemText, partText, unreadTokenText } from './describeCurl';
import { tooLongText } from './describeLength';

/** Why a pasted text is not used as a token. @param host the server that the token is for */
export function pastedTokenProblemText(problem: PastedTokenProblem, host: string): string {
  switch (problem.problem) {
    case 'empty':
      return l10n.t('Paste the token.');
    case 'notForHeader':
      return l10n.t('A token has visible ASCII characters only: something else was pasted.');
    case 'tooLong':
      return tooLongText(LONGEST.token);
    case 'placeholder':
      return l10n.t('{0} only stands for a token: paste the token itself.', partText(problem.text));
    case 'otherServer':
      return l10n.t('The curl command is for another server than {0}: its token is not used here.', host);
    case 'command':
      return 'problem' in problem.command
        ? curlProblemText(problem.command)
        : unreadTokenText(problem.command);
  }
}
