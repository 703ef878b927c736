import { window, type Uri } from 'vscode';
import { ApiError } from '../../api/apiError';
import type { Credential, Who } from '../../api/identity/credential';
import type { CloudPlace, CloudToken, UsableCloud } from '../../auth/clouds/cloud';
import { overridesOf, wantedServices } from '../../auth/clouds/wantedServices';
import type { NewAccount } from '../../auth/accounts';
import { connect, type Connected } from '../../auth/connect';
import { tokenAccount } from '../../auth/newAccount';
import { withSecret } from '../../auth/withSecret';
import { Canceled } from '../../base/canceled';
import { boxTexts } from '../../text/boxTexts';
import { cloudQuestionTexts } from '../../text/cloudQuestionTexts';
import { errorSentence } from '../../text/describeError';
import { placeQuestion } from '../../text/describePlace';
import { tell } from '../../text/tell';
import type { Reading } from '../ask';
import { faultWithout } from '../caughtProblem';
import { askValue } from '../askValue';
import type { ValueQuestion } from '../valueQuestion';
import type { AccountContext } from '../context';
import { runSteps, taken, type Step } from '../steps';
import { accountAfterToken, askPlace, stepsAfterToken, type AfterToken } from './afterToken';
import { cloudRows, rowsOfPicked, userEnvironment, type CloudOutcome } from './foundClouds';
import { askSecret } from './passwordMethod';

/** A cloud that was chosen, and how far it has led without a question. */
export interface CloudAnswer {
  readonly kind: 'cloud';
  readonly chosen: UsableCloud;
  readonly stage:
    | { readonly kind: 'connected'; readonly connected: Connected }
    /** Its password or secret is asked for. */
    | { readonly kind: 'lacksSecret'; readonly who: Who }
    /** A token that somebody else obtained says nothing of where it is for: the address is asked for. */
    | { readonly kind: 'lacksAddress'; readonly token: CloudToken };
}

/** Tries a cloud while the list still stands. The reason may be longer than its title has room for. */
export async function chosenCloud(
  context: AccountContext,
  chosen: UsableCloud,
  signal: AbortSignal,
): Promise<Reading<CloudAnswer>> {
  const answer = (stage: CloudAnswer['stage']) => ({ value: { kind: 'cloud', chosen, stage } }) as const;
  if ('who' in chosen) return answer({ kind: 'lacksSecret', who: chosen.who });
  const { credential } = chosen;
  if (credential.kind === 'token') return answer({ kind: 'lacksAddress', token: credential });
  try {
    const connected = await connectCloud(context, chosen, credential, signal);
    return answer({ kind: 'connected', connected });
  } catch (error) {
    if (error instanceof Canceled) throw error;
    const secret = credential.kind === 'password' ? credential.password : credential.secret;
    if (!(error instanceof ApiError)) throw faultWithout([secret], error);
    tell('error', errorSentence(error));
    return { problem: { kind: 'cloudFailed', name: chosen.name, failure: error } };
  }
}

/** Gets a token where a cloud is. @throws {ApiError} when there is none; {Canceled} when `signal` fired */
function connectCloud(
  { clients }: AccountContext,
  cloud: CloudPlace,
  credential: Credential,
  signal: AbortSignal,
): Promise<Connected> {
  const { authUrl, trust, identityVersion } = cloud;
  const wish = { identity: authUrl, credentials: [credential], trust, version: identityVersion } as const;
  return connect(clients, wish, wantedServices(cloud), signal);
}

/** The cloud may be anybody's: where anything would go, and by what that is trusted, is shown before it goes there. */
async function agreesToPlace(cloud: UsableCloud): Promise<boolean> {
  const goOn = cloudQuestionTexts.agree();
  const { message, detail } = placeQuestion(cloud);
  return (await window.showWarningMessage(message, { modal: true, detail }, goOn)) === goOn;
}

/** The same for a cloud whose address could be read: asked only for what stands nowhere else. */
export async function agreesToRest(cloud: UsableCloud): Promise<boolean> {
  const { trust } = cloud;
  const isAllShown =
    overridesOf(cloud).length === 0 && trust.cacert === undefined && !trust.clientCertificate;
  return isAllShown || agreesToPlace(cloud);
}

