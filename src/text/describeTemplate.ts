import { l10n } from 'vscode';
import type { TemplateProblem } from '../copy/template/template';
import { foreignText } from './foreignText';
import { listedText } from './punctuation';

/** Characters of a person's own text in a sentence. */
const LONGEST_WRITTEN = 40;

/** Why a text is no template, in a sentence. */
export function templateProblemText(problem: TemplateProblem): string {
  if (problem.kind === 'empty') return l10n.t('The text of the template is empty.');
  const written = foreignText(problem.written, LONGEST_WRITTEN);
  switch (problem.kind) {
    case 'unclosed':
      return l10n.t('“{0}” is not closed by }.', written);
    case 'unknownName':
      return l10n.t('“{0}” is not a name. The names are: {1}.', written, listedText(problem.names));
    case 'unknownFilter':
      return l10n.t('What follows | is one of {0}, not “{1}”.', listedText(problem.names), written);
  }
}
