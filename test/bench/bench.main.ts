// Measures the catalogue against the plainest code that could be put in its place, and prints Markdown.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseImage, type Image } from '../../src/api/image';
import { bareList, byNodeFetch, byNodeHttp } from './bareClients';
import type { Held } from './heap.main';
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
import { activating, drawing } from './editor/compareInEditor';
import { Editors } from './editor/editors';
import { COMPARED, loadedCatalog, loadedImages, message, startPages, type Served, type Size } from './served';
import { milliseconds, ratio, table } from './table';

const LOADED: Size = 5000;
const GROWTH: readonly Size[] = [100, 1000, 10_000, 50_000];

type Row = readonly [what: string, value: string, against: string, ratio: string, most: string];

async function main(): Promise<void> {
  const served = await startPages();
  try {
    const images = await loadedImages(served, COMPARED);
    const rows = [
      ...(await loading(served)),
      ...(await grouping(images)),
      ...(await filtering(images)),
      await sorting(images),
      ...(await weighing(served)),
      await refreshing(served),
      ...(await inEditor()),
    ];
    console.log(`${machine()}\n`);
    console.log(table(['', 'here', 'against', 'ratio', 'at most'], rows));
    console.log(`\n${await growth(served)}`);
  } finally {
    served.stop();
  }
}

async function loading(served: Served): Promise<readonly Row[]> {
  const times = await medians(
    {
      here: () => loadedCatalog(served, LOADED),
      nodeFetch: () => bareList(served, LOADED, byNodeFetch),
      nodeHttp: () => bareList(served, LOADED, byNodeHttp),
    },
    25,
  );
  const what = '5,000 images into the catalogue, against';
  return [
    timeRow(`${what} node-fetch and JSON.parse`, times.here, times.nodeFetch, '1.3'),
    timeRow(`${what} node:http and JSON.parse`, times.here, times.nodeHttp, ''),
  ];
}

async function grouping(images: readonly Image[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const by of ['status', 'app', 'distribution', 'os', 'ownership'] as const)
    rows.push(await compared(`group 10,000 by ${by}`, images, group(by), bareCount[by]));
  return rows;
}

async function filtering(images: readonly Image[]): Promise<readonly Row[]> {
  const [byName, bySize, byApp] = THREE_CRITERIA.map((criterion) => filter(criterion));
  if (byName === undefined || bySize === undefined || byApp === undefined) return [];
  return [
    await compared(
      'filter 10,000 by status',
      images,
      filter({ kind: 'status', value: 'SAVING' }),
      bareFilter.status,
    ),
    await compared('filter 10,000 by part of the name', images, byName, bareFilter.name),
    await compared('filter 10,000 by app', images, byApp, bareFilter.app),
    await compared('filter 10,000 by size', images, bySize, bareFilter.size),
    await compared('filter 10,000 by all three', images, filter(...THREE_CRITERIA), bareFilter.all),
  ];
}

async function compared(
  what: string,
  images: readonly Image[],
  ours: (images: readonly Image[]) => unknown,
  bare: (images: readonly Image[]) => unknown,
): Promise<Row> {
  const times = await medians({ here: () => ours(images), bare: () => bare(images) }, 300);
  return timeRow(`${what}, against a bare pass`, times.here, times.bare, '2');
}

async function sorting(images: readonly Image[]): Promise<Row> {
  const times = await medians({ here: () => sortByName(images), bare: () => bareSort(images) }, 25);
  return timeRow('sort 10,000 by name, against toSorted', times.here, times.bare, '1.5');
}

async function weighing(served: Served): Promise<readonly Row[]> {
  const bare = await weight(served, 'bare');
  const row = (what: string, bytes: number): Row => [
    `heap per image ${what}, against the parsed object`,
    `${Math.round(bytes)} bytes`,
    `${Math.round(bare)} bytes`,
    ratio(bytes / bare),
    '1.5',
  ];
  return [
    row('in the catalogue', await weight(served, 'catalogue')),
    row('after every grouping', await weight(served, 'grouped')),
  ];
}

