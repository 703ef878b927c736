import { HostLogs, type LogNews } from '../../hosts/hostLogs';
import { until } from '../../hosts/until';
import { carryOut } from './carryOut';
import { freshList, sectionsOf } from './rowsOfAccounts';
import { Misdeeds } from './misdeeds';
import { closePlaces, openPlaces, type Place } from './places';
import { PageErrors } from './pageErrors';
import { readMessages, untilQuiet } from './quiet';
import { whatIsWrong } from './rowsAreRight';
import { tokenAstray, tokenLeft } from './secrets';
import type { Step } from './steps';
import { serverList } from './serverSteps';
import { Walk, type Expected } from './walk';
import type { WalkEditor } from './walkEditor';

/** How long the rows may lag behind what the catalogue holds. */
const LAG_MS = 5000;

/** An invariant that did not hold. */
export interface Broken {
  /** How many steps had been done, the one that broke it included. */
  readonly steps: number;
  readonly what: string;
}

export interface WalkOptions {
  readonly seed: string;
  readonly steps: readonly Step[];
  /** Told before every step, and after the last. */
  readonly onStep?: (walk: Walk, done: number) => Promise<void>;
  /** Goes on after a broken invariant, in a window that was reloaded, and tells of it. */
  readonly goOn?: (broken: Broken) => void;
}

interface Logs {
  readonly host: HostLogs;
  readonly page: PageErrors;
}

/** Walks in a window of its own. @returns the first invariant that was broken */
export async function takeWalk(editor: WalkEditor, options: WalkOptions): Promise<Broken | undefined> {
  const { seed, steps, onStep, goOn } = options;
  const places = await openPlaces(seed);
  const workbench = await editor.open();
  try {
    const walk = new Walk(editor, workbench, places, new Misdeeds(places));
    const logs = { host: new HostLogs(editor.folders.data), page: new PageErrors(workbench.page) };
    logs.host.news();
    await workbench.openView();
    for (const [index, step] of steps.entries()) {
      await onStep?.(walk, index);
      const what = await doAndCheck(walk, logs, step);
      if (what === undefined) continue;
      const broken = { steps: index + 1, what };
      if (goOn === undefined) {
        await workbench.screenshot(`walk-${seed}-${index + 1}`);
        return broken;
      }
      goOn(broken);
      await carryOut(walk, { do: 'reload' });
    }
    await onStep?.(walk, steps.length);
    const what =
      (await doAndCheck(walk, logs, { do: 'release' })) ??
      (await tokenLeft(walk)) ??
      checkNews(walk, await logs.host.newsAfter(() => editor.witness.ask({ do: 'reject' })));
    return what === undefined ? undefined : { steps: steps.length, what };
  } finally {
    await workbench.close();
    await closePlaces(places);
  }
}

async function doAndCheck(walk: Walk, logs: Logs, step: Step): Promise<string | undefined> {
  let expected: Expected;
  try {
    expected = await carryOut(walk, step);
  } catch (error) {
    expected = { broken: error instanceof Error ? error.message : String(error) };
  }
  const astray = await tokenAstray(walk);
  if (expected.broken !== undefined) return astray ?? expected.broken;
  const endless = await untilQuiet(walk);
  if (endless !== undefined) return `It does not end: ${endless}`;
  return astray ?? (await readMessages(walk)) ?? checkLogs(walk, logs) ?? (await checkRows(walk, expected));
}

function checkLogs(walk: Walk, { host, page }: Logs): string | undefined {
  return checkNews(walk, host.news()) ?? page.next();
}

function checkNews({ places }: Walk, { text, uncaught }: LogNews): string | undefined {
  if (places.all.some(({ issued }) => issued.some((token) => text.includes(token)))) {
    return 'A token is in a log.';
  }
  return uncaught[0];
}

async function checkRows(walk: Walk, { refreshed, loadedAll }: Expected): Promise<string | undefined> {
  // What hangs may be what the rows wait for.
  if (walk.misdeeds.hanging) return undefined;
  let wrong: string | undefined;
  const check = async (): Promise<boolean> => {
    wrong = walk.person.looking ? await whatIsWrong(walk) : undefined;
    wrong ??= refreshed && (await differsFromServer(walk, refreshed, false));
    wrong ??= loadedAll && (await differsFromServer(walk, loadedAll, true));
    return wrong === undefined;
  };
  await until(check, 'the right rows', LAG_MS).catch((error: unknown) => {
    wrong ??= String(error);
  });
  return wrong;
}

/** Whether the catalogue is the server's list, from its beginning on as far as it is loaded. */
async function differsFromServer(walk: Walk, place: Place, whole: boolean): Promise<string | undefined> {
  const account = walk.person.at(place);
  if (account === undefined) return undefined;
  const rows = walk.person.looking ? await walk.workbench.view.allRows() : [];
  const section = sectionsOf(walk.person.accounts, rows).find((one) => one.account === account);
  if (section?.error !== undefined) return `it was asked anew, and its row says “${section.error.label}”.`;
  const list = await freshList(walk, {
    account,
    root: undefined,
    rows: [],
    error: undefined,
    more: undefined,
    loading: undefined,
  });
  const held = list.held.map(({ id, name }) => `${id} ${name}`);
  const server = serverList(place, account.view).map(({ id, name }) => `${id} ${name ?? ''}`);
  // Where the row that loads more would be seen, its absence says that everything is there.
  const complete = whole || (section?.more === undefined && (section?.rows.length ?? 0) > 0);
  const wanted = complete ? server : server.slice(0, held.length);
  if (held.join('\n') === wanted.join('\n')) return undefined;
  const at = wanted.findIndex((line, index) => line !== held[index]);
  return `the catalogue holds ${held.length} images, the server has ${server.length}; number ${at + 1} is “${held[at] ?? ''}”, not “${wanted[at] ?? ''}”.`;
}
