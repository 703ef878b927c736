// A process of its own that uses accounts and tells what they keep alive: `node --expose-gc heapUser.main.js <scenario>`.
import { once } from 'node:events';
import { GROUPINGS } from '../../src/catalog/grouping';
import type { Session } from '../../src/session/sessions';
import { TreeRows } from '../../src/tree/treeRows';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { accountsFor, sessionsFor } from './accountParts';
import { sessionSettings } from './sessionSettings';
import { ShownRows } from './shownRows';
import { NO_FAVOURITES, PLAIN_LOOK } from './rowLooks';

export type Scenario = 'refreshes' | 'rows' | 'regrouping' | 'accounts' | 'longValues';

/** From the test: the tenants to use, the first of which stays where others come and go. To the test: images are to be changed, or the end. */
export interface Tenants {
  readonly tenants: readonly { readonly id: string; readonly token: string; readonly endpoint: string }[];
}
export type Told =
  | { readonly change: true }
  /** Bytes alive after the first tenth and after all of it, beside what was alive before. */
  | { readonly first: number; readonly last: number };

const accounts = accountsFor();
const sessions = sessionsFor(accounts, {
  folder: temporaryFolder('heap'),
  settings: sessionSettings({ pageSize: () => 1000 }),
});

async function signIn({ id, token, endpoint }: Tenants['tenants'][number]): Promise<Session> {
  const account = await accounts.signIn({
    base: endpoint,
    tenant: id,
    label: id,
    method: { kind: 'token' },
    secret: { token },
  });
  const session = sessions.of(account.id);
  if (session === undefined) throw new Error('signed in, and no session');
  await session.images.ensureStarted();
  while (session.images.catalog.hasMore) await session.images.catalog.loadMore();
  session.images.show({ grouping: 'app' });
  return look(session);
}

/** Makes all that is shown of the images. */
function look(session: Session): Session {
  if (session.images.groups.length === 0) throw new Error('no groups');
  return session;
}

function alive(): number {
  for (let times = 0; times < 4; times++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Shows the rows of an account, with all that stands below them. @returns what has an editor show them as they are by then */
function showRows({ accountId }: Session): () => void {
  const row = { kind: 'account', id: accountId, accountId, parent: undefined, tokenEnds: undefined } as const;
  const tree = new TreeRows({
    accountRows: () => [{ ...row, label: '', description: '', signedIn: true, filtered: false }],
    sessionOf: (id) => sessions.of(id),
    favourites: () => NO_FAVOURITES,
    look: () => PLAIN_LOOK,
    onRepeated: (id) => {
      throw new Error(`${id} stands twice in the tree`);
    },
  });
  const shown = new ShownRows(tree);
  shown.ask();
  return () => shown.refresh(tree.stale(new Set([accountId])));
}

/** @param show begins to show what has changed, and is then asked to do so after every refresh */
async function refreshes(
  { tenants: [tenant] }: Tenants,
  [warmUp, times]: readonly [number, number],
  show: (session: Session) => () => void,
): Promise<void> {
  if (tenant === undefined) throw new Error('no tenant');
  const before = alive();
  const session = await signIn(tenant);
  const showChange = show(session);
  for (let time = 0; time < warmUp; time++) await refresh(session, showChange);
  const first = alive() - before;
  for (let time = warmUp; time < times; time++) await refresh(session, showChange);
  tell({ first, last: alive() - before });
}

/** In another grouping after each refresh, folded and not. */
async function regrouping({ tenants: [tenant] }: Tenants): Promise<void> {
  if (tenant === undefined) throw new Error('no tenant');
  const before = alive();
  const session = await signIn(tenant);
  const regroup = async (show: () => void) => {
    for (const folded of [true, false]) {
      for (const grouping of GROUPINGS.toReversed()) {
        session.images.show({ grouping, folded });
        await refresh(session, show);
      }
    }
  };
  await regroup(() => void look(session));
  const showChange = showRows(session);
  await refresh(session, showChange);
  const first = alive() - before;
  await regroup(showChange);
  tell({ first, last: alive() - before });
}

async function refresh({ images }: Session, show: () => void): Promise<void> {
  tell({ change: true });
  await once(process, 'message');
  await images.catalog.refresh();
  show();
}

/** One account stays: what is alive at the end is measured by what an account holds. */
async function comingAndGoing({ tenants: [staying, ...tenants] }: Tenants): Promise<void> {
  if (staying === undefined) throw new Error('no tenant');
  const use = async (from: number, to: number) => {
    for (const tenant of tenants.slice(from, to)) {
      const { accountId, images } = await signIn(tenant);
      await images.save();
      await accounts.remove(accountId);
    }
  };
  const before = alive();
  const { images } = await signIn(staying);
  await images.save();
  const tenth = Math.ceil(tenants.length / 10);
  // More than once: what is compiled and kept on the way belongs to no account.
  for (let times = 0; times < 3; times++) await use(0, tenth);
  const first = alive() - before;
  await use(tenth, tenants.length);
  tell({ first, last: alive() - before });
}

/** One after the other comes with values of its own and goes: what is made of them belongs to their images. */
async function longValues({ tenants: [staying, ...tenants] }: Tenants): Promise<void> {
  if (staying === undefined) throw new Error('no tenant');
  const before = alive();
  await signIn(staying);
  const use = async (tenant: Tenants['tenants'][number]) => {
    const { accountId } = await signIn(tenant);
    await accounts.remove(accountId);
  };
  // What is compiled on the way belongs to no account.
  for (const tenant of tenants.slice(0, 2)) await use(tenant);
  const first = alive() - before;
  for (const tenant of tenants.slice(2)) await use(tenant);
  tell({ first, last: alive() - before });
}

function tell(told: Told): void {
  process.send?.(told);
}

const SCENARIOS: Readonly<Record<Scenario, (tenants: Tenants) => Promise<void>>> = {
  refreshes: (tenants) => refreshes(tenants, [10, 100], (session) => () => void look(session)),
  // Few: what was made of the latest few thousand values is remembered, whatever became of their images.
  rows: (tenants) => refreshes(tenants, [21, 28], showRows),
  regrouping,
  accounts: comingAndGoing,
  longValues,
};

async function main(scenario: Scenario): Promise<void> {
  const [tenants] = (await once(process, 'message')) as [Tenants];
  await SCENARIOS[scenario](tenants);
  sessions.dispose();
  accounts.dispose();
}

process.once('disconnect', () => process.exit());

void main(process.argv[2] as Scenario);
