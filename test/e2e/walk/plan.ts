import { COMPUTE_NATURE } from '../../../src/api/images/compute/computeNature';
import type { Criterion } from '../../../src/catalog/filter/criterion';
import { groupingFor, GROUPINGS } from '../../../src/catalog/grouping';
import { SORT_KEYS } from '../../../src/catalog/sorting';
import { Random } from '../../server/random';
import type { Misdeed, PlaceNumber, Step, Via } from './steps';

/** A walk of that many steps. The same seed gives the same walk, and a longer one begins with the shorter. */
export function planSteps(seed: string, count: number): readonly Step[] {
  const random = new Random(`${seed}/steps`);
  const steps: Step[] = [signIn(random, 'plain')];
  while (steps.length < count) steps.push(...someSteps(random));
  return steps.slice(0, count);
}

/** The groupings that accounts of Compute have. */
const OFFERED = GROUPINGS.filter((grouping) => groupingFor(grouping, COMPUTE_NATURE) === grouping);

type Make = (random: Random) => readonly Step[];

/** What may come next, and how often of how many times. */
const CHOICES: readonly (readonly [weight: number, make: Make])[] = [
  [10, (random) => [{ do: 'refresh', via: via(random) }]],
  [6, (random) => [{ do: 'loadMore', via: via(random) }]],
  [2, (random) => [{ do: 'loadAll', via: via(random) }]],
  [3, (random) => [{ do: 'run', command: 'groupByStatus', via: via(random) }]],
  [3, (random) => [{ do: 'run', command: 'groupByApp', via: via(random) }]],
  [4, (random) => [{ do: 'groupBy', grouping: random.pick(['fold', 'fold', ...OFFERED]) }]],
  [
    4,
    (random) => [
      { do: 'sortBy', sorting: { key: random.pick(SORT_KEYS), descending: random.integer(0, 1) === 1 } },
    ],
  ],
  [7, (random) => [{ do: 'filter', criterion: random.pick(CRITERIA) }]],
  [2, (random) => [{ do: 'filterByName', image: random.next() }]],
  [5, (random) => [{ do: 'run', command: 'clearFilter', via: via(random) }]],
  [2, (random) => [{ do: 'findImage', text: random.pick(['ubuntu', '2', 'wordpress', 'no such thing']) }]],
  [4, (random) => [click(random, false), { do: random.pick(['copyId', 'copyName']) }]],
  [1, (random) => [click(random, false), click(random, true), { do: 'copyId' }]],
  [1, () => [{ do: 'copyName' }]],
  [6, (random) => [click(random, false)]],
  [6, (random) => [{ do: 'toggle', row: random.next() }]],
  [2, (random) => [click(random, false), { do: 'openJson', via: via(random) }]],
  [1, (random) => [{ do: 'openListJson', via: via(random) }]],
  [1, (random) => [{ do: 'showLog', via: via(random) }, { do: 'tidy' }]],
  [6, (random) => [{ do: 'switchAccount', which: random.next() }]],
  [3, (random) => [{ do: 'renameAccount', which: random.next(), name: name(random) }]],
  [1, (random) => [{ do: 'signOut', which: random.next() }]],
  [7, (random) => [signIn(random, random.pick(['plain', 'plain', 'plain', 'proxied', 'referred']))]],
  [1, (random) => [{ do: 'removeAccount', which: random.next() }]],
  [3, (random) => [{ do: 'updateToken', which: random.next() }]],
  [2, (random) => [{ do: 'showAccount', which: random.next() }]],
  [3, (random) => [{ do: 'hide' }, ...someOf(random, 2), { do: 'show' }]],
  [2, (random) => [{ do: 'blur' }, ...someOf(random, 2), { do: 'focus' }]],
  [1, () => [{ do: 'reload' }]],
  [1, (random) => [{ do: 'cancel', command: random.pick(['refresh', 'loadMore', 'loadAll']) }]],
  [8, (random) => [change(random)]],
  [4, (random) => [change(random), { do: 'refresh', via: 'key' }]],
  [7, (random) => [misbehave(random), ...someOf(random, 2), { do: 'calm' }]],
  [2, (random) => [{ do: 'hang' }, ...someOf(random, 2), { do: 'release' }]],
];

const WEIGHTS = CHOICES.reduce((sum, [weight]) => sum + weight, 0);

function someSteps(random: Random): readonly Step[] {
  let at = random.next() * WEIGHTS;
  const [, make] = CHOICES.find(([weight]) => (at -= weight) < 0) ?? CHOICES[0] ?? [0, () => []];
  return make(random);
}

function someOf(random: Random, most: number): readonly Step[] {
  return Array.from({ length: random.integer(1, most) }, () => someSteps(random)).flat();
}

function via(random: Random): Via {
  return random.pick(['palette', 'key', 'key', 'key', 'key', 'key']);
}

function place(random: Random): PlaceNumber {
  return random.pick([0, 1, 2]);
}

function signIn(random: Random, pasted: Extract<Step, { do: 'signIn' }>['pasted']): Step {
  return { do: 'signIn', place: place(random), pasted };
}

function click(random: Random, extending: boolean): Step {
  return { do: 'click', row: random.next(), extending };
}

function change(random: Random): Step {
  const kinds = ['add', 'addQueued', 'rename', 'remove', 'advance', 'fail'] as const;
  return {
    do: 'change',
    place: place(random),
    change: random.pick(kinds),
    image: random.next(),
    name: name(random),
    id: random.uuid(),
  };
}

function misbehave(random: Random): Step {
  return { do: 'misbehave', place: place(random), misdeed: random.pick(MISDEEDS) };
}

const MISDEEDS: readonly [Misdeed, ...Misdeed[]] = [
  'slow',
  'passing401',
  'lasting401',
  'tooMany',
  'broken',
  'cut',
  'disconnect',
  'redirect',
  'wrongLinks',
];

function name(random: Random): string {
  const beginning = random.pick([
    'snapshot',
    'バックアップ',
    'vmi-ubuntu-24.04-amd64-30gb',
    'web 本番',
    'a:b',
  ]);
  return `${beginning} ${random.hex(4)}`;
}

const GIB = 1024 ** 3;

const CRITERIA: readonly [Criterion, ...Criterion[]] = [
  { kind: 'nameContains', text: 'ubuntu' },
  { kind: 'nameContains', text: '2' },
  { kind: 'nameContains', text: 'no such name' },
  { kind: 'name', value: 'no such name' },
  { kind: 'nameContains', text: 'centos', negated: true },
  { kind: 'namePattern', pattern: '/ubuntu-(20|22)/i' },
  { kind: 'status', values: ['ACTIVE'] },
  { kind: 'status', values: ['SAVING'] },
  { kind: 'status', values: ['ACTIVE'], negated: true },
  { kind: 'ownership', values: ['own'] },
  { kind: 'ownership', values: ['vendor'] },
  { kind: 'type', value: 'snapshot' },
  { kind: 'os', values: ['Linux'] },
  { kind: 'os', values: ['Windows'], negated: true },
  { kind: 'size', min: 2 * GIB },
  { kind: 'size', max: 5 * GIB },
];
