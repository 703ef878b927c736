import { l10n } from 'vscode';
import type { CurlToken } from '../../api/pasted/curl/curlRequest';
import { baseAddress, needsTenant, tenantProblem, type Endpoint } from '../../api/endpoint';
import type { Trust } from '../../api/http/trust';
import { LONGEST } from '../../base/longest';
import { readPastedToken, type PastedToken } from '../../api/pasted/pastedToken';
import { defaultLabel } from '../../auth/account';
import { unreadTokenText } from '../../text/describeCurl';
import { tenantProblemText } from '../../text/describeEndpoint';
import { pastedTokenProblemText } from '../../text/describeToken';
import { askText } from '../ask';
import type { AccountContext } from '../context';
import { askEndpoint, type OtherWay, type OtherWays } from './endpointStep';
import { placeStep, type Placed } from './placeStep';
import { proveToken } from './prove';
import type { Signed } from './signed';
import { runSteps, taken, type Position, type Step } from './steps';

/** What is known so far. The token is only ever here and in the vault. */
interface Known extends Placed {
  readonly way?: OtherWay;
  readonly endpointText: string | undefined;
  readonly endpoint?: Endpoint;
  readonly tenant: string;
  /** What the command that the endpoint came in says of the token. */
  readonly commandToken: CurlToken;
  /** As pasted, to stand there again. */
  readonly tokenText: string;
  /** Proved at `base`. */
  readonly token?: PastedToken;
}

const NOTHING = { tenant: '', commandToken: { kind: 'none' }, tokenText: '' } as const;

/** Asks for endpoint, tenant and token, in three steps or by one paste; the first offers other ways as well. */
export async function askTokenWay(
  context: AccountContext,
  present: string | undefined,
  ways: OtherWays,
): Promise<Signed | OtherWay | undefined> {
  const title = l10n.t('Sign in');
  const isToken = ({ way }: Known): boolean => way === undefined;
  const place = placeStep<Known>(context.accounts, title);
  const known = await runSteps<Known>(
    { ...NOTHING, endpointText: present },
    [
      { ask: (soFar, position) => endpointStep(title, ways, soFar, position) },
      { needed: isToken, ask: (soFar, position) => tenantStep(title, soFar, position) },
      { needed: isToken, ask: (soFar, position) => tokenStep(context, title, soFar, position) },
      { ...place, needed: (soFar) => isToken(soFar) && (place.needed?.(soFar) ?? true) },
    ] satisfies readonly Step<Known>[],
    0,
  );
  if (known === undefined || known === 'back') return undefined;
  return known.way ?? signedOf(known);
}

function signedOf({ base, tenant, token, replaces }: Known): Signed | undefined {
  if (base === undefined || token === undefined) return undefined;
  return {
    account: {
      base,
      tenant,
      label: defaultLabel(base, tenant),
      way: { kind: 'token' },
      renews: false,
      secret: token,
    },
    replaces,
  };
}

async function endpointStep(
  title: string,
  ways: OtherWays,
  known: Known,
  position: Position,
): Promise<Known | 'back' | undefined> {
  const given = await askEndpoint(title, known.endpointText, position, ways);
  if (given === undefined || given === 'back') return given;
  if ('id' in given) return { ...known, way: given };
  const { text, endpoint, token } = given;
  // What was given for an endpoint belongs to it alone, and gives way to what is pasted later.
  const isStill = known.endpoint?.root === endpoint.root && token.kind === 'none';
  return {
    endpointText: text,
    endpoint,
    tenant: endpoint.tenant ?? known.tenant,
    commandToken: token,
    tokenText: token.kind === 'given' ? token.text : isStill ? known.tokenText : '',
  };
}

async function tenantStep(
  title: string,
  known: Known,
  position: Position,
): Promise<Known | 'back' | undefined> {
  const { endpoint } = known;
  const needed = endpoint === undefined || needsTenant(endpoint);
  const answer = await askText({
    ...position,
    title,
    placeholder: l10n.t('Tenant ID'),
    prompt: needed
      ? l10n.t('The tenant (project) ID, as the control panel shows it')
      : l10n.t('The project ID; leave it empty if the endpoint is used without one'),
    value: known.tenant,
    longest: LONGEST.tenant,
    problem: (text) => {
      const tenant = text.trim();
      if (tenant === '') return needed ? l10n.t('This endpoint needs a tenant ID.') : undefined;
      const problem = tenantProblem(tenant);
      return problem && tenantProblemText(problem, tenant);
    },
  });
  return taken(answer, (text) => ({ ...known, tenant: text.trim() }));
}

async function tokenStep(
  context: AccountContext,
  title: string,
  known: Known,
  position: Position,
): Promise<Known | 'back' | undefined> {
  const { endpoint, tenant, commandToken, tokenText } = known;
  if (endpoint === undefined) return undefined;
  const base = baseAddress(endpoint, tenant);
  const given = await askToken(context, base, { ...position, title, value: tokenText, commandToken });
  if (given === undefined || given === 'back') return given;
  return { ...known, base, tokenText: given.text, token: given.token };
}

export interface TokenQuestion extends Partial<Position> {
  readonly title: string;
  readonly value: string;
  readonly trust?: Trust;
  /** Where a command named a token that is not read, that is said. */
  readonly commandToken?: CurlToken;
}

/** Asks for a token alone, and proves it at the endpoint it is for. */
export async function askToken(
  context: AccountContext,
  base: string,
  { trust, commandToken, ...question }: TokenQuestion,
): Promise<{ readonly text: string; readonly token: PastedToken } | 'back' | undefined> {
  const { host } = new URL(base);
  const where = l10n.t('It is kept in the editor’s secret storage and sent to {0} only', host);
  let token: PastedToken | undefined;
  const answer = await askText({
    back: false,
    ...question,
    placeholder: l10n.t('Token'),
    prompt: [...reasons(commandToken), where].join(' '),
    password: true,
    longest: LONGEST.answer,
    problem: async (text, signal) => {
      const pasted = readPastedToken(text, base);
      if ('problem' in pasted) return pastedTokenProblemText(pasted, host);
      token = pasted;
      return proveToken(context, base, pasted.token, signal, trust);
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  return token && { text: answer.text, token };
}

/** Why a pasted command did not give the token; who pasted none knows. */
function reasons(token: CurlToken | undefined): readonly string[] {
  return token === undefined || token.kind === 'given' || token.kind === 'none'
    ? []
    : [unreadTokenText(token)];
}
