import { commands, l10n, window } from 'vscode';
import { defaultLabel, type Account } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import type { CommandContext } from '../context';
import { accountOf } from './accountOf';
import { askCloudAccount } from './cloudAccount';
import { askIdentityWay, CLOUDS, identityWays } from './identityWays';
import { askTokenWay } from './tokenWay';

/** Signs in to an account: a new one, or one that is known by its endpoint and tenant. */
export async function signIn(context: CommandContext): Promise<void> {
  const account = await askAccount(context);
  if (account === undefined) return;
  const known = context.accounts.known(account.base);
  const replaced = known === undefined ? await askReplace(context) : undefined;
  if (replaced === 'cancel') return;
  const added = await context.accounts.signIn({ ...account, label: known?.label ?? account.label });
  if (replaced !== undefined) await context.accounts.remove(replaced.id);
  await show(context, added);
}

/** The first question takes an endpoint, a whole curl command, or leads to the other ways. */
async function askAccount(context: CommandContext): Promise<NewAccount | undefined> {
  for (;;) {
    const given = await askTokenWay(context, identityWays());
    if (given === undefined) return undefined;
    if (!('id' in given)) {
      const { base, tenant, token } = given;
      return {
        base,
        tenant,
        label: defaultLabel(base, tenant),
        way: { kind: 'token' },
        renews: false,
        secret: { token },
      };
    }
    if (given.id === CLOUDS) return askCloudAccount(context);
    const obtained = await askIdentityWay(context, given);
    if (obtained === 'back') continue;
    return obtained === undefined ? undefined : accountOf(context, obtained, {});
  }
}

/** With one account already there, the new one may stand beside it or in its place. */
async function askReplace({ accounts }: CommandContext): Promise<Account | 'cancel' | undefined> {
  const [only, ...others] = accounts.all;
  if (only === undefined || others.length > 0) return undefined;
  const add = { label: l10n.t('Add it beside “{0}”', only.label), replace: false };
  const replace = { label: l10n.t('Replace “{0}”', only.label), replace: true };
  const picked = await window.showQuickPick([add, replace], {
    placeHolder: l10n.t('Another account is there already'),
    ignoreFocusOut: true,
  });
  if (picked === undefined) return 'cancel';
  return picked.replace ? only : undefined;
}

async function show({ sessions }: CommandContext, account: Account): Promise<void> {
  await commands.executeCommand('conohaImages.images.focus');
  // What failed with an older token is asked for again.
  const catalog = sessions.of(account)?.images.catalog;
  if (catalog?.failure !== undefined) await catalog.refresh();
}
