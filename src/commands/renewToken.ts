import { l10n } from 'vscode';
import { trustOf } from '../api/http/trust';
import type { Account, IdentityMethod } from '../auth/account';
import { obtainToken, proveImages, type Obtained } from '../auth/connect';
import { obtainedAccount } from '../auth/newAccount';
import { withSecret } from '../auth/withSecret';
import { LONGEST } from '../base/longest';
import { foreignText } from '../text/foreignText';
import { askText } from './askText';
import type { AccountContext } from './context';
import { showImages } from './showImages';
import { askToken } from './signIn/tokenMethod';

/** Asks for the secret alone, a token or the password: endpoint, tenant and user stay. */
export async function renewToken(context: AccountContext, account: Account): Promise<void> {
  if (account.method.kind === 'token') await giveToken(context, account);
  else await givePassword(context, account, account.method);
  await showImages(context, account);
}

async function giveToken(context: AccountContext, account: Account): Promise<void> {
  const title = l10n.t('New token for “{0}”', foreignText(account.label));
  const answer = await askToken(context, account, { title, text: '' });
  if (answer === 'back') return;
  const { token, expires } = answer.value;
  await context.accounts.updateToken(account.id, token, expires);
}

async function givePassword(
  { accounts, clients }: AccountContext,
  account: Account,
  { kind, identity, version, who }: IdentityMethod,
): Promise<void> {
  const { base, label } = account;
  const answer = await askText<Obtained>({
    title: l10n.t('Sign in again to “{0}”', foreignText(label)),
    placeholder: kind === 'password' ? l10n.t('Password') : l10n.t('Secret of the application credential'),
    prompt: l10n.t('Sent only to {0}', new URL(identity).host),
    text: '',
    password: true,
    longest: LONGEST.password,
    back: false,
    read: async (secret, signal) => {
      if (secret === '') return { problem: l10n.t('Required.') };
      const credentials = [withSecret(who, secret)] as const;
      const wish = { identity, version, credentials, isStored: true, trust: trustOf(account) };
      const obtained = await obtainToken(clients, wish, signal);
      await proveImages(clients, account, obtained.token, signal);
      return { value: obtained };
    },
  });
  // It may have been renamed or removed meanwhile.
  const present = accounts.get(account.id);
  if (answer === 'back' || present === undefined) return;
  const { method, secret } = obtainedAccount(answer.value, base, present.renews);
  await accounts.signIn({ ...present, method, secret });
}
