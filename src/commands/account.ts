import { commands, env, ThemeIcon, window, type QuickPickItem } from 'vscode';
import { isVisible } from '../base/visible';
import * as LONGEST from '../base/longestText';
import type { Account } from '../auth/account';
import { accountIdIn } from '../tree/rows';
import { accountDetails, type AccountDetail } from '../text/describeAccount';
import { removeDetail, signedOutText, signOutDetail } from '../text/describeSignOut';
import { storageDetail } from '../text/describeStorage';
import { foreignText } from '../text/foreignText';
import { plainLabel } from '../text/plainLabel';
import { accountCommandTexts, type AccountQuestion } from '../text/accountCommandTexts';
import { askText } from './askText';
import type { AccountContext } from './context';
import { pickOne } from './pick';
import { showView } from './showView';
import { renewToken } from './signIn/renewToken';

/** Forgets an account’s token and cached list, once that was confirmed; its name and endpoint stay. @param row id of an account’s row */
export async function signOut(context: AccountContext, row?: unknown): Promise<void> {
  const account = await targetAccount(context, row, accountCommandTexts.toSignOut);
  if (account === undefined) return;
  const out = accountCommandTexts.signOut();
  const answer = await window.showWarningMessage(
    accountCommandTexts.askToSignOut(foreignText(account.label)),
    { modal: true, detail: signOutDetail(account) },
    out,
  );
  if (answer !== out) return;
  const ended = await context.accounts.signOut(account.id);
  window.setStatusBarMessage(signedOutText(account, ended), 6000);
}

/** Removes an account with all that belongs to it, once that was confirmed. @param row as for `signOut` */
export async function removeAccount(context: AccountContext, row?: unknown): Promise<void> {
  const account = await targetAccount(context, row, accountCommandTexts.toRemove);
  if (account === undefined) return;
  const remove = accountCommandTexts.remove();
  const answer = await window.showWarningMessage(
    accountCommandTexts.askToRemove(foreignText(account.label)),
    {
      modal: true,
      detail: removeDetail(account),
    },
    remove,
  );
  if (answer === remove) await context.accounts.remove(account.id);
}

/** Asks what an account is to be called. @param row as for `signOut` */
export async function renameAccount(context: AccountContext, row?: unknown): Promise<void> {
  const account = await targetAccount(context, row, accountCommandTexts.toRename);
  if (account === undefined) return;
  const answer = await askText<string>({
    title: accountCommandTexts.toRename.title(),
    placeholder: accountCommandTexts.name(),
    text: account.label,
    longest: LONGEST.label,
    back: false,
    read: (text) => (isVisible(text) ? { value: text.trim() } : { problem: 'noLabel' }),
  });
  if (answer !== 'back') await context.accounts.rename(account.id, answer.value);
}

/** Makes an account the active one and shows the view. @param row as for `signOut` */
export async function switchAccount(context: AccountContext, row?: unknown): Promise<void> {
  const { all } = context.accounts;
  if (all.length === 0) return commands.executeCommand('conohaImages.signIn');
  const account =
    context.accounts.get(accountIdIn(row) ?? '') ??
    (await pickAccount(context, accountCommandTexts.toSwitch));
  if (account === undefined) return;
  await context.accounts.setActive(account.id);
  await showView(context);
}

/** Asks for the token alone, or for the password that gets one: the rest stays. */
export async function updateToken(context: AccountContext, row?: unknown): Promise<void> {
  const account = await targetAccount(context, row, accountCommandTexts.toUpdate);
  if (account !== undefined) await renewToken(context, account);
}

/** Shows what is known of an account, without secrets, and copies of it what is chosen; asks for its storage where its service tells that. @param row as for `signOut` */
export async function showAccount(context: AccountContext, row?: unknown): Promise<void> {
  const account = await targetAccount(context, row, accountCommandTexts.toShow);
  if (account === undefined) return;
  const images = context.sessions.of(account.id)?.images;
  const options = { title: foreignText(account.label), placeHolder: accountCommandTexts.about() };
  const chosen = await pickOne(accountDetails(account).map(detailItem), options, async (closed) => {
    const storage = images && (await storageDetail(images, closed));
    return storage === undefined ? [] : [detailItem(storage)];
  });
  const copied = chosen?.copied;
  if (copied === undefined) return;
  await env.clipboard.writeText(copied);
  window.setStatusBarMessage(`$(copy) ${accountCommandTexts.copied(chosen?.label ?? '')}`, 4000);
}

/** A fact of an account; what it is copied as has a sign that says so. */
interface DetailItem extends QuickPickItem {
  readonly copied?: string;
}

function detailItem({ name, value, copied }: AccountDetail): DetailItem {
  const item = { label: name, description: plainLabel(value) };
  return copied === undefined ? item : { ...item, copied, iconPath: new ThemeIcon('copy') };
}

/** The row's account, the only one, or the one the user picks. `undefined` where there is none, or none was picked. */
export async function targetAccount(
  context: AccountContext,
  row: unknown,
  question: AccountQuestion,
): Promise<Account | undefined> {
  const { accounts } = context;
  const accountId = accountIdIn(row);
  if (accountId !== undefined) return accounts.get(accountId);
  if (accounts.all.length === 0) {
    await commands.executeCommand('conohaImages.signIn');
    return undefined;
  }
  return accounts.all.length === 1 ? accounts.active : pickAccount(context, question);
}

/** The active account stands first, where Enter takes it: nobody removes another one by habit. */
async function pickAccount(
  { accounts }: AccountContext,
  { title, select }: AccountQuestion,
): Promise<Account | undefined> {
  const isActive = ({ id }: Account): boolean => id === accounts.active?.id;
  const items = accounts.all
    .toSorted((a, b) => Number(isActive(b)) - Number(isActive(a)))
    .map((account) => ({
      label: plainLabel(account.label),
      description: plainLabel(account.base),
      detail: isActive(account) ? accountCommandTexts.active() : undefined,
      account,
    }));
  return (await pickOne(items, { title: title(), placeHolder: select(), matchOnDescription: true }))?.account;
}
