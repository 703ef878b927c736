import { l10n, window } from 'vscode';
import { parseEndpoint } from '../../api/endpoint';
import { isVisible } from '../../base/visible';
import { LONGEST } from '../../base/longest';
import { defaultLabel } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import type { Cloud, GivenToken } from '../../auth/clouds/cloud';
import { withSecret } from '../../auth/withSecret';
import { foreignText, foreignWords } from '../../text/foreignText';
import { askText } from '../ask';
import type { AccountContext } from '../context';
import { askAddress } from './addressQuestions';
import { accountOf, connect, stepsAfterToken, type AfterToken } from './afterToken';
import { askCloud, type ChosenCloud } from './cloudsMethod';
import type { Signed } from './signed';
import { runSteps, taken, type Step } from './steps';

/** What is known so far. Passwords are only ever here and in the vault. */
interface Known extends AfterToken {
  readonly chosen?: ChosenCloud;
  readonly secret: string;
}

/** Asks for a cloud and signs in to it. */
export async function askCloudAccount(context: AccountContext): Promise<Signed | 'back' | undefined> {
  const title = l10n.t('Sign in with clouds.yaml');
  const known = await runSteps<Known>(
    { secret: '', candidates: [] },
    [
      cloudStep(context, title),
      passwordStep(context, title),
      givenTokenStep(context, title),
      ...stepsAfterToken<Known>(context, title),
    ],
    1,
  );
  if (known === undefined || known === 'back') return known;
  const account = accountOf(known) ?? givenTokenAccount(known);
  return account && { account, replaces: known.replaces };
}

function cloudStep(context: AccountContext, title: string): Step<Known> {
  return {
    ask: async (known, position) => {
      let after: AfterToken | undefined;
      const chosen = await askCloud(title, position, known.chosen?.cloud.name, async (choice, signal) => {
        after = undefined;
        if (choice.asksPassword || givenToken(choice.cloud) !== undefined) return undefined;
        const result = await connectTo(context, choice.cloud, signal);
        if (typeof result !== 'string') after = result;
        return typeof result === 'string' ? refusal(choice.cloud, result) : undefined;
      });
      if (chosen === undefined || chosen === 'back') return chosen;
      return { chosen, secret: '', candidates: [], ...after };
    },
  };
}

/** The reason is longer than a quick pick has room for. */
function refusal({ name }: Cloud, words: string): string {
  if (words !== '') void window.showErrorMessage(words);
  return l10n.t('Signing in to “{0}” failed', foreignText(name));
}

function passwordStep(context: AccountContext, title: string): Step<Known> {
  return {
    needed: ({ chosen }) => chosen?.asksPassword ?? false,
    ask: async (known, position) => {
      const cloud = known.chosen?.cloud;
      if (cloud === undefined) return undefined;
      let after: AfterToken | undefined;
      const answer = await askText({
        ...position,
        title,
        placeholder: l10n.t('Password or secret of “{0}”', foreignText(cloud.name)),
        prompt: l10n.t('It is sent to {0} only', foreignWords(cloud.authUrl)),
        value: known.secret,
        password: true,
        longest: LONGEST.password,
        problem: async (secret, signal) => {
          if (secret === '') return l10n.t('This is needed.');
          const result = await connectTo(context, completed(cloud, secret), signal);
          if (typeof result === 'string') return result;
          after = result;
          return undefined;
        },
      });
      return taken(answer, (secret) => ({ ...known, ...after, secret }));
    },
  };
}

/** A token that somebody else obtained says nothing of where it is for: the address is asked for. */
function givenTokenStep(context: AccountContext, title: string): Step<Known> {
  return {
    needed: ({ chosen }) => givenToken(chosen?.cloud) !== undefined,
    ask: async (known, position) => {
      const cloud = known.chosen?.cloud;
      const given = givenToken(cloud);
      if (given === undefined || cloud === undefined) return undefined;
      const { trust, computeEndpointOverride = '' } = cloud;
      const question = { ...position, title, token: { token: given.token, trust } };
      const answer = await askAddress(context, question, known.base ?? computeEndpointOverride, undefined);
      return typeof answer === 'object' ? { ...known, base: answer.base } : answer;
    },
  };
}

function givenTokenAccount({ chosen, base }: Known): NewAccount | undefined {
  const given = givenToken(chosen?.cloud);
  if (given === undefined || base === undefined) return undefined;
  const parsed = parseEndpoint(base);
  const tenant = typeof parsed === 'string' ? '' : (parsed.tenant ?? '');
  const name = chosen?.cloud.name ?? '';
  return {
    base,
    tenant,
    label: isVisible(name) ? name : defaultLabel(base, tenant),
    way: { kind: 'token' },
    renews: false,
    ...chosen?.cloud.trust,
    secret: { token: given.token },
  };
}

async function connectTo(
  context: AccountContext,
  { credential, authUrl, trust, identityVersion, regions, ...cloud }: Cloud,
  signal: AbortSignal,
): Promise<AfterToken | string> {
  if (credential.kind === 'token') return '';
  const wish = { identity: authUrl, credentials: [credential], trust, version: identityVersion } as const;
  const wanted = { regions, interface: cloud.interface, base: cloud.computeEndpointOverride };
  return connect(context, wish, wanted, signal);
}

function givenToken(cloud: Cloud | undefined): GivenToken | undefined {
  return cloud?.credential.kind === 'token' ? cloud.credential : undefined;
}

function completed(cloud: Cloud, secret: string): Cloud {
  const { credential } = cloud;
  return credential.kind === 'token' ? cloud : { ...cloud, credential: withSecret(credential, secret) };
}
