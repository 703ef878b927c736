import { cleanToken } from './endpoint';
import { isJsonObject, type JsonValue } from './image';

export interface PastedToken {
  readonly token: string;
  /** When it ends, milliseconds since 1970-01-01 UTC, where that was pasted with it. */
  readonly expires?: number;
}

/**
 * Takes a token as people have it: alone, quoted, as a header, or in the whole answer of Identity v2.0,
 * `{"access": {"token": {"id": …, "expires": …}}}`, which tells when it ends as well.
 */
export function pastedToken(text: string): PastedToken {
  const { id, expires } = tokenOfAnswer(text);
  if (typeof id !== 'string') return { token: cleanToken(text) };
  const end = typeof expires === 'string' ? Date.parse(expires) : NaN;
  return { token: id, ...(!Number.isNaN(end) && { expires: end }) };
}

function tokenOfAnswer(text: string): { readonly id?: JsonValue; readonly expires?: JsonValue } {
  try {
    const answer = JSON.parse(text.trim()) as JsonValue;
    const access = isJsonObject(answer) ? answer.access : undefined;
    const token = isJsonObject(access) ? access.token : undefined;
    return isJsonObject(token) ? token : {};
  } catch {
    return {};
  }
}
