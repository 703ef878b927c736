import { l10n } from 'vscode';
import { baseAddress, needsTenant, tokenProblem, type Endpoint } from '../../api/endpoint';
import { pastedToken } from '../../api/pastedToken';
import { defaultLabel } from '../../auth/account';
import { askText, type Answer } from '../ask';
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
  /** As pasted. */
  readonly token: string;
}

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
    { endpointText: present, tenant: '', token: '' },
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
  if (base === undefined) return undefined;
  const secret = pastedToken(token);
  return {
    account: {
      base,
      tenant,
      label: defaultLabel(base, tenant),
      way: { kind: 'token' },
      renews: false,
      secret,
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
  // What was given with an endpoint, or for it before, belongs to it alone.
  const before = known.endpoint?.root === endpoint.root ? known.token : '';
  return {
    endpointText: text,
    endpoint,
    tenant: endpoint.tenant ?? known.tenant,
    token: token ?? before,
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
    problem: (text) => {
      const tenant = text.trim();
      if (tenant === '') return needed ? l10n.t('This endpoint needs a tenant ID.') : undefined;
      return /[\s/?#]/.test(tenant) ? l10n.t('A tenant ID has no spaces or slashes.') : undefined;
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
  const { endpoint, tenant } = known;
  if (endpoint === undefined) return undefined;
  const base = baseAddress(endpoint, tenant);
  const answer = await askToken(context, base, { ...position, title, value: known.token });
  return taken(answer, (text) => ({ ...known, base, token: text }));
}

/** Asks for a token alone, and proves it at the endpoint it is for. */
export function askToken(
  context: AccountContext,
  base: string,
  question: Partial<Position> & {
    readonly title: string;
    readonly value: string;
    readonly cacert?: string;
  },
): Promise<Answer> {
  const { cacert, ...rest } = question;
  return askText({
    back: false,
    ...rest,
    placeholder: l10n.t('Token'),
    prompt: l10n.t('It is kept in the editor’s secret storage and sent to {0} only', new URL(base).host),
    password: true,
    problem: async (text, signal) => {
      const { token } = pastedToken(text);
      switch (tokenProblem(token)) {
        case 'empty':
          return l10n.t('Paste the token.');
        case 'notForHeader':
          return l10n.t('A token has visible ASCII characters only: something else was pasted.');
        case undefined:
          return proveToken(context, base, token, signal, cacert);
      }
    },
  });
}
