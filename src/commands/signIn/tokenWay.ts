import { l10n } from 'vscode';
import { baseAddress, cleanToken, needsTenant, tokenProblem, type Endpoint } from '../../api/endpoint';
import { askText } from '../ask';
import type { CommandContext } from '../context';
import { askEndpoint, type OtherWay } from './endpointStep';
import { proveToken } from './prove';
import { runSteps, taken, type Position } from './steps';

/** What is known so far. The token is only ever here and in the vault. */
interface Known {
  readonly endpointText?: string;
  readonly endpoint?: Endpoint;
  readonly tenant: string;
  readonly token: string;
}

/** Endpoint, tenant and token, proved by a request. */
export interface GivenToken {
  readonly base: string;
  readonly tenant: string;
  readonly token: string;
}

/** Asks for endpoint, tenant and token, in three steps or by one paste; the first offers other ways as well. */
export async function askTokenWay(
  context: CommandContext,
  ways: readonly OtherWay[],
): Promise<GivenToken | OtherWay | undefined> {
  const title = l10n.t('Sign in');
  let way: OtherWay | undefined;
  const known = await runSteps<Known>(
    { endpointText: signedOutEndpoint(context), tenant: '', token: '' },
    [
      async (soFar, position) => {
        const given = await askEndpoint(title, soFar.endpointText, position, ways);
        if (given === undefined || given === 'back') return given;
        if ('id' in given) {
          way = given;
          return undefined;
        }
        // What was pasted with the endpoint belongs to it.
        const { text, endpoint, token } = given;
        return {
          endpointText: text,
          endpoint,
          tenant: endpoint.tenant ?? soFar.tenant,
          token: token ?? soFar.token,
        };
      },
      (soFar, position) => tenantStep(title, soFar, position),
      (soFar, position) => tokenStep(context, title, soFar, position),
    ],
    0,
  );
  if (way !== undefined) return way;
  if (known === undefined || known === 'back' || known.endpoint === undefined) return undefined;
  const { endpoint, tenant, token } = known;
  return { base: baseAddress(endpoint, tenant), tenant, token };
}

/** Whoever signed out of the only account most likely wants to sign in to it again. */
function signedOutEndpoint({ accounts }: CommandContext): string | undefined {
  const [only, ...others] = accounts.all;
  return only !== undefined && others.length === 0 && !only.signedIn ? only.base : undefined;
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
  context: CommandContext,
  title: string,
  known: Known,
  position: Position,
): Promise<Known | 'back' | undefined> {
  const { endpoint, tenant } = known;
  if (endpoint === undefined) return undefined;
  const answer = await askToken(context, baseAddress(endpoint, tenant), {
    ...position,
    title,
    value: known.token,
  });
  return taken(answer, (text) => ({ ...known, token: cleanToken(text) }));
}

/** Asks for a token alone, and proves it at the endpoint it is for. */
export function askToken(
  context: CommandContext,
  base: string,
  question: Partial<Position> & { readonly title: string; readonly value: string },
) {
  return askText({
    back: false,
    ...question,
    placeholder: l10n.t('Token'),
    prompt: l10n.t('It is kept in the editor’s secret storage and sent to {0} only', new URL(base).host),
    password: true,
    problem: async (text, signal) => {
      const token = cleanToken(text);
      switch (tokenProblem(token)) {
        case 'empty':
          return l10n.t('Paste the token.');
        case 'notForHeader':
          return l10n.t('A token has visible ASCII characters only: something else was pasted.');
        case undefined:
          return proveToken(context, base, token, signal);
      }
    },
  });
}
