import { commands, l10n, window } from 'vscode';
import { defaultLabel, type Account } from '../../auth/account';
import type { CommandContext } from '../context';
import { askTokenWay } from './tokenWay';

/** Signs in to an account: a new one, or one that is known by its endpoint and tenant. */
export async function signIn(context: CommandContext): Promise<void> {
  const given = await askTokenWay(context, 0);
  if (given === undefined || given === 'back') return;
  const { base, tenant, token } = given;
  const known = context.accounts.known(base);
  const replaced = known === undefined ? await askReplace(context) : undefined;
  if (replaced === 'cancel') return;
  const account = await context.accounts.signIn({
    base,
    tenant,
    label: known?.label ?? defaultLabel(base, tenant),
    way: { kind: 'token' },
    secret: { token },
  });
  if (replaced !== undefined) await context.accounts.remove(replaced.id);
  await show(context, account);
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

async function show({ sessions, log }: CommandContext, account: Account): Promise<void> {
  await commands.executeCommand('conohaImages.images.focus');
  // What failed with an older token is asked for again.
  const session = sessions.of(account);
  if (session?.images.catalog.failure !== undefined) {
    await session.images.catalog.refresh().catch((error: unknown) => log.error(String(error)));
  }
}
