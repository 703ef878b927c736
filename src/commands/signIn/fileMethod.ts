import { l10n, window, type Uri } from 'vscode';
import type { UsableCloud } from '../../auth/clouds/cloud';
import { foreignText } from '../../text/foreignText';
import { askValue } from '../askValue';
import type { ValueQuestion } from '../valueQuestion';
import type { AccountContext } from '../context';
import { agreesToPlace, agreesToRest } from './cloudMethod';
import { chosenCloud, type CloudAnswer } from './firstAnswer';
import { rowsOfPicked, userEnvironment, type CloudRow } from './foundClouds';

/** What is asked of a cloud that was chosen; `back` leads to the list again. */
type Rest<T> = (chosen: CloudAnswer) => Promise<T | 'back'>;

/** Asks for a file, and for one of its clouds. @returns `back` where none was picked */
export async function askFile<T>(context: AccountContext, rest: Rest<T>): Promise<T | 'back'> {
  const title = l10n.t('Sign in from a file');
  const options = { title: l10n.t('Select clouds.yaml or an openrc file'), canSelectMany: false };
  const [uri] = (await window.showOpenDialog(options)) ?? [];
  if (uri === undefined) return 'back';
  const rows = () => rowsOfPicked(uri, userEnvironment(), context.extensionKind);
  const question = {
    title,
    placeholder: l10n.t('Select a cloud of {0}', placeOf(uri)),
    items: rows(),
    renew: rows,
    nothing: l10n.t('{0} has no clouds.', placeOf(uri)),
  };
  return askCloud(context, question, agreesToPlace, rest);
}

/** Asks for one of the clouds of a pasted `openrc`, whose addresses could be read as it was pasted. */
export async function askRegion<T>(
  context: AccountContext,
  items: readonly CloudRow[],
  rest: Rest<T>,
): Promise<T | 'back'> {
  const title = l10n.t('Sign in with this openrc');
  return askCloud(context, { title, placeholder: l10n.t('Select a region'), items }, agreesToRest, rest);
}

async function askCloud<T>(
  context: AccountContext,
  question: Omit<ValueQuestion<UsableCloud, CloudAnswer>, 'back' | 'read'>,
  agrees: (cloud: UsableCloud) => Promise<boolean>,
  rest: Rest<T>,
): Promise<T | 'back'> {
  const agreed = new Set<UsableCloud>();
  let present: UsableCloud | undefined;
  for (;;) {
    const answer = await askValue<UsableCloud, CloudAnswer>({
      ...question,
      present,
      hint: l10n.t('Type a part of a row.'),
      back: true,
      read: async (chosen, signal) => {
        if (!agreed.has(chosen) && !(await agrees(chosen))) return 'stays';
        agreed.add(chosen);
        return chosenCloud(context, chosen, signal);
      },
    });
    if (answer === 'back') return answer;
    present = answer.value.chosen;
    const account = await rest(answer.value);
    if (account !== 'back') return account;
  }
}

function placeOf(uri: Uri): string {
  return foreignText(uri.scheme === 'file' ? uri.fsPath : uri.path);
}