async function weight({ origin }: Served, held: Held): Promise<number> {
  const child = fork(join(__dirname, 'heap.main.js'), [origin, held], { execArgv: ['--expose-gc'] });
  const { bytesPerImage } = (await message(child)) as { readonly bytesPerImage: number };
  child.disconnect();
  return bytesPerImage;
}

/** Bytes of the answers, as they are when none is compressed. */
async function refreshing(served: Served): Promise<Row> {
  const start = await sentBytes(served);
  const catalog = await loadedCatalog(served, LOADED);
  const listed = (await sentBytes(served)) - start;
  await catalog.update('remove');
  const updated = (await sentBytes(served)) - start - listed;
  return [
    'bytes of a refresh, nothing changed, 5,000 loaded, against listing',
    `${updated} bytes`,
    `${listed} bytes`,
    ratio(updated / listed),
    '0.001',
  ];
}

async function sentBytes({ origin }: Served): Promise<number> {
  return Number(await byNodeHttp(`${origin}/sent`, ''));
}

async function inEditor(): Promise<readonly Row[]> {
  const editors = await Editors.start();
  try {
    const drawn = await drawing(editors);
    const active = await activating(editors);
    return [
      timeRow(
        '10,000 rows in one group, fired until drawn, against a bare tree',
        drawn.here,
        drawn.bare,
        '1.3',
      ),
      timeRow('load and activate, against node-fetch and three rows', active.here, active.bare, '1.5'),
    ];
  } finally {
    await editors.stop();
  }
}

async function growth(served: Served): Promise<string> {
  const projections: Readonly<Record<string, (images: readonly Image[]) => unknown>> = {
    'group by status': group('status'),
    'group by app': group('app'),
    'group by distribution': group('distribution'),
    'filter by part of the name': filter({ kind: 'nameContains', text: 'ubuntu' }),
    '– its bare pass': bareFilter.name,
    'filter by three criteria': filter(...THREE_CRITERIA),
    'sort by name': sortByName,
    '– toSorted': bareSort,
    'fold disk sizes': fold,
  };
  const lists: (readonly Image[])[] = [];
  for (const size of GROWTH) lists.push(await loadedImages(served, size));
  const rows = new Map<string, string[]>([['load', []]]);
  for (const size of GROWTH) {
    const { load } = await medians({ load: () => loadedCatalog(served, size) }, size > COMPARED ? 5 : 15);
    rows.get('load')?.push(perImage(load, size));
  }
  for (const [name, projection] of Object.entries(projections)) {
    const cells: string[] = [];
    for (const images of lists) {
      const { time } = await medians({ time: () => projection(images) }, images.length > COMPARED ? 15 : 45);
      cells.push(perImage(time, images.length));
    }
    rows.set(name, cells);
  }
  for (const by of ['app', 'distribution'] as const)
    rows.set(
      `group by ${by}, the first time`,
      lists.map((images) => firstTime(images, group(by))),
    );
  return table(
    ['images', ...GROWTH.map((size) => size.toLocaleString('en'))],
    [...rows].map(([name, cells]) => [name, ...cells]),
  );
}

/** What is remembered of an image is worked out by its first grouping: images just read have nothing of it. */
function firstTime(images: readonly Image[], projection: (images: readonly Image[]) => unknown): string {
  const time = medianOfFresh(() => images.map(({ raw }) => parseImage(raw)), projection, 9);
  return perImage(time, images.length);
}

function perImage(time: number, count: number): string {
  return `${milliseconds(time)} (${((time * 1000) / count).toFixed(2)} µs each)`;
}

function timeRow(what: string, here: number, against: number, most: string): Row {
  return [what, milliseconds(here), milliseconds(against), ratio(here / against), most];
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
