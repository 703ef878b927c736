import type { Criterion } from '../../../src/catalog/filter/criterion';
import type { Grouping } from '../../../src/catalog/grouping';
import type { Sorting } from '../../../src/catalog/sorting';
import { boundsText } from '../../../src/catalog/filter/typedBounds';
import { writtenName } from '../../../src/catalog/filter/typedName';
import type { QuickInput } from '../workbench/quickInput';
import { addCriterion, show, type KnownAccount } from './person';
import type { Share, Step } from './steps';
import { NOTHING, type Expected, type Walk } from './walk';

const GROUPING_LABELS: Readonly<Record<Grouping | 'fold', RegExp>> = {
  kind: /Kind$/,
  status: /Status$/,
  app: /App$/,
  distribution: /Distribution$/,
  os: /Operating system$/,
  disk: /Disk size$/,
  support: /Security support$/,
  ownership: /Ownership$/,
  visibility: /Visibility$/,
  owner: /Owner$/,
  diskFormat: /Disk format$/,
  none: /No grouping$/,
  fold: /Combine disk sizes in one row$/,
};

const SORTING_LABELS: Readonly<Record<Sorting['key'], readonly [RegExp, RegExp]>> = {
  server: [/Newest first \(default\)$/, /Newest first \(default\)$/],
  name: [/Name, A to Z$/, /Name, Z to A$/],
  size: [/Size, smallest first$/, /Size, largest first$/],
  created: [/Created, oldest first$/, /Created, newest first$/],
  updated: [/Updated, oldest first$/, /Updated, newest first$/],
};

/** The active account, where its list can be seen. */
function usable({ person }: Walk): KnownAccount | undefined {
  return person.active?.signedIn === true ? person.active : undefined;
}

export async function runOnList(
  walk: Walk,
  { command, via }: Extract<Step, { do: 'run' }>,
): Promise<Expected> {
  const account = usable(walk);
  // The palette offers to clear a filter only where there is one, and no grouping, but the box that asks for one.
  const isOffered = command === 'clearFilter' && (account?.view.filter.criteria.length ?? 0) > 0;
  await walk.run(command, isOffered ? via : 'key');
  if (account === undefined) return NOTHING;
  if (command === 'clearFilter') show(account, { filter: { criteria: [] } });
  else show(account, { grouping: command === 'groupByApp' ? 'app' : 'status' });
  return NOTHING;
}

export async function groupBy(walk: Walk, grouping: Grouping | 'fold'): Promise<Expected> {
  const account = usable(walk);
  if (account === undefined) return NOTHING;
  const input = await walk.choose('groupBy', 'Group images by', GROUPING_LABELS[grouping]);
  await input.untilClosed();
  await walk.untilBegun();
  show(account, grouping === 'fold' ? { folded: !account.view.folded } : { grouping });
  return NOTHING;
}

export async function sortBy(walk: Walk, sorting: Sorting): Promise<Expected> {
  const account = usable(walk);
  if (account === undefined) return NOTHING;
  const label = SORTING_LABELS[sorting.key][sorting.descending ? 1 : 0];
  const input = await walk.choose('sortBy', 'Sort images within groups by', label);
  await input.untilClosed();
  await walk.untilBegun();
  show(account, { sorting });
  return NOTHING;
}

export async function filterByName(walk: Walk, share: Share): Promise<Expected> {
  const images = usable(walk)?.place.images.list() ?? [];
  const value = images[Math.floor(share * images.length)]?.name?.trim() ?? '';
  return value === '' ? NOTHING : filter(walk, { kind: 'name', value });
}

