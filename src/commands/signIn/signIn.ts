import { l10n, window } from 'vscode';
import type { Account } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import { withTrialTokens, type TrialTokens } from '../../auth/trialTokens';
import { plainLabel } from '../../text/plainLabel';
import { accountIdIn } from '../../tree/rows';
import type { AccountContext } from '../context';
import { renewToken, tellRemoved } from '../renewToken';
import { showImages } from '../showImages';
import { showView } from '../showView';
import { askWhere } from './afterToken';
import { askCloudAccount } from './cloudMethod';
import { askFile, askRegion } from './fileMethod';
import { accountOfToken, type FirstAnswer } from './firstAnswer';
import { askFirst, type FirstPaste } from './firstQuestion';
import { askPasswordAccount } from './passwordMethod';
import { askTokenAccount } from './tokenMethod';

/** Signs in: to the account of a row, to a new one, or again to one that is known by its endpoint and tenant. */
export async function signIn(context: AccountContext, row?: unknown): Promise<void> {
  const { accounts } = context;
  const fromRow = accounts.get(accountIdIn(row) ?? '');
  if (fromRow !== undefined) return renewToken(context, fromRow);
  await withTrialTokens(context.clients, (trial) => signInAnew(context, trial));
}

/** Of the tokens that are obtained by that one is kept at most. */
async function signInAnew(context: AccountContext, trial: TrialTokens): Promise<void> {
  const { accounts } = context;
  const answer = await askAccount({ ...context, clients: trial.clients });
  if ('renew' in answer) return renewToken(context, answer.renew);
  const known = accounts.known(answer.base);
  if (known?.signedIn === true && known.method.kind !== 'token' && answer.method.kind === 'token') {
    return useToken(context, known, answer.secret);
  }
  const label = known?.label ?? answer.label;
  const account = await accounts.signIn({ ...answer, label });
  trial.keep(answer.secret.token);
  if (known?.signedIn === true) {
    const words = l10n.t('You were signed in to “{0}” already: it uses the new sign-in.', plainLabel(label));
    window.setStatusBarMessage(words, 6000);
  }
  await showView(context);
  await showImages(context, account);
}

/** A token alone takes nobody's password away: the account goes on with that once the token has ended. */
async function useToken(
  context: AccountContext,
  account: Account,
  { token, expires }: NewAccount['secret'],
): Promise<void> {
  if (!(await context.accounts.updateToken(account.id, token, expires))) return tellRemoved(account);
  const words = l10n.t(
    'You were signed in to “{0}” already: it uses this token, and keeps how it signs in.',
    plainLabel(account.label),
  );
  window.setStatusBarMessage(words, 6000);
  await showView(context);
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
      const title = l10n.t('Sign in with a token');
      const box = 'endpointOfGiven';
      const question = { step: 2, totalSteps: 2, back: true, title, token, box } as const;
      const where = await askWhere(context, question, choice, undefined);
      return where === 'back' ? where : accountOfToken(where.value, token);
    }
    case 'cloud':
      return askCloudAccount(context, answer.chosen, answer.connected);
    case 'openrc':
      return askRegion(context, answer.rows, (chosen) => askRest(context, chosen));
    case 'file':
      return askFile(context, (chosen) => askRest(context, chosen));
  }
}
