import type { Criterion } from '../../../src/catalog/filter/criterion';
import type { Grouping } from '../../../src/catalog/grouping';
import type { Sorting } from '../../../src/catalog/sorting';
import { containing } from '../workbench/patterns';
import { addCriterion, show, type KnownAccount } from './person';
import type { Share, Step } from './steps';
import { NOTHING, type Expected, type Walk } from './walk';

const GROUPING_LABELS: Readonly<Record<Grouping | 'fold', RegExp>> = {
  kind: /Kind$/,
  status: /Status$/,
  app: /App$/,
  distribution: /Distribution$/,
  os: /Operating system$/,
  support: /Security support$/,
  ownership: /Ownership$/,
  visibility: /Visibility$/,
  owner: /Owner$/,
  diskFormat: /Disk format$/,
  none: /No grouping$/,
  fold: /Combine disk sizes in one row$/,
};

const SORTING_LABELS: Readonly<Record<Sorting['key'], readonly [RegExp, RegExp]>> = {
  server: [/Default order \(newest first\)$/, /Default order \(newest first\)$/],
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
  // The palette offers to clear a filter only where there is one.
  const isOffered = command !== 'clearFilter' || (account?.view.filter.criteria.length ?? 0) > 0;
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
  const { menu, answer } = questionFor(criterion);
  const input = await walk.choose('filter', 'Filter images', menu);
  if (walk.misdeeds.hanging && answer.by === 'item') return NOTHING;
  await input.asking(new RegExp(`^${containing(menu.replace(/( \/regex\/)?…$/, '')).source}`));
  if (answer.by === 'typing') {
    await input.type(answer.text);
    await input.accept();
  } else {
    const items = await input.untilItems((all) => all.length > 0).catch(() => []);
    if (!items.some(({ label }) => label === answer.text)) return NOTHING;
    await input.pick(answer.text);
  }
  await input.untilClosed();
  await walk.untilBegun();
  addCriterion(account, criterion);
  return NOTHING;
}

interface Question {
  /** Its entry in the menu of criteria. */
  readonly menu: string;
  readonly answer: { readonly by: 'typing' | 'item'; readonly text: string };
}

function questionFor(criterion: Criterion): Question {
  const negated = 'negated' in criterion && criterion.negated === true;
  const typed = (menu: string, text: string): Question => ({ menu, answer: { by: 'typing', text } });
  const chosen = (menu: string, text: string): Question => ({ menu, answer: { by: 'item', text } });
  switch (criterion.kind) {
    case 'nameContains':
      return typed(negated ? 'Name does not contain…' : 'Name contains…', criterion.text);
    case 'namePattern':
      return typed(negated ? 'Name does not match /regex/…' : 'Name matches /regex/…', criterion.pattern);
    case 'name':
      return typed('Exact name…', criterion.value);
    case 'status':
      return chosen(negated ? 'Status is not…' : 'Status…', criterion.value);
    case 'type':
      return chosen('Type…', criterion.value);
    case 'kind':
      return chosen('Kind…', criterion.value);
    case 'app':
      return chosen(negated ? 'App is not…' : 'App is…', criterion.value);
    case 'distribution':
      return chosen(negated ? 'Distribution is not…' : 'Distribution is…', criterion.value);
    case 'os':
      return chosen(negated ? 'Operating system is not…' : 'Operating system is…', criterion.value);
    case 'support':
      return chosen('Security support…', criterion.value);
    case 'ownership':
      return chosen('Ownership…', criterion.value === 'own' ? 'My images' : 'Provider’s images');
    case 'visibility':
      return chosen('Visibility…', criterion.value);
    case 'owner':
      return chosen(negated ? 'Owner is not…' : 'Owner is…', criterion.value);
    case 'diskFormat':
      return chosen(negated ? 'Disk format is not…' : 'Disk format is…', criterion.value);
    case 'scope':
      return chosen(
        'More images…',
        criterion.value === 'all' ? 'Also community images and all shares' : 'Hidden images only',
      );
    case 'tag':
      return chosen(negated ? 'Does not have the tag…' : 'Has the tag…', criterion.value);
    case 'size':
      return typed('Size…', `${gib(criterion.min)}-${gib(criterion.max)}`);
    case 'changedSince':
    case 'created':
    case 'updated':
      throw new Error(`Times pass while a walk goes on: it does not filter by ${criterion.kind}.`);
  }
}

function gib(bytes: number | undefined): string {
  return bytes === undefined ? '' : String(bytes / 1024 ** 3);
}
