import { Canceled } from '../../base/canceled';
import { NO_FILTER, type Filter } from '../../catalog/filter/criterion';
import { sameFilter, withCriterion, withoutCriterion } from '../../catalog/filter/editing';
import { PatternError } from '../../catalog/pattern';
import type { Session } from '../../session/sessions';
import { describePatternProblem } from '../../text/describePattern';
import type { CommandContext } from '../context';
import { firstPage } from '../firstPage';
import { targetSession } from '../targets';
import { askStep, type FilterPage, type FilterStep } from './filterBox';
import { keepFilter } from './recentFilters';

/** Asks what to show only until somebody is done: what is chosen is shown at once. @param row id of a row, or of an account */
export async function filter(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const { filter: before } = session.images.view;
  try {
    await askUntilDone(context, session);
  } catch (error) {
    // Whoever closes the box of a condition is done as well.
    if (!(error instanceof Canceled)) throw error;
  }
  const { filter: chosen } = session.images.view;
  if (sameFilter(before, chosen)) return;
  await keepFilter(context.state, chosen);
  await firstPage(context, session);
}

/** Shows all images, also where the filter cannot be applied. @param row id of a row, or of an account */
export async function clearFilter(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session?.images.filtered === true) await applyAndLoad(context, session, NO_FILTER);
}

/** What the server applies begins a new list, which may take it a while. @throws {PatternError} when it cannot be applied */
export async function applyAndLoad(context: CommandContext, session: Session, chosen: Filter): Promise<void> {
  await context.sessions.show(session, { filter: chosen });
  await firstPage(context, session);
}

async function askUntilDone(context: CommandContext, session: Session): Promise<void> {
  let page: FilterPage = 'first';
  let problem: string | undefined;
  for (;;) {
    const step = await askStep(context, session, { page, ...(problem !== undefined && { problem }) });
    problem = undefined;
    if (step === undefined || step.kind === 'done') return;
    if (step.kind === 'page') {
      page = step.page;
      continue;
    }
    const chosen = step.kind === 'set' ? step.filter : await askCriterion(context, session, step);
    // Going back from a condition leads to the list that it stood in, not out of it.
    if (chosen === 'back') continue;
    page = 'first';
    problem = await tryFilter(context, session, chosen);
  }
}

async function askCriterion(
  context: CommandContext,
  session: Session,
  { choice, present }: Extract<FilterStep, { readonly kind: 'ask' }>,
): Promise<Filter | 'back'> {
  const answer = await choice.ask({ session, context }, present);
  if (answer === 'back') return answer;
  const { filter: now } = session.images.view;
  const rest = present === undefined ? now : withoutCriterion(now, now.criteria.indexOf(present));
  return answer === 'none' ? rest : withCriterion(rest, answer);
}

/** Shows what a filter lets through. @returns why it cannot be applied */
async function tryFilter(
  context: CommandContext,
  session: Session,
  chosen: Filter,
): Promise<string | undefined> {
  try {
    await context.sessions.show(session, { filter: chosen });
    return undefined;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return describePatternProblem(error);
  }
}
