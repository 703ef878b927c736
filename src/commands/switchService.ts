import { window } from 'vscode';
import { accountProject, type Account } from '../auth/account';
import { knownAccounts } from '../auth/knownAccounts';
import { findOtherService, otherServiceOf, type OtherService } from '../auth/otherService';
import { ApiError } from '../api/apiError';
import { trustOf } from '../api/http/trust';
import type { ImagesAddress } from '../api/images/imagesService';
import { switchServiceTexts } from '../text/switchServiceTexts';
import { tell } from '../text/tell';
import { targetAccount } from './account';
import type { CommandContext } from './context';
import { showImages } from './showImages';
import { askWhere } from './signIn/afterToken';
import { renewToken, tellRemoved } from './signIn/renewToken';

/**
 * Lets an account list its images by the other service: Image v2 in the place of Compute, or the other way round. It keeps
 * its id, its name and its view. @param row id of an account's row
 */
export async function switchService(context: CommandContext, row?: unknown): Promise<void> {
  const { accounts } = context;
  const account = await targetAccount(context, row, switchServiceTexts.ofAccount);
  if (account === undefined) return;
  if (!account.signedIn) await renewToken(context, account);
  if (!accounts.isSignedIn(account.id)) return;
  const place = await otherPlace(context, account);
  if (place !== undefined) await moveTo(context, account.id, place);
}

/** @returns `undefined` where it was called off */
async function otherPlace(context: CommandContext, account: Account): Promise<ImagesAddress | undefined> {
  const { accounts, clients, progress } = context;
  accounts.askAgain(account.id);
  let found: (OtherService & { readonly token: string }) | undefined;
  await progress.inView(`${account.id} switchService`, switchServiceTexts.looking(), async (signal) => {
    const tokens = accounts.tokens(account);
    const lookBy = async (token: string) => ({
      token,
      ...(await findOtherService(clients, account, token, signal)),
    });
    const token = await tokens.token(signal);
    found = await lookBy(token).catch((error: unknown) => {
      if (isRefusal(error)) return undefined;
      throw error;
    });
    if (found !== undefined && !isRefusal(found.failure)) return;
    // The account may be able to get another one.
    const other = await tokens.replacement(token, signal);
    if (other !== undefined || found === undefined) found = await lookBy(other ?? token);
  });
  if (found === undefined) return undefined;
  if (found.place !== undefined) return found.place;
  const id = accountProject(account);
  const question = {
    back: false,
    title: switchServiceTexts.title(otherServiceOf(account), account.label),
    token: {
      token: found.token,
      trust: trustOf(account),
      project: id === undefined ? undefined : { id, name: '' },
    },
    box: 'endpointOfGiven',
  } as const;
  const answer = await askWhere(context, question, found, found.suggestion);
  return answer === 'back' ? undefined : answer.value;
}

/** Whether a service says that the token is none, or not one any more. */
function isRefusal(failure: unknown): boolean {
  return failure instanceof ApiError && ['unauthorized', 'identityUnauthorized'].includes(failure.kind);
}

/** It may have been changed while a question stood. */
async function moveTo(
  { accounts, ...context }: CommandContext,
  id: string,
  place: ImagesAddress,
): Promise<void> {
  const account = accounts.get(id);
  if (account === undefined) return;
  const { same } = knownAccounts(accounts.all, { base: place.base, tenant: account.tenant });
  if (same?.id === id) {
    tell('information', switchServiceTexts.same(account.label));
    return;
  }
  if (same !== undefined) {
    tell('warning', switchServiceTexts.taken(account.label, same.label));
    return;
  }
  if (!(await accounts.move(id, place))) {
    tellRemoved(account);
    return;
  }
  const words = switchServiceTexts.moved(place.service ?? 'compute', account.label);
  window.setStatusBarMessage(words, 6000);
  await showImages({ accounts, ...context }, account);
}
