import { ApiError } from '../../api/apiError';
import { trustOf } from '../../api/http/trust';
import type { PastedToken } from '../../api/pasted/pastedToken';
import type { Account, IdentityMethod } from '../../auth/account';
import type { Clients } from '../../auth/clients';
import {
  obtainToken,
  proveImages,
  type AddressProof,
  type Obtained,
  type TokenWish,
} from '../../auth/connect';
import { obtainedAccount } from '../../auth/newAccount';
import { keepsSecret } from '../../auth/signedState';
import { withTrialTokens } from '../../auth/trialTokens';
import { withSecret } from '../../auth/withSecret';
import * as LONGEST from '../../base/longestText';
import { boxTexts } from '../../text/boxTexts';
import { firstQuestionTexts } from '../../text/firstQuestionTexts';
import { passwordQuestionTexts } from '../../text/passwordQuestionTexts';
import { signedInTexts } from '../../text/signedInTexts';
import { tokenQuestionTexts } from '../../text/tokenQuestionTexts';
import { tell } from '../../text/tell';
import type { Answer } from '../ask';
import { askText } from '../askText';
import type { AccountContext } from '../context';
import { showImages } from '../showImages';
import { askToken } from './tokenMethod';

/** Asks for the secret alone, a token or the password: endpoint, tenant and user stay. */
export async function renewToken(context: AccountContext, account: Account): Promise<void> {
  const outcome =
    account.method.kind === 'token'
      ? await giveToken(context, account)
      : await givePassword(context, account, account.method);
  if (outcome === 'signedIn') await showImages(context, account);
  if (outcome === 'removed') tellRemoved(account);
}

/** Says that an account was removed while a question about it stood. */
export function tellRemoved({ label }: Account): void {
  tell('warning', signedInTexts.removed(label));
}

/** What became of the account: it may have been removed while the question stood. */
type Renewal = 'signedIn' | 'removed' | 'back';

async function giveToken(context: AccountContext, account: Account): Promise<Renewal> {
  const title = tokenQuestionTexts.another(account.label);
  const prove = async ({ token }: PastedToken, signal: AbortSignal): Promise<AddressProof> => {
    const failure = await proveImages(context.clients, account, token, signal);
    return failure === undefined ? { place: account } : { failure };
  };
  const answer = await askToken({ ...account, prove }, { title });
  if (answer === 'back') return answer;
  const { token, expires, project } = answer.value.token;
  const facts = { expires, tenant: project?.id };
  return (await context.accounts.updateToken(account.id, token, facts)) ? 'signedIn' : 'removed';
}

/** Of the tokens that are obtained by that one is kept at most. */
async function givePassword(
  { accounts, clients }: AccountContext,
  account: Account,
  method: IdentityMethod,
): Promise<Renewal> {
  return withTrialTokens(clients, accounts.closed, async (trial) => {
    const answer = await askPassword(trial.clients, account, method);
    if (answer === 'back') return answer;
    // It may have been renamed or removed meanwhile.
    const present = accounts.get(account.id);
    if (present === undefined) return 'removed';
    const obtained = obtainedAccount(answer.value, account, keepsSecret(present));
    await accounts.signIn({ ...present, method: obtained.method, secret: obtained.secret }, present.id);
    trial.keep(obtained.secret.token);
    return 'signedIn';
  });
}

function askPassword(
  clients: Clients,
  account: Account,
  { kind, identity, version, who }: IdentityMethod,
): Promise<Answer<Obtained>> {
  return askText<Obtained>({
    title: firstQuestionTexts.again(account.label),
    placeholder: passwordQuestionTexts.secret(kind),
    prompt: boxTexts.sentOnlyTo(new URL(identity).host),
    text: '',
    password: true,
    longest: LONGEST.password,
    back: false,
    read: async (secret, signal) => {
      if (secret === '') return { problem: 'required' };
      const credentials = [withSecret(who, secret)] as const;
      const wish = { identity, version, credentials, isStored: true, trust: trustOf(account) };
      const obtained = await obtainFor(clients, account, wish, signal);
      return obtained instanceof ApiError
        ? { problem: { kind: 'address', failure: obtained, box: 'password' } }
        : { value: obtained };
    },
  });
}

/** Gets a token that the images of the account can be had with, or says why there is none. @throws {Canceled} when `signal` fired */
async function obtainFor(
  clients: Clients,
  account: Account,
  wish: TokenWish,
  signal: AbortSignal,
): Promise<Obtained | ApiError> {
  try {
    const obtained = await obtainToken(clients, wish, signal);
    return (await proveImages(clients, account, obtained.token, signal)) ?? obtained;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}
