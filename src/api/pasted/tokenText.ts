import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { utcTime } from '../../base/utcTime';
import { readAccessToken } from '../identity/accessToken';
import { readIssuedToken } from '../identity/identityAnswer';
import type { IssuedToken } from '../identity/issuedToken';
import { objectIn, parseJsonObject } from '../../base/json';
import { tokenProblem, type TokenProblem } from '../token';
import { standInOf, type StandIn } from './standIn';
import { findTokenAnswer, type TokenAnswer } from './tokenAnswer';
import { readTokenOutput, type OutputFields } from './tokenOutput';

/** A token, with as much as was pasted with it. */
export interface TokenText {
  readonly token: string;
  /** When it ends, milliseconds since 1970-01-01 UTC. */
  readonly expires?: number;
  readonly project?: IssuedToken['project'];
  /** Of the services of images, where the text has the service catalogue. */
  readonly endpoints?: IssuedToken['endpoints'];
}

/** Why a text that is about a token gives none. */
export type TokenTextProblem =
  | { readonly problem: TokenProblem | 'tooLong' }
  /** It stands for a token: `$OS_TOKEN`, `@file`, `<token>`. */
  | { readonly problem: StandIn; readonly text: string }
  /** Different ones, of which none is guessed. */
  | { readonly problem: 'severalTokens' }
  /** The body of an answer of Identity v3: its token stands in the header `x-subject-token`. */
  | { readonly problem: 'headerNeeded' }
  /** An answer without a token. */
  | { readonly problem: 'noToken' }
  /** The answer is about a token that is for no project. */
  | { readonly problem: 'noProject' }
  /** The beginning of an answer. */
  | { readonly problem: 'cutOff' }
  /** The answer is a refusal. */
  | { readonly problem: 'refused'; readonly status: number };

/**
 * Takes the token out of an answer of the identity service, or out of what `openstack token issue` prints. Nothing is
 * sent anywhere.
 * @param text of at most `LONGEST.answer` characters
 * @returns `undefined` where the text is neither
 */
export function readTokenText(text: string): TokenText | TokenTextProblem | undefined {
  const answer = findTokenAnswer(text);
  const output = readTokenOutput(text);
  const [only, ...others] = new Set([...tokensOf(answer), ...(output?.get('id') ?? [])]);
  if (others.length > 0) return { problem: 'severalTokens' };
  if (only === undefined) return answer ? withoutToken(answer) : cutOff(text);
  const problem = pastedTokenProblem(only);
  if (problem !== undefined) return problem;
  const about = answer ? aboutAnswer(answer, only) : output && aboutOutput(output);
  return about !== undefined && 'problem' in about ? about : { token: only, ...about };
}

/** All that is a token in such a text, or a part of one, as it stands there. */
export function tokensIn(text: string): readonly string[] {
  return [...tokensOf(findTokenAnswer(text)), ...(readTokenOutput(text)?.get('id') ?? [])];
}

/** Why a text cannot be sent as a token. */
export function pastedTokenProblem(token: string): TokenTextProblem | undefined {
  if (isTooLong(token, LONGEST.token)) return { problem: 'tooLong' };
  const standIn = standInOf(token);
  if (standIn !== undefined) return { problem: standIn, text: token };
  const problem = tokenProblem(token);
  return problem && { problem };
}

function tokensOf(answer: TokenAnswer | undefined): readonly string[] {
  if (answer === undefined) return [];
  const access = answer.form === 'access' ? readAccessToken(parseJsonObject(answer.body)) : undefined;
  return access === undefined ? answer.headers : [...answer.headers, access.id];
}

const BEGINNING = /^\s*\{\s*"(?:token|access)"\s*:\s*\{/;

function cutOff(text: string): TokenTextProblem | undefined {
  const isCut = BEGINNING.test(text) && Object.keys(parseJsonObject(text)).length === 0;
  return isCut ? { problem: 'cutOff' } : undefined;
}

function withoutToken({ form, status = 0 }: TokenAnswer): TokenTextProblem {
  if (form === 'token') return { problem: 'headerNeeded' };
  return status >= 300 ? { problem: 'refused', status } : { problem: 'noToken' };
}

/** By the reader of the answers that are received. */
function aboutAnswer(
  { form, body, status = 200 }: TokenAnswer,
  token: string,
): Partial<TokenText> | TokenTextProblem {
  if (form === 'other' || form === 'error') return {};
  const header = (name: string): string | undefined => (name === 'x-subject-token' ? token : undefined);
  const answer = { status, body, header, requestId: undefined, serverTime: undefined };
  const { expires, project, endpoints } = readIssuedToken(form === 'access' ? 'v2.0' : 'v3', answer, '');
  if (project === undefined) return { problem: 'noProject' };
  return {
    ...(expires !== undefined && { expires }),
    project,
    // One without them says so.
    ...(hasCatalog(form, body) && { endpoints }),
  };
}

function hasCatalog(form: 'access' | 'token', body: string): boolean {
  const about = objectIn(parseJsonObject(body), form);
  return Array.isArray(form === 'access' ? about.serviceCatalog : about.catalog);
}

/** Of the columns that are printed where none are chosen, the project alone is left out where there is none. */
function aboutOutput(output: OutputFields): Partial<TokenText> | TokenTextProblem {
  const expires = utcTime(output.get('expires')?.[0] ?? '');
  const id = output.get('project_id')?.[0];
  if (id === undefined && output.has('expires') && output.has('user_id')) return { problem: 'noProject' };
  return {
    ...(expires !== undefined && { expires }),
    ...(id !== undefined && { project: { id, name: '' } }),
  };
}
