import { window } from 'vscode';
import type { Cloud, SecretlessCloud, UsableCloud } from '../../auth/clouds/cloud';
import type { NewAccount } from '../../auth/accounts';
import { connect, type Connected } from '../../auth/connect';
import { obtainedAccount, tokenAccount } from '../../auth/newAccount';
import { withSecret } from '../../auth/withSecret';
import { cloudQuestionTexts } from '../../text/cloudQuestionTexts';
import { placeQuestion } from '../../text/describePlace';
import type { AccountContext } from '../context';
import { askBase, stepsAfterToken, type AfterToken } from './afterToken';
import { askSecret } from './passwordMethod';
import { runSteps, taken, type Step } from '../steps';

/** What is known so far. Passwords are only ever here and in the vault. */
interface KnownOfCloud extends AfterToken {
  readonly secret: string;
}

/**
 * Gets a token with what a cloud has.
 * @throws {ApiError} when there is none; {Canceled} when `signal` fired
 */
export function connectCloud(
  { clients }: AccountContext,
  cloud: Cloud,
  signal: AbortSignal,
): Promise<Connected | undefined> {
  const { credential, authUrl, trust, identityVersion, regions, computeEndpointOverride } = cloud;
  if (credential.kind === 'token') return Promise.resolve(undefined);
  const wish = { identity: authUrl, credentials: [credential], trust, version: identityVersion } as const;
  const wanted = { regions, base: computeEndpointOverride, interface: cloud.interface };
  return connect(clients, wish, wanted, signal);
}

/** The cloud may be anybody's: where anything would go, and by what that is trusted, is shown before it goes there. */
export async function agreesToPlace(cloud: UsableCloud): Promise<boolean> {
  const goOn = cloudQuestionTexts.agree();
  const { message, detail } = placeQuestion(cloud);
  return (await window.showWarningMessage(message, { modal: true, detail }, goOn)) === goOn;
}

/** The same for a cloud whose address could be read: asked only for what stands nowhere else. */
export async function agreesToRest(cloud: UsableCloud): Promise<boolean> {
  const { computeEndpointOverride: override, trust } = cloud;
  const isAllShown = override === undefined && trust.cacert === undefined && !trust.clientCertificate;
  return isAllShown || agreesToPlace(cloud);
}

/**
 * Asks for what a cloud does not say.
 * @param connected where it has got a token already
 * @throws {Canceled} when given up
 */
export async function askCloudAccount(
  context: AccountContext,
  cloud: UsableCloud,
  connected: Connected | undefined,
): Promise<NewAccount | 'back'> {
  const title = cloudQuestionTexts.signInTo(cloud.name);
  const known = await runSteps<KnownOfCloud>({ secret: '', connected, base: connected?.base }, [
    ...('who' in cloud ? [passwordStep(context, title, cloud)] : []),
    ...('who' in cloud ? [] : [tokenAddressStep(context, title, cloud)]),
    ...stepsAfterToken<KnownOfCloud>(context, title),
  ]);
  if (known === 'back') return known;
  const { base, renews = false } = known;
  if (base === undefined) return 'back';
  if ('credential' in cloud && cloud.credential.kind === 'token') {
    return tokenAccount(base, cloud.credential, { name: cloud.name, trust: cloud.trust });
  }
  return known.connected === undefined ? 'back' : obtainedAccount(known.connected.obtained, base, renews);
}

function passwordStep(context: AccountContext, title: string, cloud: SecretlessCloud): Step<KnownOfCloud> {
  const { who, ...place } = cloud;
  return {
    ask: async (known, position) => {
      const placeholder = cloudQuestionTexts.secretOf(cloud.name);
      const answer = await askSecret({ ...position, title, placeholder }, cloud.authUrl, {
        text: known.secret,
        connect: async (secret, signal) => {
          const connected = await connectCloud(
            context,
            { ...place, credential: withSecret(who, secret) },
            signal,
          );
          if (connected === undefined) throw new Error('A token needs no password.');
          return connected;
        },
      });
      return taken(answer, (value, secret) => ({ ...known, connected: value, base: value.base, secret }));
    },
  };
}

/** A token that somebody else obtained says nothing of where it is for: the address is asked for. */
function tokenAddressStep(context: AccountContext, title: string, cloud: Cloud): Step<KnownOfCloud> {
  return {
    needed: () => cloud.credential.kind === 'token',
    ask: async (known, position) => {
      const { credential, trust, computeEndpointOverride = '' } = cloud;
      if (credential.kind !== 'token') return known;
      const token = { token: credential.token, trust };
      const question = { ...position, title, token, box: 'endpointOfGiven' } as const;
      const answer = await askBase(context, question, known.base ?? computeEndpointOverride, undefined);
      return taken(answer, (base) => ({ ...known, base }));
    },
  };
}
