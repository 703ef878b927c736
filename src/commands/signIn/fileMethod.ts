import { window, type Uri } from 'vscode';
import type { UsableCloud } from '../../auth/clouds/cloud';
import { boxTexts } from '../../text/boxTexts';
import { cloudQuestionTexts } from '../../text/cloudQuestionTexts';
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
  const title = cloudQuestionTexts.fileTitle();
  const options = { title: cloudQuestionTexts.selectFile(), canSelectMany: false };
  const [uri] = (await window.showOpenDialog(options)) ?? [];
  if (uri === undefined) return 'back';
  const rows = () => rowsOfPicked(uri, userEnvironment(), context.extensionKind);
  const question = {
    title,
    placeholder: cloudQuestionTexts.selectCloud(pathOf(uri)),
    items: rows,
    renew: rows,
    nothing: cloudQuestionTexts.noClouds(pathOf(uri)),
  };
  return askCloud(context, question, agreesToPlace, rest);
}

/** Asks for one of the clouds of a pasted `openrc`, whose addresses could be read as it was pasted. */
export async function askRegion<T>(
  context: AccountContext,
  items: readonly CloudRow[],
  rest: Rest<T>,
): Promise<T | 'back'> {
  const title = cloudQuestionTexts.openrcTitle();
  return askCloud(
    context,
    { title, placeholder: cloudQuestionTexts.selectRegion(), items },
    agreesToRest,
    rest,
  );
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
      hint: boxTexts.narrows(),
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

function pathOf(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
