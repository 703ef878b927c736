import {
  QuickInputButtons,
  QuickPickItemKind,
  ThemeIcon,
  window,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { suitsSource } from '../../catalog/filter/appliedFilter';
import { NO_FILTER, type Criterion, type Filter } from '../../catalog/filter/criterion';
import { withCriterion, withoutCriterion } from '../../catalog/filter/editing';
import type { Session } from '../../session/sessions';
import { boxProblemText } from '../../text/describeBoxProblem';
import { describeCriterion } from '../../text/describeFilter';
import { matchText } from '../../text/describeImages';
import { capitalizedWords } from '../../text/describeRange';
import { filterTexts } from '../../text/filterTexts';
import { plainLabel } from '../../text/plainLabel';
import { asItIs, takenFrom } from '../ask';
import { BoxBusy } from '../boxBusy';
import { BoxTitle } from '../boxTitle';
import { caughtProblems } from '../caughtProblem';
import type { CommandContext } from '../context';
import { firstPageForBox } from '../firstPage';
import { takeOnEnter } from '../takeOnEnter';
import { problemItem } from '../valueItem';
import { conditionOf, conditionsFor } from './criteria';
import type { CriterionChoice } from './criterionChoice';
import { recentFilters } from './recentFilters';
import { suggestionsFor } from './typedRows';
import { listedText } from '../../text/punctuation';

/** What was chosen in the box. */
export type FilterStep =
  | { readonly kind: 'done' }
  | { readonly kind: 'page'; readonly page: FilterPage }
  | { readonly kind: 'ask'; readonly choice: CriterionChoice; readonly present: Criterion | undefined }
  | { readonly kind: 'set'; readonly filter: Filter };

/** The conditions that are offered at first, or the further ones. */
export type FilterPage = 'first' | 'further';

interface StepItem extends QuickPickItem {
  readonly step?: FilterStep;
  /** What its button does. */
  readonly without?: Filter;
}

/** What the box is about. */
interface FilterQuestion {
  readonly page: FilterPage;
  /** Why what was chosen before could not be done. */
  readonly problem?: string;
}

const DONE: FilterStep = { kind: 'done' };
const CLEAR: FilterStep = { kind: 'set', filter: NO_FILTER };

/** Asks what to change of the filter; it says how many images match. `undefined` when it was closed. */
export async function askStep(
  context: CommandContext,
  session: Session,
  { page, problem }: FilterQuestion,
): Promise<FilterStep | undefined> {
  const { images } = session;
  const pick = window.createQuickPick<StepItem>();
  // It stays until somebody is done: rows come and go with each condition, with the one that has the focus.
  pick.ignoreFocusOut = true;
  pick.placeholder = images.filtered ? filterTexts.change() : filterTexts.select();
  pick.matchOnDescription = true;
  const buttons = boxButtons(images.filtered, page);
  pick.buttons = [...buttons.keys()];
  let unsubscribe = (): void => undefined;
  try {
    return await takenFrom<FilterStep>(pick, (take, closed) => {
      const title = new BoxTitle(pick, filterTexts.title());
      const busy = new BoxBusy(pick, closed);
      const caught = caughtProblems();
      const tell = (): void => title.rename(filterTitle(session, page));
      let listed: string | undefined;
      const list = (): void => {
        const typed = pick.value.trim();
        // The window may report the same text once more: whoever has gone on to a row stays there.
        if (typed === listed) return;
        listed = typed;
        pick.items = itemsFor(context, session, page, typed);
        const first = pick.items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
        if (first !== undefined) pick.activeItems = [first];
      };
      list();
      tell();
      if (problem !== undefined) title.say(problem);
      const subscription = images.onDidChange(tell);
      unsubscribe = () => subscription.dispose();
      pick.onDidChangeValue((typed) => {
        title.typed(typed);
        list();
      });
      pick.onDidTriggerButton((button) => {
        const step = buttons.get(button);
        if (step !== undefined) take(step);
      });
      pick.onDidTriggerItemButton(({ item: { without } }) => {
        if (without !== undefined) take({ kind: 'set', filter: without });
      });
      takeOnEnter<FilterStep, FilterStep>(
        pick,
        { longest: LONGEST.imageName, title, busy, chosen: () => chosen(pick)?.step, read: asItIs, take },
        closed,
      );
      void busy.during(async () => {
        try {
          await firstPageForBox(context, session, closed);
        } catch (error) {
          const failure = caught(error);
          if (!closed.aborted) title.say(boxProblemText(failure));
        }
      });
    });
  } finally {
    unsubscribe();
  }
}

/** Enter may come before the editor has the rows for what was typed: then the first of them is meant. */
function chosen({ activeItems: [active], items }: QuickPick<StepItem>): StepItem | undefined {
  return active !== undefined && items.includes(active)
    ? active
    : items.find(({ step }) => step !== undefined);
}

function boxButtons(filtered: boolean, page: FilterPage): ReadonlyMap<QuickInputButton, FilterStep> {
  const back: FilterStep = { kind: 'page', page: 'first' };
  return new Map<QuickInputButton, FilterStep>([
    ...(page === 'further' ? [[QuickInputButtons.Back, back] as const] : []),
    ...(filtered
      ? [[{ iconPath: new ThemeIcon('clear-all'), tooltip: filterTexts.clear() }, CLEAR] as const]
      : []),
    [{ iconPath: new ThemeIcon('check'), tooltip: filterTexts.done() }, DONE],
  ]);
}

function filterTitle({ images }: Session, page: FilterPage): string {
  const title = page === 'first' ? filterTexts.title() : filterTexts.moreTitle();
  const isTold = images.filtered && !images.filterFails && images.catalog.started;
  return isTold ? `${title} · ${matchText(images)}` : title;
}

function itemsFor(
  context: CommandContext,
  session: Session,
  page: FilterPage,
  typed: string,
): readonly StepItem[] {
  const { first, further } = conditionsFor(session.images.source);
  if (isTooLong(typed, LONGEST.imageName)) return [problemItem({ kind: 'tooLong', most: LONGEST.imageName })];
  if (typed !== '') {
    const [name, ...others] = typedItems(session, typed);
    const rest = [
      ...others,
      ...conditionItems(session, [...first, ...further]),
      ...recentItems(context, session),
    ];
    return [...(name === undefined ? [] : [name]), ...rest.map(inDescription)];
  }
  if (page === 'further') return conditionItems(session, further);
  return [
    ...appliedItems(session),
    ...section(filterTexts.add(), [...conditionItems(session, first), moreItem()]),
    ...section(filterTexts.recent(), recentItems(context, session)),
  ];
}

/** A row whose words stand behind its label: the editor puts those first whose label has what is typed in it. */
function inDescription({ label, description, ...item }: StepItem): StepItem {
  const words = [label, description ?? ''].filter((part) => part !== '').join(' · ');
  return { ...item, label: '$(add)', description: words };
}

/** The editor would leave out what means a typed text without being called so. */
function typedItems(session: Session, typed: string): readonly StepItem[] {
  const { filter } = session.images.view;
  return suggestionsFor(typed, session).map(({ criterion, label, count }) => ({
    label: plainLabel(label),
    description: count,
    alwaysShow: true,
    step: { kind: 'set', filter: withCriterion(filter, criterion) },
  }));
}

function appliedItems({ images }: Session): readonly StepItem[] {
  const { filter } = images.view;
  const { criteria, broken } = filter;
  if (broken === true) return [{ label: `$(warning) ${filterTexts.clearBroken()}`, step: CLEAR }];
  if (criteria.length === 0) return [];
  const buttons = [{ iconPath: new ThemeIcon('close'), tooltip: filterTexts.remove() }];
  return [
    { label: `$(check) ${filterTexts.done()}`, step: DONE },
    ...section(filterTexts.applied(), [
      ...criteria.map((criterion, at): StepItem => ({
        label: `$(edit) ${plainLabel(capitalizedWords(describeCriterion(criterion)))}`,
        buttons,
        without: withoutCriterion(filter, at),
        step: { kind: 'ask', choice: conditionOf(criterion.kind), present: criterion },
      })),
      { label: `$(clear-all) ${filterTexts.clear()}`, step: CLEAR },
    ]),
  ];
}

/** Those of which there is none yet, or can be several. */
function conditionItems({ images }: Session, choices: readonly CriterionChoice[]): readonly StepItem[] {
  const present = new Set<string>(images.view.filter.criteria.map(({ kind }) => kind));
  return choices
    .filter(({ kinds, addsUp }) => addsUp === true || !kinds.some((kind) => present.has(kind)))
    .map((choice) => ({
      label: choice.label(),
      description: choice.example(images.source),
      step: { kind: 'ask', choice, present: undefined },
    }));
}

function moreItem(): StepItem {
  return { label: filterTexts.more(), step: { kind: 'page', page: 'further' } };
}

function recentItems({ state }: CommandContext, { images }: Session): readonly StepItem[] {
  return recentFilters(state)
    .filter(({ criteria }) => criteria.every((criterion) => suitsSource(criterion, images.source)))
    .map((filter) => ({
      label: plainLabel(capitalizedWords(listedText(filter.criteria.map(describeCriterion)))),
      step: { kind: 'set', filter },
    }));
}

function section(label: string, content: readonly StepItem[]): readonly StepItem[] {
  return content.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...content];
}
