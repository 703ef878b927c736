import { l10n } from 'vscode';
import type { Account } from '../../auth/account';
import { foreignText } from '../../text/foreignText';
import { accountIdIn } from '../../tree/rows';
import type { AccountContext } from '../context';
import { showView } from '../showView';
import { accountOf } from './afterToken';
import { askCloudAccount } from './cloudAccount';
import type { OtherWay } from './endpointStep';
import { askIdentityWay, CLOUDS, identityWays } from './identityMethods';
import { showImages } from './showImages';
import type { Signed } from './signed';
import { renewToken } from './renewToken';
import { askTokenWay } from './tokenMethod';

const AGAIN = 'again:';

/** Signs in: to the account of a row, or to a new one, or to one that is known by its endpoint and tenant. */
export async function signIn(context: AccountContext, row?: unknown): Promise<void> {
  const { accounts } = context;
  const fromRow = accounts.get(accountIdIn(row) ?? '');
  if (fromRow !== undefined) return renewToken(context, fromRow);
  const signed = await askAccount(context);
  if (signed === undefined) return;
  if ('again' in signed) return renewToken(context, signed.again);
  const { account, replaces } = signed;
  const label = accounts.known(account.base)?.label ?? account.label;
  const added = await accounts.signIn({ ...account, label });
  if (replaces !== undefined) await accounts.remove(replaces);
  await showView(context);
  await showImages(context, added);
}

/** The first question takes an endpoint, a whole curl command, or leads to the other ways. */
async function askAccount(
  context: AccountContext,
): Promise<Signed | { readonly again: Account } | undefined> {
  const { accounts } = context;
  for (;;) {
    const ways = { again: waysAgain(accounts.all), others: identityWays() };
    const given = await askTokenWay(context, firstAnswer(accounts.all), ways);
    if (given === undefined || 'account' in given) return given;
    const again = accounts.get(given.id.slice(AGAIN.length));
    if (again !== undefined) return { again };
    const signed = given.id === CLOUDS ? await askCloudAccount(context) : await askByIdentity(context, given);
    if (signed !== 'back') return signed;
  }
}

async function askByIdentity(context: AccountContext, way: OtherWay): Promise<Signed | 'back' | undefined> {
  const known = await askIdentityWay(context, way);
  if (known === undefined || known === 'back') return known;
  const account = accountOf(known);
  return account && { account, replaces: known.replaces };
}

/** For these only the password or secret is asked for. */
function waysAgain(all: readonly Account[]): readonly OtherWay[] {
  return all
    .filter(({ way, signedIn }) => !signedIn && way.kind !== 'token')
    .map(({ id, label, base }) => ({
      id: `${AGAIN}${id}`,
      label: l10n.t('Sign in again to “{0}”', foreignText(label)),
      description: base,
    }));
}

/** Whoever signed out of the only account most likely wants to sign in to it again. */
function firstAnswer([only, ...others]: readonly Account[]): string | undefined {
  if (only === undefined || others.length > 0 || only.signedIn) return undefined;
  return only.way.kind === 'token' ? only.base : `${AGAIN}${only.id}`;
}
