import { l10n } from 'vscode';

/** Several words in a row, with the comma of the language. */
export function listedText(parts: readonly string[]): string {
  return parts.join(l10n.t(', '));
}

/** Words with further ones in the brackets of the language. */
export function bracketedText(words: string, further: string): string {
  return l10n.t('{0} ({1})', words, further);
}
