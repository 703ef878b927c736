import { unquote } from '../endpoint';
import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { holdsMark, holdsTokenHeader } from './secretText';
import type { CurlProblem, CurlRequest } from './curl/curlRequest';
import { startsCurl } from './curl/startsCurl';
import { readCurl } from './curl/readCurl';
import { readOpenrc, type Openrc } from './openrc';
import type { UnreadVariable } from './openrc/openrcVariables';
import { isAddress, readAddress, type PastedAddress } from './pastedAddress';
import { pastedTokenProblem, readTokenText, type TokenText, type TokenTextProblem } from './tokenText';
import { cleanToken } from '../token';
import { isTokenAlone } from './tokenShape';

/** What a text is that somebody pasted to sign in with, or why it is recognised and cannot be used. */
export type Pasted =
  | { readonly kind: 'curl'; readonly request: CurlRequest }
  | { readonly kind: 'curl'; readonly problem: CurlProblem }
  | PastedAddress
  | { readonly kind: 'openrc'; readonly openrc: Openrc }
  | { readonly kind: 'openrc'; readonly problem: OpenrcProblem }
  | ({ readonly kind: 'token' } & TokenText)
  | { readonly kind: 'token'; readonly problem: TokenTextProblem }
  /** The value of a token with nothing that says so, and nothing beside it. */
  | { readonly kind: 'bareToken'; readonly token: string }
  /** Whatever it is: it has more characters than it may have. */
  | { readonly kind: 'text'; readonly problem: 'tooLong'; readonly most: number }
  /** A `clouds.yaml`, which is read from its file. */
  | { readonly kind: 'text'; readonly problem: 'cloudsFile' }
  /** A mark stands in the place of a secret that is not known any more. */
  | { readonly kind: 'text'; readonly problem: 'masked' };

/** Variables that only a shell could tell, without which nobody knows where to sign in as whom. */
export interface OpenrcProblem {
  readonly problem: 'notRead';
  readonly unread: readonly [UnreadVariable, ...UnreadVariable[]];
}

/**
 * Reads what somebody has to sign in with: a `curl` command, an address, an `openrc` file, an answer of the identity
 * service, or what `openstack token issue` prints. Nothing of it is run, guessed or sent anywhere.
 * @param text as it was pasted; an input box makes blanks of line ends
 * @returns `undefined` where the text is words that narrow a list
 */
export function readPasted(text: string): Pasted | undefined {
  if (isTooLong(text, LONGEST.answer)) return { kind: 'text', problem: 'tooLong', most: LONGEST.answer };
  if (isCloudsFile(text)) return { kind: 'text', problem: 'cloudsFile' };
  const token = readTokenText(text);
  if (token !== undefined) return tokenOf(text, token);
  const openrc = isFile(text) ? readOpenrc(text) : undefined;
  if (openrc !== undefined) return openrcOf(text, openrc);
  return readCommand(text) ?? readHeader(text) ?? readBareToken(text) ?? readAddress(text) ?? missing(text);
}

/** Its line ends may be lost, and what they tell with them. */
function isCloudsFile(text: string): boolean {
  if (/\bOS_[A-Z_]+=/.test(text)) return false;
  const [, clouds = ''] = /(?:^|[\s{])["']?(?:public-)?clouds["']?:\s+([^]*)/.exec(text) ?? [];
  return /(?:^|[\s{,])["']?(?:auth|auth_url|profile|cloud)["']?:\s/.test(clouds);
}

/** A command may have variables before it. */
function isFile(text: string): boolean {
  return /\bOS_AUTH_URL\b/i.test(text) || !startsCurl(text);
}

function tokenOf(text: string, token: TokenText | TokenTextProblem): Pasted {
  if ('problem' in token) return missing(text) ?? { kind: 'token', problem: token };
  return { kind: 'token', ...token };
}

function openrcOf(text: string, openrc: Openrc): Pasted {
  const { variables, unread } = openrc;
  const { OS_AUTH_URL, OS_TOKEN, OS_AUTH_TOKEN = OS_TOKEN } = variables;
  const [first, ...others] = unread;
  const masked = missing(text);
  if (masked !== undefined) return masked;
  if (first !== undefined) {
    return { kind: 'openrc', problem: { problem: 'notRead', unread: [first, ...others] } };
  }
  // `export OS_TOKEN=…` alone.
  if (OS_AUTH_URL === undefined && OS_AUTH_TOKEN !== undefined) {
    const problem = pastedTokenProblem(OS_AUTH_TOKEN);
    return problem ? { kind: 'token', problem } : { kind: 'token', token: OS_AUTH_TOKEN };
  }
  return { kind: 'openrc', openrc };
}

function readCommand(text: string): Pasted | undefined {
  if (isTooLong(text, LONGEST.command)) {
    return startsCurl(text) ? { kind: 'text', problem: 'tooLong', most: LONGEST.command } : undefined;
  }
  const command = readCurl(text);
  if (command === undefined) return undefined;
  if ('problem' in command) return isWords(text) ? undefined : { kind: 'curl', problem: command };
  const { address, token } = command;
  // `curl command`, typed to narrow a list.
  return token.kind === 'none' && !isAddress(address) ? undefined : { kind: 'curl', request: command };
}

/** Names of programs may be typed to narrow a list: nothing of a command stands beside them. */
function isWords(text: string): boolean {
  return !/[:/='"`$•]|(?:^|\s)-/.test(text);
}

/** The header of a request with the token in it, alone. */
function readHeader(text: string): Pasted | undefined {
  if (isTooLong(text, LONGEST.command) || !holdsTokenHeader(text)) return undefined;
  const token = cleanToken(text);
  if (token === text.trim() || holdsTokenHeader(token) || /\s/.test(token)) {
    return { kind: 'curl', problem: { problem: 'otherProgram' } };
  }
  const problem = pastedTokenProblem(token);
  return missing(text) ?? (problem ? { kind: 'token', problem } : { kind: 'token', token });
}

function readBareToken(text: string): Pasted | undefined {
  const token = unquote(text);
  return isTokenAlone(token) ? { kind: 'bareToken', token } : undefined;
}

function missing(text: string): Pasted | undefined {
  return holdsMark(text) && /•[a-z]+\d*•/.test(text) ? { kind: 'text', problem: 'masked' } : undefined;
}
