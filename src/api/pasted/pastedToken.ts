import type { CurlProblem, CurlToken } from './curl/curlRequest';
import { readCurl } from './curl/readCurl';
import { parseEndpoint } from '../endpoint';
import { readAccessToken } from '../identity/accessToken';
import { parseJsonObject } from '../../base/json';
import { isTooLong, LONGEST } from '../../base/longest';
import { holdsTokenHeader } from './secretText';
import { standInOf, type StandIn } from './standIn';
import { cleanToken, tokenProblem, type TokenProblem } from '../token';

export interface PastedToken {
  readonly token: string;
  /** When it ends, milliseconds since 1970-01-01 UTC, where that was pasted with it. */
  readonly expires?: number;
}

/** Why a pasted text gives no token for a server. */
export type PastedTokenProblem =
  | { readonly problem: TokenProblem | 'tooLong' }
  /** It stands for a token: `$OS_TOKEN`, `@file`, `<token>`. */
  | { readonly problem: StandIn; readonly text: string }
  /** A `curl` command that is for another server. */
  | { readonly problem: 'otherServer' }
  /** A `curl` command that gives none. */
  | { readonly problem: 'command'; readonly command: CurlProblem | Exclude<CurlToken, { kind: 'given' }> };

/**
 * Takes a token as people have it: alone, quoted, as a header, in a whole `curl` command for the same server, or in
 * the whole answer of Identity v2.0, `{"access": {"token": {"id": …, "expires": …}}}`, which tells when it ends as well.
 * @param base the address that the token is to be sent to
 */
export function readPastedToken(text: string, base: string): PastedToken | PastedTokenProblem {
  if (isTooLong(text, LONGEST.answer)) return { problem: 'tooLong' };
  const answer = readAccessToken(parseJsonObject(text.trim()));
  const given = answer === undefined ? withoutWrapping(text, base) : { token: answer.id };
  if ('problem' in given) return given;
  const { token } = given;
  if (isTooLong(token, LONGEST.token)) return { problem: 'tooLong' };
  // JSON, PowerShell’s tables.
  if (holdsTokenHeader(token)) return { problem: 'command', command: { problem: 'otherProgram' } };
  const standIn = standInOf(token);
  if (standIn !== undefined) return { problem: standIn, text: token };
  const problem = tokenProblem(token);
  if (problem !== undefined) return { problem };
  return answer?.expires === undefined ? { token } : { token, expires: answer.expires };
}

function withoutWrapping(text: string, base: string): PastedToken | PastedTokenProblem {
  if (isTooLong(text, LONGEST.command)) return { problem: 'tooLong' };
  const command = readCurl(text);
  if (command === undefined) return { token: cleanToken(text) };
  if ('problem' in command) return { problem: 'command', command };
  if (originOf(command.address) !== new URL(base).origin) return { problem: 'otherServer' };
  return command.token.kind === 'given'
    ? { token: command.token.text }
    : { problem: 'command', command: command.token };
}

function originOf(address: string): string | undefined {
  const endpoint = parseEndpoint(address);
  return typeof endpoint === 'string' ? undefined : new URL(endpoint.root).origin;
}