/** Adds a criterion; where there is one of its kind already, the filter is cleared first. */
export async function filter(walk: Walk, criterion: Criterion): Promise<Expected> {
  const account = usable(walk);
  if (account === undefined) return NOTHING;
  if (account.view.filter.criteria.some(({ kind }) => kind === criterion.kind)) {
    await walk.run('clearFilter');
    show(account, { filter: { criteria: [] } });
  }
  const { menu, title, answer } = questionFor(criterion);
  // Where it is not among those that are offered at first, it stands behind More….
  const input = await walk.choose('filter', 'Filter images', new RegExp(`^(?:${menu}|More…)$`));
  if (await input.asks('More conditions')) await input.pick(menu);
  if (walk.misdeeds.hanging && answer.by !== 'typing') return closed(input);
  await input.asking(new RegExp(`^${title}`));
  if (answer.by === 'typing') {
    await input.type(answer.text);
    await input.accept();
  } else {
    const items = await input.untilItems((all) => all.length > 0).catch(() => []);
    if (!items.some(({ label }) => label === answer.text)) return closed(input);
    if (answer.by === 'tick') {
      await input.tick(answer.text);
      if (answer.negated) await input.button('Any of these (switch to none of these)');
      await input.accept();
    } else {
      await input.pick(answer.text);
    }
  }
  await input.asking('Edit or add conditions');
  addCriterion(account, criterion);
  return closed(input);
}

/** Leaves the box: what was chosen in it is shown already. */
async function closed(input: QuickInput): Promise<Expected> {
  await input.cancel();
  await input.untilClosed();
  return NOTHING;
}

interface Question {
  /** Its entry in the menu of conditions. */
  readonly menu: string;
  /** How the title of its box begins. */
  readonly title: string;
  readonly answer:
    | { readonly by: 'typing' | 'item'; readonly text: string }
    | { readonly by: 'tick'; readonly text: string; readonly negated: boolean };
}

function questionFor(criterion: Criterion): Question {
  const typed = (title: string, text: string): Question => ({
    menu: `${title}…`,
    title,
    answer: { by: 'typing', text },
  });
  const chosen = (title: string, text: string): Question => ({
    menu: `${title}…`,
    title,
    answer: { by: 'item', text },
  });
  const ticked = (title: string, text = '', menu = `${title}…`): Question => ({
    menu,
    title,
    answer: { by: 'tick', text, negated: 'negated' in criterion && criterion.negated === true },
  });
  switch (criterion.kind) {
    case 'nameContains':
    case 'namePattern':
      return typed('Name', writtenName(criterion));
    case 'name':
      return typed('Exact name', criterion.value);
    case 'status':
      return ticked('Status', criterion.values[0]);
    case 'type':
      return chosen('Type', criterion.value);
    case 'kind':
      return ticked('Kind', criterion.values[0]);
    case 'app':
      return ticked('App', criterion.values[0]);
    case 'distribution':
      return ticked('Distribution', criterion.values[0]);
    case 'os':
      return ticked('Operating system', criterion.values[0]);
    case 'disk':
      return ticked('Disk size', `${String(criterion.values[0])} GB`);
    case 'diskRange':
      return typed('Disk size', boundsText(criterion));
    case 'support':
      return ticked('Security support', criterion.values[0]);
    case 'ownership':
      return ticked(
        'Ownership',
        criterion.values[0] === 'own' ? 'My saved images' : 'Cloud provider’s images',
      );
    case 'visibility':
      return ticked('Visibility', criterion.values[0]);
    case 'owner':
      return ticked('Owner', criterion.values[0], 'Project…');
    case 'diskFormat':
      return ticked('Disk format', criterion.values[0]);
    case 'scope':
      return chosen(
        'More images',
        criterion.value === 'all' ? 'Also community images and all shares' : 'Hidden images only',
      );
    case 'tag':
      return ticked('Tag', criterion.values[0]);
    case 'size':
      return typed('Image size', `${gib(criterion.min)}-${gib(criterion.max)}`);
    case 'changedSince':
    case 'created':
    case 'updated':
      throw new Error(`Times pass while a walk goes on: it does not filter by ${criterion.kind}.`);
  }
}

function gib(bytes: number | undefined): string {
  return bytes === undefined ? '' : String(bytes / 1024 ** 3);
}
