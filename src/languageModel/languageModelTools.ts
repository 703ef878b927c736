import {
  CancellationError,
  LanguageModelTextPart,
  LanguageModelToolResult,
  MarkdownString,
  type CancellationToken,
  type PreparedToolInvocation,
} from 'vscode';
import { ApiError } from '../api/apiError';
import type { Core } from '../core';
import type { Session } from '../session/sessions';
import { languageModelTexts } from '../text/languageModelTexts';
import { formatCount } from '../base/format';
import { foreignText } from '../text/foreignText';
import { withList } from './answer';
import { leavingSignal, loadedList, mayLoad, MOST_LOADED } from './loadedList';
import { modelJson } from './modelJson';
import { badInputFailure, failureFacts, listFailure, signedOutFailure } from './toolFailure';
import { BadInput } from './toolInput';
import { TOOLS, type ToolAnswer } from './tools';

/** What the tools work on. */
type ToolCore = Pick<Core, 'accounts' | 'sessions' | 'log'>;

/** What a person is asked before a tool is used, with what it costs. Nothing is asked where nothing would be done. */
export function prepareTool({ sessions }: ToolCore, name: string, input: unknown): PreparedToolInvocation {
  const invocationMessage = languageModelTexts.looking();
  const session = sessions.ofActive();
  if (session === undefined || read(name, input) instanceof BadInput) return { invocationMessage };
  const { account, images } = session;
  const label = foreignText(account.label);
  const loaded = formatCount(images.loaded.length);
  const costs = mayLoad(images)
    ? languageModelTexts.loads(label, loaded, formatCount(MOST_LOADED))
    : languageModelTexts.loadsNothing(label, loaded);
  const one = TOOLS[name]?.requestsOne === true ? [languageModelTexts.mayRequestOne()] : [];
  // What the account is called is shown as it is, whatever it would mean in Markdown.
  const message = new MarkdownString().appendText([costs, ...one, languageModelTexts.given()].join('\n'));
  return { invocationMessage, confirmationMessages: { title: languageModelTexts.title(), message } };
}

/**
 * What a tool tells a model: JSON, errors as well, which a model reads and acts on.
 * @throws {CancellationError} when nobody waits for it any more
 */
export async function invokeTool(
  core: ToolCore,
  name: string,
  input: unknown,
  token: CancellationToken,
): Promise<LanguageModelToolResult> {
  const answer = await answerFor(core, name, input, token);
  return new LanguageModelToolResult([new LanguageModelTextPart(modelJson(answer))]);
}

async function answerFor(
  core: ToolCore,
  name: string,
  input: unknown,
  token: CancellationToken,
): Promise<object> {
  const answer = read(name, input);
  if (answer instanceof BadInput) return badInputFailure(answer.message);
  const session = core.sessions.ofActive();
  if (session === undefined) return notSignedIn(core);
  const { signal, leave } = leavingSignal();
  const listening = token.onCancellationRequested(leave);
  if (token.isCancellationRequested) leave();
  try {
    return await answerFrom(core, session, answer, signal);
  } catch (error) {
    if (signal.aborted) throw new CancellationError();
    core.log.report(error);
    throw error;
  } finally {
    listening.dispose();
  }
}

async function answerFrom(
  core: ToolCore,
  { accountId, account, images }: Session,
  answer: ToolAnswer,
  signal: AbortSignal,
): Promise<object> {
  const list = await loadedList(images, signal);
  const { failure } = list;
  const isOver = core.sessions.of(accountId)?.images !== images;
  if (isOver || (failure instanceof ApiError && failure.kind === 'signedOut')) return notSignedIn(core);
  if (failure !== undefined && list.asOf === undefined) return listFailure(failure);
  const facts = await answer({ images, list, signal });
  return withList(list, account.label, facts, failure === undefined ? undefined : failureFacts(failure));
}

function notSignedIn({ accounts }: ToolCore): object {
  return signedOutFailure(accounts.all.some(({ id }) => accounts.isSignedIn(id)));
}

/** @throws where the manifest has a tool that there is not */
function read(name: string, input: unknown): ToolAnswer | BadInput {
  const tool = TOOLS[name];
  if (tool === undefined) throw new Error(`${name} does nothing.`);
  try {
    return tool.read(input);
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
}
