import type { CurlProblem, CurlToken } from './curl/curlRequest';
import { readCurl } from './curl/readCurl';
import { parseEndpoint } from '../endpoint';
import { present } from '../../base/fields';
import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { holdsTokenHeader } from './secretText';
import { pastedTokenProblem, readTokenText, type TokenText, type TokenTextProblem } from './tokenText';
import { cleanToken } from '../token';

/** A token that was found in a text, with its end, milliseconds since 1970-01-01 UTC, and its project, where the text says it. */
export type PastedToken = Pick<TokenText, 'token' | 'expires' | 'project'>;

/** When a token ended, by this computer's clock; `undefined` where it has not, or where that is not known. */
export function endedAt({ expires }: Pick<PastedToken, 'expires'>): number | undefined {
  return expires !== undefined && expires <= Date.now() ? expires : undefined;
}

/** Why a pasted text gives no token for a server. */
export type PastedTokenProblem =
  | TokenTextProblem
  /** A `curl` command that is for another server. */
  | { readonly problem: 'otherServer' }
  /** A `curl` command that gives none. */
  | { readonly problem: 'command'; readonly command: CurlProblem | Exclude<CurlToken, { kind: 'given' }> };

/**
 * Takes a token as people have it: alone, quoted, as a header, in a whole `curl` command for the same server, in an
 * answer of the identity service, or as `openstack token issue` prints it.
 * @param base the address that the token is to be sent to
 */
export function readPastedToken(text: string, base: string): PastedToken | PastedTokenProblem {
  if (isTooLong(text, LONGEST.answer)) return { problem: 'tooLong' };
  const given = readTokenText(text) ?? withoutWrapping(text, base);
  if ('problem' in given) return given;
  const { token, expires, project } = given;
  // JSON, PowerShell’s tables.
  if (holdsTokenHeader(token)) return { problem: 'command', command: { problem: 'otherProgram' } };
  return pastedTokenProblem(token) ?? present({ token, expires, project });
}

function withoutWrapping(text: string, base: string): TokenText | PastedTokenProblem {
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