/** Asks for what a cloud does not say. @throws {Canceled} when given up */
export async function askCloudAccount(
  context: AccountContext,
  { chosen, stage }: CloudAnswer,
): Promise<NewAccount | 'back'> {
  const title = cloudQuestionTexts.signInTo(chosen.name);
  if (stage.kind === 'lacksAddress') return askTokenCloud(context, title, chosen, stage.token);
  const connected = stage.kind === 'connected' ? stage.connected : undefined;
  const known = await runSteps<KnownOfCloud>({ connected, place: connected?.place }, [
    ...(stage.kind === 'lacksSecret' ? [secretStep(context, title, chosen, stage.who)] : []),
    ...stepsAfterToken<KnownOfCloud>(context, title),
  ]);
  return known === 'back' ? known : accountAfterToken(known);
}

/** What is known so far. Passwords are only ever here and in the vault. */
interface KnownOfCloud extends AfterToken {
  readonly secret?: string;
}

function secretStep(context: AccountContext, title: string, cloud: CloudPlace, who: Who): Step<KnownOfCloud> {
  const placeholder = cloudQuestionTexts.secretOf(cloud.name);
  return {
    ask: async (known, position) => {
      const answer = await askSecret({ ...position, title, placeholder }, cloud.authUrl, {
        text: known.secret,
        connect: (secret, signal) => connectCloud(context, cloud, withSecret(who, secret), signal),
      });
      return taken(answer, (value, secret) => ({ ...known, connected: value, place: value.place, secret }));
    },
  };
}

async function askTokenCloud(
  context: AccountContext,
  title: string,
  cloud: CloudPlace,
  given: CloudToken,
): Promise<NewAccount | 'back'> {
  const { name, trust } = cloud;
  const token = { token: given.token, trust };
  const question = { step: 2, totalSteps: 2, back: true, title, token, box: 'endpointOfGiven' } as const;
  const where = await askPlace(context, question, overridesOf(cloud)[0], undefined);
  return where === 'back' ? where : tokenAccount(where.value, given, { name, trust });
}

/** What is asked of a cloud that was chosen; `back` leads to the list again. */
type Rest<T> = (chosen: CloudAnswer) => Promise<T | 'back'>;

/** Asks for a file, and for one of its clouds. @returns `back` where none was picked */
export async function askFile<T>(context: AccountContext, rest: Rest<T>): Promise<T | 'back'> {
  const title = cloudQuestionTexts.fileTitle();
  const options = { title: cloudQuestionTexts.selectFile(), canSelectMany: false };
  const [uri] = (await window.showOpenDialog(options)) ?? [];
  if (uri === undefined) return 'back';
  const rows = () => rowsOfPicked(uri, userEnvironment(), context.extensionKind);
  // The very clouds that were agreed to stand there again for who comes back to them.
  const picked = rows();
  const question = {
    title,
    placeholder: cloudQuestionTexts.selectCloud(pathOf(uri)),
    items: () => picked,
    renew: rows,
    nothing: cloudQuestionTexts.noClouds(pathOf(uri)),
  };
  return askCloud(context, question, agreesToPlace, rest);
}

/** Asks for one of the clouds of a pasted `openrc`, whose addresses could be read as it was pasted. */
export async function askRegion<T>(
  context: AccountContext,
  clouds: readonly CloudOutcome[],
  rest: Rest<T>,
): Promise<T | 'back'> {
  const title = cloudQuestionTexts.openrcTitle();
  const question = { title, placeholder: cloudQuestionTexts.selectRegion(), items: cloudRows(clouds) };
  return askCloud(context, question, agreesToRest, rest);
}

async function askCloud<T>(
  context: AccountContext,
  question: Omit<ValueQuestion<UsableCloud, CloudAnswer>, 'back' | 'read'>,
  agrees: (cloud: UsableCloud) => Promise<boolean>,
  rest: Rest<T>,
): Promise<T | 'back'> {
  const agreed = new Set<UsableCloud>();
  let present: UsableCloud | undefined;
  for (;;) {
    const answer = await askValue<UsableCloud, CloudAnswer>({
      ...question,
      present,
      hint: boxTexts.narrows(),
      back: true,
      read: async (chosen, signal) => {
        if (!agreed.has(chosen) && !(await agrees(chosen))) return 'stays';
        agreed.add(chosen);
        return chosenCloud(context, chosen, signal);
      },
    });
    if (answer === 'back') return answer;
    present = answer.value.chosen;
    const account = await rest(answer.value);
    if (account !== 'back') return account;
  }
}

function pathOf(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
