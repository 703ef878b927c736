import { l10n } from 'vscode';
import type { Pasted } from '../api/pasted/readPasted';
import { curlProblemText, partText } from './describeCurl';
import { endpointProblemText } from './describeEndpoint';
import { tooLongText } from './describeLength';
import { tokenTextProblemText } from './describeToken';

/** What was pasted and cannot be used. */
export type PastedProblem = Extract<Pasted, { readonly problem: unknown }>;

/** Why what was pasted to sign in with cannot be used, and what helps. */
export function pastedProblemText(pasted: PastedProblem): string {
  switch (pasted.kind) {
    case 'curl':
      return curlProblemText(pasted.problem, 'endpoint');
    case 'endpoint':
    case 'identity':
      return endpointProblemText(pasted.problem);
    case 'openrc': {
      const [{ name, source, isConditional = false, isOfOtherFile = false }] = pasted.problem.unread;
      if (isConditional) {
        return l10n.t(
          '{0} is set under a condition, which is not checked here. Keep only the line that counts.',
          name,
        );
      }
      if (isOfOtherFile) {
        return l10n.t(
          '{0} reads another file, which may set {1}. Put the lines of that file in its place, or remove it.',
          partText(source),
          name,
        );
      }
      return l10n.t('Replace {0} with its value: {1} is not read here.', partText(source), name);
    }
    case 'token':
      return tokenTextProblemText(pasted.problem);
    case 'text':
      return textProblemText(pasted);
  }
}

function textProblemText(pasted: Extract<PastedProblem, { readonly kind: 'text' }>): string {
  switch (pasted.problem) {
    case 'tooLong':
      return tooLongText(pasted.most);
    case 'masked':
      return l10n.t('Paste the whole text again: a hidden secret is missing.');
    case 'cloudsFile':
      return l10n.t(
        'This is the text of a clouds.yaml. Choose “{0}” to read the file.',
        l10n.t('From a file…'),
      );
  }
}
