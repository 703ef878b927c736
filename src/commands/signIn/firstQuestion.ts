import { env, QuickPickItemKind } from 'vscode';
import { chooseService } from '../../api/images/serviceChoice';
import { PastedText } from '../../api/pasted/pastedText';
import type { Pasted } from '../../api/pasted/readPasted';
import { endedAt } from '../../api/pasted/pastedToken';
import type { TokenText } from '../../api/pasted/tokenText';
import type { Account } from '../../auth/account';
import type { UserEnvironment } from '../../auth/clouds/cloudsPlaces';
import { isEmailAddress } from '../../auth/typedName';
import { inTime } from '../../base/inTime';
import * as LONGEST from '../../base/longestText';
import { Canceled } from '../../base/canceled';
import { addressText, hostText } from '../../text/describePlace';
import { pastedLabel } from '../../text/describeSignIn';
import { expiredText } from '../../text/describeToken';
import { firstQuestionTexts, methodTexts, type MethodTexts } from '../../text/firstQuestionTexts';
import { plainLabel } from '../../text/plainLabel';
import type { Reading } from '../ask';
import { askValue } from '../askValue';
import { holds, problemItem, type ValueItem } from '../valueItem';
import type { AccountContext } from '../context';
import { answerOf, pastedChoice, type Choice, type FirstAnswer, type UsableButOpenrc } from './firstAnswer';
import {
  cloudRows,
  foundClouds,
  usableOf,
  userEnvironment,
  type CloudOutcome,
  type CloudRow,
} from './foundClouds';

/** What was pasted as the answer, for who comes back to this question; its secrets are shown as marks. */
export interface FirstPaste {
  last: PastedText | undefined;
}

/** Asks how to sign in: by one of the methods, or by whatever is pasted. @throws {Canceled} when given up */
export async function askFirst(context: AccountContext, paste: FirstPaste): Promise<FirstAnswer> {
  const environment = userEnvironment();
  const box = paste.last ?? new PastedText();
  const again = context.accounts.all.filter(({ signedIn }) => !signedIn).map(renewItem);
  let listed: readonly ValueItem<Choice>[] = [...again, ...methodItems()];
  const rows = async () => {
    const clouds = (await cloudsInTime(environment, context)).map(({ value, ...row }): ValueItem<Choice> => ({
      ...row,
      ...(value !== undefined && { value: { kind: 'chosen', chosen: value } }),
    }));
    return (listed = [...again, ...clouds, ...methodItems()]);
  };
  const hint = firstQuestionTexts.hint();
  const answer = await askValue<Choice, FirstAnswer>({
    back: false,
    title: firstQuestionTexts.title(),
    placeholder: firstQuestionTexts.placeholder(),
    items: listed,
    more: rows(),
    renew: rows,
    hint,
    other: {
      text: paste.last?.text,
      longest: LONGEST.answer,
      item: (typed) => rowOfPasted(box, typed, listed),
      first: false,
      instead: {
        words: firstQuestionTexts.tooLong(),
        read: () => fromClipboard(box),
      },
    },
    onType: (pick, typed) => {
      const shown = box.shown(typed);
      if (shown !== typed) pick.value = shown;
    },
    read: async (choice, signal) => {
      const reading = await answerOf(context, choice, signal);
      if ('value' in reading)
        paste.last = choice.kind === 'pasted' || choice.kind === 'pastedOpenrc' ? box : undefined;
      return reading;
    },
  });
  if (answer === 'back') throw new Canceled();
  return answer.value;
}

/** The most milliseconds that are waited for files: they may be on another computer, which does not answer. */
const LONGEST_WAIT_MS = 5000;

async function cloudsInTime(
  environment: UserEnvironment,
  { extensionKind }: AccountContext,
): Promise<readonly CloudRow[]> {
  return (
    (await inTime(foundClouds(environment, extensionKind), LONGEST_WAIT_MS)) ?? [problemItem('slowClouds')]
  );
}

/** Takes a text that the editor's list cannot hold, or that somebody has copied. @returns what the box shows of it */
async function fromClipboard(box: PastedText): Promise<Reading<string>> {
  const text = await env.clipboard.readText();
  const trial = new PastedText();
  // What is nothing to sign in with, such as a password alone, is shown to nobody.
  if (trial.read(trial.shown(text)) === undefined) {
    return { problem: 'emptyClipboard' };
  }
  const shown = box.shown(text);
  // The box has one line.
  return { value: /[\r\n]/.test(shown) ? box.shown(text.replace(/\r\n|[\r\n]/g, ' ')) : shown };
}

