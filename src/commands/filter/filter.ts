import { QuickPickItemKind, type QuickPickItem } from 'vscode';
import type { AppliedBy } from '../../api/images/imageSource';
import { suitsSource } from '../../catalog/filter/appliedFilter';
import { NO_FILTER, type Criterion, type Filter } from '../../catalog/filter/criterion';
import { withCriterion, withoutCriterion } from '../../catalog/filter/editing';
import { PatternError } from '../../catalog/pattern';
import type { Session } from '../../session/sessions';
import { describeCriterion } from '../../text/describeFilter';
import { describePatternProblem } from '../../text/describePattern';
import { plainLabel } from '../../text/plainLabel';
import { tell } from '../../text/tell';
import { filterTexts } from '../../text/filterTexts';
import type { CommandContext } from '../context';
import { firstPage } from '../firstPage';
import { pickOne } from '../pick';
import { targetSession } from '../targets';
import { CRITERIA } from './criteria';
import type { CriterionChoice } from './criterionChoice';
import { keepFilter, recentFilters } from './recentFilters';

type FilterChoice =
  | { readonly kind: 'ask'; readonly choice: CriterionChoice; readonly present: Criterion | undefined }
  | { readonly kind: 'set'; readonly filter: Filter };

interface ChoiceItem extends QuickPickItem {
  readonly choice?: FilterChoice;
}

/** Asks what to show only: a criterion to set, change or remove, or a filter used before. */
export async function filter(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const chosen = await askFilter(context, session);
  if (chosen === undefined) return;
  try {
    await apply(context, session, chosen);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    tell('error', describePatternProblem(error));
    return;
  }
  await keepFilter(context.state, chosen);
}

/** Shows all images, also where the filter cannot be applied. @param row id of a row, or of an account */
export async function clearFilter(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session?.images.filtered === true) await apply(context, session, NO_FILTER);
}

/** What the server applies begins a new list, which may take it a while. */
async function apply(context: CommandContext, session: Session, chosen: Filter): Promise<void> {
  await context.sessions.show(session, { filter: chosen });
  await firstPage(context, session);
}

async function askFilter(context: CommandContext, session: Session): Promise<Filter | undefined> {
  const { filter: present } = session.images.view;
  for (;;) {
    const picked = await pickOne(items(context, session), {
      title: filterTexts.title(),
      placeHolder: present.criteria.length === 0 ? filterTexts.select() : filterTexts.change(),
      matchOnDescription: true,
    });
    if (picked?.choice === undefined) return undefined;
    if (picked.choice.kind === 'set') return picked.choice.filter;
    const { choice, present: old } = picked.choice;
    const answer = await choice.ask(session, old, context);
    // Going back from a criterion leads to the list of criteria, not out of it.
    if (answer === 'back') continue;
    const rest = old === undefined ? present : withoutCriterion(present, present.criteria.indexOf(old));
    return answer === 'none' ? rest : withCriterion(rest, answer);
  }
}

function items(context: CommandContext, { images }: Session): readonly ChoiceItem[] {
  const present = images.view.filter;
  const appliedWord = (criterion: Criterion): string => appliedWords(images.appliedBy(criterion));
  return [
    ...section(filterTexts.applied(), [
      ...(present.broken === true ? [brokenItem()] : []),
      ...present.criteria.map((criterion) => activeItem(criterion, appliedWord(criterion))),
      ...removals(present),
    ]),
    ...section(
      filterTexts.add(),
      CRITERIA.filter(
        ({ covers, example }) => suitsSource(example, images.source) && !present.criteria.some(covers),
      ).map((choice) => ({
        label: choice.label(),
        description: choice.applied?.() ?? appliedWord(choice.example),
        choice: { kind: 'ask', choice, present: undefined },
      })),
    ),
    ...section(
      filterTexts.recent(),
      recentFilters(context.state)
        .filter(({ criteria }) => criteria.every((criterion) => suitsSource(criterion, images.source)))
        .map((recent) => ({
          label: plainLabel(recent.criteria.map(describeCriterion).join(', ')),
          choice: { kind: 'set', filter: recent },
        })),
    ),
  ];
}

function activeItem(criterion: Criterion, description: string): ChoiceItem {
  const choice = CRITERIA.find(({ covers }) => covers(criterion));
  return {
    label: `$(edit) ${plainLabel(describeCriterion(criterion))}`,
    description,
    ...(choice !== undefined && { choice: { kind: 'ask', choice, present: criterion } }),
  };
}

/** What could not be read of the stored filter keeps all images out until it is gone. */
function brokenItem(): ChoiceItem {
  return {
    label: `$(warning) ${filterTexts.clearBroken()}`,
    choice: { kind: 'set', filter: NO_FILTER },
  };
}

function removals(present: Filter): readonly ChoiceItem[] {
  const { criteria } = present;
  const each = criteria.map((criterion, index): ChoiceItem => ({
    label: `$(close) ${filterTexts.remove(plainLabel(describeCriterion(criterion)))}`,
    choice: { kind: 'set', filter: withoutCriterion(present, index) },
  }));
  const all: ChoiceItem = {
    label: `$(clear-all) ${filterTexts.clear()}`,
    choice: { kind: 'set', filter: NO_FILTER },
  };
  return criteria.length > 1 ? [...each, all] : each;
}

function section(label: string, content: readonly ChoiceItem[]): readonly ChoiceItem[] {
  return content.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...content];
}

/** Who applies it: what the server applies starts a new list, what the editor applies looks at loaded images only. */
function appliedWords(applied: AppliedBy): string {
  switch (applied) {
    case 'server':
      return filterTexts.byServer();
    case 'both':
      return filterTexts.byBoth();
    case 'editor':
      return filterTexts.byEditor();
  }
}
