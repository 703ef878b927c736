import { env, l10n, QuickPickItemKind } from 'vscode';
import { PastedText } from '../../api/pasted/pastedText';
import type { Account } from '../../auth/account';
import { LONGEST } from '../../base/longest';
import { Canceled } from '../../base/canceled';
import { foreignText } from '../../text/foreignText';
import { plainLabel } from '../../text/plainLabel';
import { askValue } from '../askValue';
import type { ValueItem } from '../valueItem';
import type { AccountContext } from '../context';
import { answerOf, type Choice, type FirstAnswer } from './firstAnswer';
import { foundClouds, userEnvironment } from './foundClouds';
import { pastedItem } from './pastedItems';

/** What was pasted as the answer, for who comes back to this question; its secrets are shown as marks. */
export interface FirstPaste {
  last: PastedText | undefined;
}

type FirstRow = Choice | { readonly kind: 'clipboard' };

const CLIPBOARD: FirstRow = { kind: 'clipboard' };

/** Asks how to sign in: by one of the methods, or by whatever is pasted. @throws {Canceled} when given up */
export async function askFirst(context: AccountContext, paste: FirstPaste): Promise<FirstAnswer> {
  const environment = userEnvironment();
  const box = paste.last ?? new PastedText();
  const again = context.accounts.all.filter(({ signedIn }) => !signedIn).map(renewItem);
  const rows = async () => [
    ...again,
    ...(await foundClouds(environment)).map(({ value, ...row }): ValueItem<FirstRow> => ({
      ...row,
      ...(value !== undefined && { value: { kind: 'chosen', chosen: value } }),
    })),
    ...methodItems(),
  ];
  const hint = l10n.t('Type a part of a row, or paste an endpoint, curl command, token or openrc.');
  const answer = await askValue<FirstRow, FirstAnswer>({
    back: false,
    title: l10n.t('Sign In to ConoHa or OpenStack'),
    placeholder: l10n.t('Select a method, or paste an endpoint, curl command, token or openrc'),
    items: rows(),
    renew: rows,
    hint,
    other: {
      text: paste.last?.text,
      longest: LONGEST.answer,
      item: (typed) => rowOfPasted(box, typed),
      first: false,
      instead: {
        value: CLIPBOARD,
        words: l10n.t('Too long for this box. Press Enter to read it from the clipboard.'),
      },
    },
    onType: (pick, typed) => {
      const shown = box.shown(typed);
      if (shown !== typed) pick.value = shown;
    },
    read: async (row, signal) => {
      const source = row.kind === 'clipboard' ? new PastedText() : box;
      const choice = row.kind === 'clipboard' ? await clipboardChoice(source) : row;
      if (choice === undefined) return { problem: l10n.t('The clipboard has nothing to sign in with.') };
      const reading = await answerOf(context, choice, signal);
      if ('value' in reading) paste.last = choice.kind === 'pasted' ? source : undefined;
      return reading;
    },
  });
  if (answer === 'back') throw new Canceled();
  return answer.value;
}

/** For a text that the editor's list cannot hold, or that somebody has copied. */
async function clipboardChoice(source: PastedText): Promise<Choice | undefined> {
  const pasted = source.read(source.shown(await env.clipboard.readText()));
  return pasted && { kind: 'pasted', pasted };
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

function methodItems(): readonly ValueItem<FirstRow>[] {
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
    {
      label: `$(clippy) ${l10n.t('Read from the clipboard')}`,
      description: l10n.t('Also what is too long to be pasted here'),
      value: CLIPBOARD,
    },
  ];
}

function rowOfPasted(text: PastedText, typed: string): ValueItem<Choice> | undefined {
  const pasted = text.read(typed);
  if (pasted === undefined) return undefined;
  const { value, ...row } = pastedItem(pasted);
  return value === undefined ? row : { ...row, value: { kind: 'pasted', pasted: value } };
}
