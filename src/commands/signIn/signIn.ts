import { window } from 'vscode';
import { trustOf } from '../../api/http/trust';
import { accountProject, type Account, type SignInMethod } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import { isSameUser } from '../../auth/isSameUser';
import { knownAccounts } from '../../auth/knownAccounts';
import { withTrialTokens, type TrialTokens } from '../../auth/trialTokens';
import { Canceled } from '../../base/canceled';
import { present } from '../../base/fields';
import { otherUserQuestion, projectText } from '../../text/describeKnownAccount';
import { plainLabel } from '../../text/plainLabel';
import { signedInTexts } from '../../text/signedInTexts';
import { tokenQuestionTexts } from '../../text/tokenQuestionTexts';
import { accountIdIn } from '../../tree/rows';
import type { AccountContext } from '../context';
import { pickOne } from '../pick';
import { renewToken, tellRemoved } from './renewToken';
import { showImages } from '../showImages';
import { showView } from '../showView';
import { askWhere } from './afterToken';
import { askCloudAccount, askFile, askRegion } from './cloudMethod';
import { accountOfToken, type FirstAnswer } from './firstAnswer';
import { askFirst, type FirstPaste } from './firstQuestion';
import { askPasswordAccount } from './passwordMethod';
import { askTokenAccount } from './tokenMethod';

/** Signs in: to the account of a row, to a new one, or again to one that is known by its endpoint and tenant. */
export async function signIn(context: AccountContext, row?: unknown): Promise<void> {
  const { accounts, clients } = context;
  const fromRow = accounts.get(accountIdIn(row) ?? '');
  if (fromRow !== undefined) return renewToken(context, fromRow);
  await withTrialTokens(clients, accounts.closed, (trial) => signInAnew(context, trial));
}

/** Of the tokens that are obtained by that one is kept at most. */
async function signInAnew(context: AccountContext, trial: TrialTokens): Promise<void> {
  const { accounts } = context;
  const answer = await askAccount({ ...context, clients: trial.clients });
  if ('renew' in answer) return renewToken(context, answer.renew);
  const known = await knownAccount(context, answer);
  if (known !== undefined && known.method.kind !== 'token' && answer.method.kind === 'token') {
    return useToken(context, known, answer);
  }
  if (known !== undefined && !(await agreesToUser(known, answer.method))) return;
  const label = known?.label ?? answer.label;
  // Which project a token is for may have been said instead.
  const { tenant } = accountProject(answer) === undefined && known !== undefined ? known : answer;
  const account = await accounts.signIn({ ...answer, label, tenant }, known?.id);
  trial.keep(answer.secret.token);
  if (known?.signedIn === true) {
    window.setStatusBarMessage(signedInTexts.alreadySignedIn(label), 6000);
  }
  await showView(context, account);
  await showImages(context, account);
}

/**
 * The account that is signed in to. Where an address is that of several projects, and it is not known of which one this
 * is, a person says so.
 * @returns `undefined` for a new one
 * @throws {Canceled} when given up
 */
async function knownAccount({ accounts }: AccountContext, answer: NewAccount): Promise<Account | undefined> {
  const { same, perhaps } = knownAccounts(accounts.all, answer);
  if (perhaps.length === 0) return same;
  const rows = perhaps.map((account) => ({
    label: `$(account) ${plainLabel(account.label)}`,
    description: projectText(account),
    account,
  }));
  const another = { label: `$(add) ${signedInTexts.addAnother()}`, account: undefined };
  const chosen = await pickOne([...rows, another], {
    title: signedInTexts.whichProject(),
    placeHolder: signedInTexts.projectNotKnown(),
  });
  if (chosen === undefined) throw new Canceled();
  return chosen.account;
}

/** Nobody's password is deleted for that of another user unless a person wants that. */
async function agreesToUser(account: Account, method: SignInMethod): Promise<boolean> {
  const { method: before } = account;
  if (before.kind === 'token' || method.kind === 'token' || isSameUser(before.who, method.who)) return true;
  const goOn = signedInTexts.signIn();
  const { message, detail } = otherUserQuestion(account, method);
  return (await window.showWarningMessage(message, { modal: true, detail }, goOn)) === goOn;
}

/**
 * A token alone takes nobody's password away: the account goes on with that once the token has ended. What its identity
 * service is known by stays, unless the token was proved by something else.
 */
async function useToken(context: AccountContext, account: Account, answer: NewAccount): Promise<void> {
  const { token, expires } = answer.secret;
  const facts = { expires, tenant: accountProject(answer), trust: present(trustOf(answer)) };
  if (!(await context.accounts.updateToken(account.id, token, facts))) {
    tellRemoved(account);
    return;
  }
  await context.accounts.setActive(account.id);
  window.setStatusBarMessage(signedInTexts.usesToken(account.label), 6000);
  await showView(context, account);
  await showImages(context, account);
}

/** Goes back to the first question from the others. @throws {Canceled} when given up */
async function askAccount(context: AccountContext): Promise<NewAccount | { readonly renew: Account }> {
  const paste: FirstPaste = { last: undefined };
  for (;;) {
    const answer = await askFirst(context, paste);
    if (answer.kind === 'renew') return { renew: answer.account };
    const account = await askRest(context, answer);
    if (account !== 'back') return account;
  }
}

async function askRest(
  context: AccountContext,
  answer: Exclude<FirstAnswer, { kind: 'renew' }>,
): Promise<NewAccount | 'back'> {
  switch (answer.kind) {
    case 'account':
      return answer.account;
    case 'password':
      return askPasswordAccount(context, answer.method, answer.identity);
    case 'token':
      return askTokenAccount(context, answer.given);
    case 'pastedToken': {
      const { token, choice } = answer;
      const title = tokenQuestionTexts.title();
      const box = 'endpointOfGiven';
      const question = { step: 2, totalSteps: 2, back: true, title, token, box } as const;
      const where = await askWhere(context, question, choice, undefined);
      return where === 'back' ? where : accountOfToken(where.value, token);
    }
    case 'cloud':
      return askCloudAccount(context, answer);
    case 'openrc':
      return askRegion(context, answer.clouds, (chosen) => askRest(context, chosen));
    case 'file':
      return askFile(context, (chosen) => askRest(context, chosen));
  }
}
