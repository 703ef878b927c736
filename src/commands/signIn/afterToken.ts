import { l10n } from 'vscode';
import { parseEndpoint } from '../../api/endpoint';
import { computeAddress, computeCandidates, type WantedEndpoint } from '../../api/identity/computeAddress';
import type { ComputeEndpoint } from '../../api/identity/issuedToken';
import { isVisible } from '../../base/visible';
import { defaultLabel } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import { tokenLife } from '../../auth/tokenLife';
import { endpointProblemText } from '../../text/describeEndpoint';
import { noComputeText } from '../../text/describeCompute';
import { plainLabel } from '../../text/plainLabel';
import { askValue } from '../ask';
import type { AccountContext } from '../context';
import { askAddress, pickAddress } from './addressQuestions';
import { obtainToken, type Obtained, type TokenWish } from './obtainToken';
import { placeStep, type Placed } from './placeStep';
import { proveToken } from './prove';
import type { Step } from './steps';

/** What is known once a user or credential has got a token. */
export interface AfterToken extends Placed {
  readonly obtained?: Obtained;
  /** The addresses that may be meant. */
  readonly candidates: readonly ComputeEndpoint[];
  /** Why the only one cannot be used. */
  readonly problem?: string;
  readonly renews?: boolean;
}

/** Gets a token and proves it where only one address can be meant. @returns words when there is no token */
export async function connect(
  context: AccountContext,
  wish: TokenWish,
  wanted: WantedEndpoint,
  signal: AbortSignal,
): Promise<AfterToken | string> {
  const obtained = await obtainToken(context, wish, signal);
  if (typeof obtained === 'string') return obtained;
  const choice = computeCandidates(obtained, wanted);
  if ('problem' in choice) {
    return { obtained, candidates: [], base: undefined, problem: noComputeText(choice) };
  }
  const { candidates } = choice;
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) {
    return { obtained, candidates, base: undefined, problem: undefined };
  }
  const address = computeAddress(only.url, obtained.project);
  if (typeof address === 'string') {
    return { obtained, candidates, base: undefined, problem: endpointProblemText(address) };
  }
  const base = await versioned(context, address.base, obtained, signal);
  const problem = await proveToken(context, base, obtained.token, signal, obtained.trust);
  return { obtained, candidates, problem, base: problem === undefined ? base : undefined };
}

/** The address with its version; as it is where that cannot be known: the proof says why. */
async function versioned(
  { clients }: AccountContext,
  base: string,
  { project, trust }: Obtained,
  signal: AbortSignal,
): Promise<string> {
  return clients.discoverCompute({ base, ...trust }, project, signal).catch(() => base);
}

/** The questions that are left when there is a token: the address if it is not clear, whether to stay, and the place. */
export function stepsAfterToken<S extends AfterToken>(
  context: AccountContext,
  title: string,
): readonly Step<S>[] {
  return [addressStep(context, title), keepStep(context, title), placeStep(context.accounts, title)];
}

/** What came with a token makes the account: its endpoint, its tenant's name, and whether it is to be renewed. */
export function accountOf({ obtained, base, renews = false }: AfterToken): NewAccount | undefined {
  if (obtained === undefined || base === undefined) return undefined;
  const { token, way, credential, project, trust } = obtained;
  const parsed = parseEndpoint(base);
  const tenant = project?.id ?? (typeof parsed === 'string' ? '' : (parsed.tenant ?? ''));
  const name = project?.name ?? '';
  return {
    base,
    tenant,
    label: isVisible(name) ? name : defaultLabel(base, tenant),
    way,
    renews,
    ...trust,
    secret: {
      token,
      ...tokenLife(obtained, Date.now()),
      renewal: renews ? { identity: way.identity, credential } : undefined,
    },
  };
}

function addressStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ obtained, candidates, problem }) =>
      obtained !== undefined && (candidates.length !== 1 || problem !== undefined),
    ask: async (known, position) => {
      const { obtained, candidates, problem, base = candidates[0]?.url ?? '' } = known;
      if (obtained === undefined) return undefined;
      const question = { ...position, title, token: obtained };
      const answer =
        candidates.length > 1
          ? await pickAddress(context, question, candidates, known.base)
          : await askAddress(context, question, base, problem);
      return typeof answer === 'object' ? { ...known, base: answer.base } : answer;
    },
  };
}

function keepStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ obtained }) => obtained !== undefined,
    ask: async (known, position) => {
      const { obtained, base = '', renews } = known;
      const answer = await askValue({
        ...position,
        title,
        placeholder: l10n.t('Stay signed in?'),
        present: renews === false ? 'once' : 'keep',
        items: [
          {
            label: l10n.t('Keep me signed in'),
            detail: l10n.t(
              'The password or credential is kept in the editor’s secret storage and gets the next token.',
            ),
            value: 'keep',
          },
          {
            label: l10n.t('This token only'),
            detail: l10n.t(
              'The password or credential is forgotten now; you sign in again when the token has ended.',
            ),
            value: 'once',
          },
          { label: l10n.t('Use another endpoint…'), detail: plainLabel(base), value: 'address' },
        ],
      });
      if (obtained === undefined || answer === undefined) return undefined;
      if (answer === 'back') return 'back';
      if (answer.text !== 'address') return { ...known, renews: answer.text === 'keep' };
      const typed = await askAddress(
        context,
        { ...position, back: true, title, token: obtained },
        base,
        undefined,
      );
      if (typed === undefined) return undefined;
      const corrected = typed === 'back' ? known : { ...known, base: typed.base };
      return keepStep<S>(context, title).ask(corrected, position);
    },
  };
}
