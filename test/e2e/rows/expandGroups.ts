import { until } from '../../hosts/until';
import type { DomElement } from '../workbench/dom';
import type { Workbench } from '../workbench/workbench';

/** A row as far as the keyboard's way through the list needs it. */
interface Station {
  readonly index: number;
  readonly level: number;
  readonly focused: boolean;
  readonly expanded: boolean | undefined;
  readonly spoken: string;
}

/** Runs in the page. */
function readStations(rows: DomElement[]): Station[] {
  return rows.map((row) => {
    const expanded = row.getAttribute('aria-expanded');
    return {
      index: Number(row.getAttribute('data-index')),
      level: Number(row.getAttribute('aria-level')),
      focused: row.className.split(' ').includes('focused'),
      expanded: expanded === null ? undefined : expanded === 'true',
      spoken: row.getAttribute('aria-label') ?? '',
    };
  });
}

/**
 * Goes down the whole list by the keyboard and opens what is closed, then lets go of the list.
 *
 * @param isGroup whether a closed row, by what a screen reader says of it, is one to be opened
 */
export async function expandGroups(
  workbench: Workbench,
  isGroup: (spoken: string) => boolean,
): Promise<void> {
  const stations = async () =>
    (await workbench.view.readOnScreen(readStations)).sort((a, b) => a.index - b.index);
  const focusedRow = () =>
    until(async () => (await stations()).find(({ focused }) => focused), 'a row that has the focus');
  const goDown = async (from: number, to: number) => {
    for (let at = from; at < to; at++) await workbench.press('ArrowDown');
    await until(async () => (await focusedRow()).index === to, `the focus in row ${to}`);
  };

  await workbench.view.focus();
  await workbench.press('Home');
  await until(async () => (await focusedRow()).index === 0, 'the focus in the first row');
  for (let here = 0, isEnd = false; !isEnd;) {
    const below = (await stations()).filter(({ index }) => index >= here);
    const closed = below.find(({ expanded, spoken }) => expanded === false && isGroup(spoken));
    const last = below.at(-1)?.index ?? here;
    if (closed !== undefined) {
      await goDown(here, closed.index);
      await workbench.press('ArrowRight');
      // Once more goes to the first row below it, as soon as it is there.
      const first = await until(async () => {
        const focused = await focusedRow();
        if (focused.level > closed.level) return focused;
        if (focused.expanded === true) await workbench.press('ArrowRight');
        return undefined;
      }, `what is below ${closed.spoken}`);
      here = first.index;
    } else if (last > here) {
      await goDown(here, last);
      here = last;
    } else if (await workbench.view.isAtEnd()) {
      isEnd = true;
    } else {
      await goDown(here, here + 1);
      here++;
    }
  }
  // A row that has the focus shows its buttons, which take room.
  await workbench.press('Escape');
  await until(async () => !(await stations()).some(({ focused }) => focused), 'no row to have the focus');
}
