/** What was typed for a name or an id by mistake, or cannot be seen in it. */
export type NameProblem = 'invisible' | 'url' | 'command';

/** What comes along with a copied text and is not seen. Joiners are left out: they are parts of letters. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060\ufeff]/u;

/** Why a text is no name or id of a user, domain or project: the service would only say that the user is not known. */
export function nameProblem(text: string): NameProblem | undefined {
  if (UNSEEN.test(text)) return 'invisible';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'url';
  return /^curl(?:\.exe)?\s/i.test(text) ? 'command' : undefined;
}

/** Whether a text is an email address. ConoHa's customers have one, which its APIs do not take; users of others may be called so. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text.trim());
}
