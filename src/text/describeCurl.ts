import { l10n } from 'vscode';
import type { CurlProblem, CurlToken } from '../api/pasted/curl/curlRequest';
import { withoutSecrets } from '../api/pasted/secretText';
import { plainLabel } from './plainLabel';

/** Characters of a pasted text that are repeated. */
const LONGEST_PART = 40;

/** Why a pasted command is not used. @param wanted what is to be pasted where the command is no help */
export function curlProblemText(problem: CurlProblem, wanted: 'endpoint' | 'token'): string {
  const forEndpoint = wanted === 'endpoint';
  switch (problem.problem) {
    case 'notUnderstood':
      return notUnderstoodText(problem.part, forEndpoint);
    case 'noAddress':
      return forEndpoint
        ? l10n.t('Add the endpoint URL to the curl command, or paste the endpoint alone.')
        : l10n.t('Add the endpoint URL to the curl command, or paste the token alone.');
    case 'severalAddresses':
      return forEndpoint
        ? l10n.t('This curl command has several URLs. Keep only the endpoint URL.')
        : l10n.t('This curl command has several URLs. Paste the token alone.');
    case 'addressNotExpanded':
      return forEndpoint
        ? l10n.t('{0} is not expanded here. Paste the endpoint URL.', partText(problem.source))
        : notExpandedText(problem.source);
    case 'addressInFile':
      return forEndpoint
        ? l10n.t('{0} is not read here. Paste the endpoint URL.', partText(problem.source))
        : notReadText(problem.source);
    case 'userAndPassword':
      return forEndpoint
        ? l10n.t('Remove -u with the user name and password, or paste the endpoint alone.')
        : l10n.t('Remove -u with the user name and password, or paste the token alone.');
    case 'typography':
      return forEndpoint
        ? l10n.t(
            'Replace {0} and other typographic quotes and dashes with plain ones, or paste the endpoint alone.',
            problem.source,
          )
        : l10n.t(
            'Replace {0} and other typographic quotes and dashes with plain ones, or paste the token alone.',
            problem.source,
          );
    case 'otherProgram':
      return forEndpoint
        ? l10n.t('Only curl commands can be read. Paste the endpoint and then the token.')
        : l10n.t('Only curl commands can be read. Paste the token alone.');
    case 'masked':
      return l10n.t('Paste the whole command again: a hidden secret is missing.');
  }
}

function notUnderstoodText(part: string | undefined, forEndpoint: boolean): string {
  if (part === undefined) {
    return forEndpoint
      ? l10n.t('Check the quotes of the curl command, or paste the endpoint alone.')
      : l10n.t('Check the quotes of the curl command, or paste the token alone.');
  }
  return forEndpoint
    ? l10n.t('{0} can’t be read. Remove it, or paste the endpoint alone.', partText(part))
    : l10n.t('{0} can’t be read. Remove it, or paste the token alone.', partText(part));
}

/** Why a command gives no token. */
export function unreadTokenText(token: Exclude<CurlToken, { kind: 'given' }>): string {
  switch (token.kind) {
    case 'none':
      return l10n.t('Paste the token, or a curl command with its X-Auth-Token header.');
    case 'notExpanded':
      return notExpandedText(token.source);
    case 'inFile':
      return notReadText(token.source);
    case 'placeholder':
      return placeholderText(token.source);
    case 'several':
      return l10n.t('This curl command has several tokens. Paste the right one.');
  }
}

/** For what a shell would put a token. */
export function notExpandedText(source: string): string {
  return l10n.t('{0} is not expanded here. Paste the token’s value.', partText(source));
}

/** For a file that holds the token. */
export function notReadText(source: string): string {
  return l10n.t('{0} is not read here. Paste the token’s value.', partText(source));
}

/** For what stands where a token is to be put, such as `$TOKEN`. */
export function placeholderText(source: string): string {
  return l10n.t('{0} is a placeholder. Paste the token’s value.', partText(source));
}

/** What somebody typed, as a part of a sentence and without its secrets. */
export function partText(part: string): string {
  const text = withoutSecrets(part);
  return plainLabel(text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text);
}