/** For these only the password or token is asked for. */
function renewItem(account: Account): ValueItem<Choice> {
  return {
    label: `$(account) ${plainLabel(firstQuestionTexts.again(account.label))}`,
    description: plainLabel(account.base),
    value: { kind: 'renew', account },
  };
}

function methodItems(): readonly ValueItem<Choice>[] {
  const credential = { kind: 'password', method: 'applicationCredential' } as const;
  return [
    { label: firstQuestionTexts.methods(), kind: QuickPickItemKind.Separator },
    { ...methodRow('key', methodTexts.conoha()), value: { kind: 'password', method: 'conoha' } },
    {
      ...methodRow('server-environment', methodTexts.openstack()),
      value: { kind: 'password', method: 'openstack' },
    },
    { ...methodRow('shield', methodTexts.applicationCredential()), value: credential },
    { ...methodRow('folder-opened', methodTexts.file()), value: { kind: 'file' } },
    { ...methodRow('symbol-string', methodTexts.token()), value: { kind: 'token', given: {} } },
    { ...methodRow('clippy', methodTexts.clipboard()), instead: true },
  ];
}

function methodRow(icon: string, { label, description }: MethodTexts): ValueItem<Choice> {
  return { label: `$(${icon}) ${label}`, description };
}

function rowOfPasted(
  text: PastedText,
  typed: string,
  listed: readonly ValueItem<Choice>[],
): ValueItem<Choice> | undefined {
  // Accounts and clouds may be called so.
  if (isEmailAddress(typed)) {
    return listed.some((row) => holds(row, typed)) ? undefined : problemItem('emailAnywhere');
  }
  const pasted = text.read(typed);
  return pasted === undefined ? undefined : pastedItem(pasted);
}

/** The row for what was pasted: what it is taken for, and where that goes, or why it cannot be used. */
function pastedItem(pasted: Pasted): ValueItem<Choice> {
  if ('problem' in pasted) return problemItem({ kind: 'pasted', pasted });
  const value = pastedChoice(pasted);
  const about = value.kind === 'pastedOpenrc' ? aboutOpenrc(value.clouds) : aboutPasted(value.pasted);
  return { label: pastedLabel(pasted), value, alwaysShow: true, ...about };
}

function aboutPasted(pasted: UsableButOpenrc): Partial<ValueItem<Choice>> {
  switch (pasted.kind) {
    case 'token': {
      const ended = endedAt(pasted);
      return { description: tokenPlace(pasted), detail: ended === undefined ? ended : expiredText(ended) };
    }
    case 'bareToken':
      return { description: firstQuestionTexts.endpointNext() };
    case 'curl':
      return { description: plainLabel(addressText(pasted.request.address)) };
    case 'endpoint':
    case 'identity':
      return { description: plainLabel(addressText(pasted.address)) };
  }
}

/** Where it would be sent at once comes before the name of its project. */
function tokenPlace({ endpoints = [], project }: TokenText): string {
  const choice = chooseService({ endpoints, project }, {});
  const hosts = 'problem' in choice ? [] : choice.candidates.map(({ url }) => hostText(url));
  return plainLabel([...new Set(hosts), ...(project === undefined ? [] : [project.name])].join(' · '));
}

/** What its rows would say, were it a file: why none of its clouds can be used, or where they are and what of them is not honoured. */
function aboutOpenrc(clouds: readonly CloudOutcome[]): Partial<ValueItem<Choice>> {
  const outcomes = clouds.map(usableOf);
  const usable = outcomes.flatMap((cloud) => ('problem' in cloud ? [] : [cloud]));
  const [first] = outcomes;
  if (usable.length === 0 && first !== undefined && 'problem' in first) {
    return { ...problemItem({ kind: 'cloud', problem: first, spelling: 'variables' }), value: undefined };
  }
  const places = new Set(usable.map(({ authUrl }) => addressText(authUrl)));
  return {
    description: plainLabel([...places].join(' · ')),
    detail: cloudRows(clouds).find(({ value }) => value !== undefined)?.detail,
  };
}
