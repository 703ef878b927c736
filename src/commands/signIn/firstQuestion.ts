import { l10n, QuickPickItemKind } from 'vscode';
import { PastedText } from '../../api/pasted/pastedText';
import type { Account } from '../../auth/account';
import { LONGEST } from '../../base/longest';
import { Canceled } from '../../base/canceled';
import { foreignText } from '../../text/foreignText';
import { plainLabel } from '../../text/plainLabel';
import { askValue, type ValueItem } from '../askValue';
import type { AccountContext } from '../context';
import { answerOf, type Choice, type FirstAnswer } from './firstAnswer';
import { foundClouds, userEnvironment } from './foundClouds';
import { pastedItem } from './pastedItems';

/** Asks how to sign in: by one of the methods, or by whatever is pasted. @throws {Canceled} when given up */
export async function askFirst(context: AccountContext): Promise<FirstAnswer> {
  const pasted = new PastedText();
  const environment = userEnvironment();
  const again = context.accounts.all.filter(({ signedIn }) => !signedIn).map(renewItem);
  const items = foundClouds(environment).then((rows) => [
    ...again,
    ...rows.map(({ value, ...row }): ValueItem<Choice> => ({
      ...row,
      ...(value !== undefined && { value: { kind: 'chosen', chosen: value } }),
    })),
    ...methodItems(),
  ]);
  const answer = await askValue<Choice, FirstAnswer>({
    back: false,
    title: l10n.t('Sign In to ConoHa or OpenStack'),
    placeholder: l10n.t('Select a method, or paste an endpoint, curl command, token or openrc'),
    items,
    other: {
      longest: LONGEST.command,
      item: (typed) => rowOfPasted(pasted, typed),
      first: false,
    },
    onType: (pick, typed) => {
      const shown = pasted.shown(typed);
      if (shown !== typed) pick.value = shown;
    },
    read: (choice, signal) => answerOf(context, choice, signal),
  });
  if (answer === 'back') throw new Canceled();
  return answer.value;
}

/** For these only the password or token is asked for. */
function renewItem(account: Account): ValueItem<Choice> {
  const label = l10n.t('Sign in again to “{0}”', foreignText(account.label));
  return {
    label: `$(account) ${plainLabel(label)}`,
    description: plainLabel(account.base),
    value: { kind: 'renew', account },
  };
}

function methodItems(): readonly ValueItem<Choice>[] {
  return [
    { label: l10n.t('Sign-in methods'), kind: QuickPickItemKind.Separator },
    {
      label: `$(key) ${l10n.t('ConoHa API user and password…')}`,
      description: l10n.t('Recommended: renews the token for you'),
      value: { kind: 'password', method: 'conoha' },
    },
    {
      label: `$(server-environment) ${l10n.t('OpenStack user and password…')}`,
      description: l10n.t('Identity v3 or v2.0'),
      value: { kind: 'password', method: 'openstack' },
    },
    {
      label: `$(shield) ${l10n.t('Application credential…')}`,
      description: l10n.t('Identity v3'),
      value: { kind: 'password', method: 'applicationCredential' },
    },
    {
      label: `$(folder-opened) ${l10n.t('From a file…')}`,
      description: l10n.t('clouds.yaml or openrc'),
      value: { kind: 'file' },
    },
    {
      label: `$(symbol-string) ${l10n.t('Token and endpoint…')}`,
      description: l10n.t('Ends with the token, usually after 24 hours'),
      value: { kind: 'token', given: {} },
    },
  ];
}

function rowOfPasted(text: PastedText, typed: string): ValueItem<Choice> | undefined {
  const pasted = text.read(typed);
  if (pasted === undefined) return undefined;
  const { value, ...row } = pastedItem(pasted);
  return value === undefined ? row : { ...row, value: { kind: 'pasted', pasted: value } };
}
