import { l10n } from 'vscode';

/** Where the vault of the editor lasts no longer than its window. */
export function secretsForgottenText(): string {
  return l10n.t(
    'Secret storage isn’t available here. You stay signed in only until this window is closed or reloaded.',
  );
}
