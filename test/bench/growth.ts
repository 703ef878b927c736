import { parseImage } from '../../src/api/images/compute/parseImage';
import type { Image } from '../../src/api/images/image';
import { drawing } from './editor/compareInEditor';
import type { Editors } from './editor/editors';
import { medianOfFresh, medians } from './measure';
import {
  bareCount,
  bareFilter,
  bareSort,
  filter,
  fold,
  group,
  sortByName,
  THREE_CRITERIA,
} from './projections';
import { COMPARED, loadedCatalog, loadedImages, type Served, type Size } from './served';
import { bytesOf, weight } from './sizes';
import { longestPauses } from './pauses';
import { milliseconds, table } from './table';

const GROWTH: readonly Size[] = [100, 1000, 10_000, 50_000];

/** What the same things cost for lists of several sizes, as a table. */
export async function growth(served: Served, editors: Editors): Promise<string> {
  const projections: readonly (readonly [name: string, projection: (images: readonly Image[]) => unknown])[] =
    [
      ['group by status', group('status')],
      ['– bare pass', bareCount.status],
      ['group by app', group('app')],
      ['– bare pass', bareCount.app],
      ['group by distribution', group('distribution')],
      ['– bare pass', bareCount.distribution],
      ['filter by part of the name', filter({ kind: 'nameContains', text: 'ubuntu' })],
      ['– bare pass', bareFilter.name],
      ['filter by three criteria', filter(...THREE_CRITERIA)],
      ['– bare pass', bareFilter.all],
      ['sort by name', sortByName],
      ['– toSorted', bareSort],
      ['fold disk sizes', fold],
    ];
  const lists: (readonly Image[])[] = [];
  for (const size of GROWTH) lists.push(await loadedImages(served, size, 'compute'));
  const loads: string[] = [];
  for (const size of GROWTH) {
    const { load } = await medians({ load: () => loadedCatalog(served, size) }, size > COMPARED ? 5 : 15);
    loads.push(perImage(load, size));
  }
  const rows: string[][] = [['load', ...loads]];
  for (const [name, projection] of projections) {
    const cells: string[] = [];
    for (const images of lists) {
      const { time } = await medians({ time: () => projection(images) }, images.length > COMPARED ? 15 : 45);
      cells.push(perImage(time, images.length));
    }
    rows.push([name, ...cells]);
  }
  for (const by of ['app', 'distribution'] as const)
    rows.push([`group by ${by}, the first time`, ...lists.map((images) => firstTime(images, group(by)))]);
  const weights: string[] = [];
  const bytes: string[] = [];
  const ours: string[] = [];
  const bare: string[] = [];
  const pausesHere: string[] = [];
  const pausesBare: string[] = [];
  for (const size of GROWTH) {
    weights.push(`${Math.round(await weight(served, size, 'known'))} bytes each`);
    const { updated } = await bytesOf(served, size, 'compute');
    bytes.push(`${updated} bytes`);
    const pauses = await longestPauses(served, size);
    pausesHere.push(milliseconds(pauses.here));
    pausesBare.push(milliseconds(pauses.bare));
    const redrawn = await drawing(editors, size, size > COMPARED ? 5 : 10);
    ours.push(perImage(redrawn.here, size));
    bare.push(perImage(redrawn.bare, size));
  }
  rows.push(['memory, with all that is known', ...weights], ['refresh, nothing changed', ...bytes]);
  rows.push(['longest pause while loading', ...pausesHere], ['– bare pages', ...pausesBare]);
  rows.push(['rows in one group, drawn', ...ours], ['– bare tree', ...bare]);
  return table(['images', ...GROWTH.map((size) => size.toLocaleString('en'))], rows);
}

/** What is remembered of an image is worked out by its first grouping: images just read have nothing of it. */
function firstTime(images: readonly Image[], projection: (images: readonly Image[]) => unknown): string {
  const time = medianOfFresh(() => images.map(({ raw }) => parseImage(raw)), projection, 9);
  return perImage(time, images.length);
}

function perImage(time: number, count: number): string {
  return `${milliseconds(time)} (${((time * 1000) / count).toFixed(2)} µs each)`;
}
