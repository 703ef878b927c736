import { l10n } from 'vscode';
import type { ErrorText } from './describeError';
import { foreignWords } from './foreignText';
import { paragraph } from './paragraph';

/** What puts failures into words. */
interface FailureWords {
  readonly describeError: (error: unknown) => ErrorText;
}

/** A bundle of its own: most windows never need it. */
const loadWords = (): Promise<FailureWords> => import('./describeError');

/** As many characters of an error's own words are shown. */
const LONGEST_OWN_WORDS = 500;

/**
 * As `describeError`, which is loaded with the first failure; the error's own words where that cannot be loaded: the
 * extension may have been updated on disk. Never rejects.
 */
export async function failureText(error: unknown, load = loadWords): Promise<ErrorText> {
  try {
    const { describeError } = await load();
    return describeError(error);
  } catch {
    return { message: ownWords(error), action: '', details: '' };
  }
}

/** The same as one paragraph. Never rejects. */
export async function failureWords(error: unknown, load = loadWords): Promise<string> {
  const { message, action, details } = await failureText(error, load);
  return paragraph([message, action, details]);
}

/** What an error says of itself. No secret is in it: an `ApiError` never holds one. */
export function ownWords(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return foreignWords(words, LONGEST_OWN_WORDS);
}

/** The button beside a failure. */
export function showLogText(): string {
  return l10n.t('Show Log');
}
