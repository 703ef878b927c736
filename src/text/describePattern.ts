import { l10n } from 'vscode';
import { TOO_SLOW, type PatternError } from '../catalog/pattern';
import { foreignWords } from './foreignText';

/** Why a name pattern cannot be used. */
export function describePatternProblem({ message, part }: PatternError): string {
  if (message === TOO_SLOW) return l10n.t('This regular expression takes too long. Simplify it.');
  return l10n.t('Invalid regular expression: {0}.', reason(message, foreignWords(part)));
}

/** RE2's own messages in a user's words; one that is not known here stands as it is. */
function reason(message: string, part: string): string {
  switch (message) {
    case '':
      return l10n.t('the closing “/” is missing');
    case 'missing closing )':
      return l10n.t('a “)” is missing');
    case 'unexpected )':
      return l10n.t('unmatched “)”');
    case 'missing closing ]':
      return l10n.t('a “]” is missing');
    case 'trailing backslash at end of expression':
      return l10n.t('it ends with a backslash');
    case 'missing argument to repetition operator':
      return l10n.t('nothing to repeat before “{0}”', part);
    case 'invalid nested repetition operator':
      return l10n.t('“{0}” repeats a repetition', part);
    case 'invalid repeat count':
      return l10n.t('“{0}” repeats too often, or its range is reversed', part);
    case 'invalid character class range':
      return l10n.t('invalid character set “{0}”', part);
    case 'invalid or unsupported Perl syntax':
    case 'invalid escape sequence':
    case 'invalid named capture':
      return l10n.t('“{0}” is not supported; nor are look-around and backreferences', part);
    case 'expression too large':
    case 'expression nests too deeply':
      return l10n.t('it is too large');
    case 'unknown flag':
      return l10n.t('unknown flag “{0}”', part);
    default:
      return [message, part].filter((text) => text !== '').join(': ');
  }
}
