import { l10n } from 'vscode';
import { trustOf } from '../../api/http/trust';
import { LONGEST } from '../../base/longest';
import type { Account } from '../../auth/account';
import { tokenLife } from '../../auth/tokenLife';
import { withSecret } from '../../auth/withSecret';
import { foreignText } from '../../text/foreignText';
import { askText } from '../ask';
import type { AccountContext } from '../context';
import { obtainToken, type Obtained } from './obtainToken';
import { proveToken } from './prove';
import { showImages } from './showImages';
import { askToken } from './tokenMethod';

/** Asks for the secret alone, a token or the password: endpoint, tenant and user stay. */
export async function renewToken(context: AccountContext, account: Account): Promise<void> {
  const done =
    account.way.kind === 'token' ? await giveToken(context, account) : await givePassword(context, account);
  if (done) await showImages(context, account);
}

async function giveToken(context: AccountContext, { id, base, label, ...trust }: Account): Promise<boolean> {
  const title = l10n.t('New token for “{0}”', foreignText(label));
  const answer = await askToken(context, base, { title, value: '', trust: trustOf(trust) });
  if (answer === undefined || answer === 'back') return false;
  const { token, expires } = answer.token;
  await context.accounts.updateToken(id, token, expires);
  return true;
}

async function givePassword(context: AccountContext, account: Account): Promise<boolean> {
  const obtained = await askPassword(context, account);
  if (obtained === undefined) return false;
  const { way, credential, token } = obtained;
  const renewal = account.renews ? { identity: way.identity, credential } : undefined;
  const secret = { token, ...tokenLife(obtained, Date.now()), renewal };
  await context.accounts.signIn({ ...account, way, secret });
  return true;
}

async function askPassword(
  context: AccountContext,
  { base, label, way, ...account }: Account,
): Promise<Obtained | undefined> {
  if (way.kind === 'token') return undefined;
  const { identity, version, who } = way;
  const trust = trustOf(account);
  let obtained: Obtained | undefined;
  await askText({
    title: l10n.t('Sign in again to “{0}”', foreignText(label)),
    placeholder:
      way.kind === 'password' ? l10n.t('Password') : l10n.t('Secret of the application credential'),
    prompt: l10n.t('It is sent to {0} only', new URL(identity).host),
    value: '',
    password: true,
    longest: LONGEST.password,
    back: false,
    problem: async (secret, signal) => {
      if (secret === '') return l10n.t('This is needed.');
      const wish = {
        identity,
        version,
        credentials: [withSecret(who, secret)],
        isStored: true,
        trust,
      } as const;
      const result = await obtainToken(context, wish, signal);
      if (typeof result === 'string') return result;
      const problem = await proveToken(context, base, result.token, signal, trust);
      if (problem === undefined) obtained = result;
      return problem;
    },
  });
  return obtained;
}
