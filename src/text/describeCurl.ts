import { l10n } from 'vscode';
import type { CurlProblem, CurlToken } from '../api/curl/curlRequest';
import { plainLabel } from './plainLabel';

/** Characters of a command that are repeated. */
const LONGEST_PART = 40;

/** Why a pasted `curl` command is not used. */
export function curlProblemText(problem: CurlProblem): string {
  switch (problem.problem) {
    case 'notUnderstood':
      return problem.part === undefined
        ? l10n.t('The curl command could not be read: check its quotes, or paste the endpoint alone.')
        : l10n.t('The curl command could not be read: check {0}.', partText(problem.part));
    case 'noAddress':
      return l10n.t('The curl command has no address.');
    case 'severalAddresses':
      return l10n.t('The curl command has several addresses: leave only that of the Compute API in it.');
    case 'addressNotRead':
      return l10n.t(
        'The curl command takes its address from {0}, which is not read here: paste the endpoint itself.',
        partText(problem.source),
      );
    case 'userAndPassword':
      return l10n.t('The curl command has a user name and a password (-u): leave them out.');
  }
}

/** Why a command gives no token. */
export function unreadTokenText(token: Exclude<CurlToken, { kind: 'given' }>): string {
  switch (token.kind) {
    case 'none':
      return l10n.t('The curl command has no token.');
    case 'notRead':
      return l10n.t(
        'The curl command takes the token from {0}, which is not read here: paste the token itself.',
        partText(token.source),
      );
    case 'several':
      return l10n.t('The curl command has several different tokens: paste the right one.');
  }
}

/** What somebody typed, as a part of a sentence. */
export function partText(part: string): string {
  return plainLabel(part.length > LONGEST_PART ? `${part.slice(0, LONGEST_PART)}…` : part);
}
