import { unquote } from './endpoint';

/** Nothing at all, or characters that no header value holds. */
export type TokenProblem = 'empty' | 'notForHeader';

/** Frees a pasted token of quotes, blanks and a header's name around it. */
export function cleanToken(text: string): string {
  return unquote(unquote(text).replace(/^-H\s*/, ''))
    .replace(/^x-auth-token\s*:\s*/i, '')
    .trim();
}

/** A header value may hold visible ASCII characters only. */
export function tokenProblem(token: string): TokenProblem | undefined {
  if (token === '') return 'empty';
  return /^[\x21-\x7e]+$/.test(token) ? undefined : 'notForHeader';
}
