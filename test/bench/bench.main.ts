// Measures the catalogue against the plainest code that could be put in its place, and prints Markdown.
import { cpus } from 'node:os';
import { parseImage } from '../../src/api/images/compute/parseImage';
import type { Image } from '../../src/api/images/image';
import { bareList, byNodeFetch, byNodeHttp } from './bareClients';
import { activating, drawing } from './editor/compareInEditor';
import { ownTemporaryFolder } from '../hosts/temporaryFolder';
import { Editors } from './editor/editors';
import { finding } from './finding';
import { growth } from './growth';
import { knowing } from './knowledge';
import { medians, mediansOfLarge } from './measure';
import { bareCount, bareFilter, bareSort, filter, group, sortByName, THREE_CRITERIA } from './projections';
import {
  COMPARED,
  loadedCatalog,
  loadedImages,
  startPages,
  type Served,
  type ServiceName,
  type Size,
} from './served';
import { bytesOf, weight } from './sizes';
import { milliseconds, ratio, table } from './table';

const LOADED: Size = 5000;

type Row = readonly [what: string, value: string, against: string, ratio: string, most: string];

async function main(): Promise<void> {
  ownTemporaryFolder('bench');
  const served = await startPages();
  try {
    const rows = [...(await ofService(served, 'compute')), ...(await ofService(served, 'image'))];
    // Not before, so that they take nothing from what is measured without them.
    const editors = await Editors.start();
    try {
      rows.push(await drawn(editors), ...(await activated(editors)));
      console.log(`${machine()}\n`);
      console.log(table(['', 'here', 'against', 'ratio', 'at most'], rows));
      console.log(`\n${await growth(served, editors)}`);
    } finally {
      await editors.stop();
    }
  } finally {
    served.stop();
  }
}

/** What becomes of the images of one service. */
async function ofService(served: Served, service: ServiceName): Promise<readonly Row[]> {
  const images = await loadedImages(served, COMPARED, service);
  const rows = [
    ...(await loading(served, service)),
    ...(await grouping(images)),
    ...(await filtering(images)),
    await sorting(images),
    ...(service === 'compute' ? [...(await knowledge(images)), await found(images)] : []),
    ...(await weighing(served, service)),
    await refreshing(served, service),
  ];
  return service === 'compute' ? rows : rows.map(([what, ...row]): Row => [`Image v2: ${what}`, ...row]);
}

async function loading(served: Served, service: ServiceName): Promise<readonly Row[]> {
  const times = await mediansOfLarge(
    {
      here: () => loadedCatalog(served, LOADED, service),
      nodeFetch: () => bareList(served, LOADED, byNodeFetch, service),
      nodeHttp: () => bareList(served, LOADED, byNodeHttp, service),
    },
    100,
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
      filter({ kind: 'status', values: ['SAVING'] }),
      bareFilter.status,
    ),
    await compared('filter 10,000 by part of the name', images, byName, bareFilter.name),
    await compared('filter 10,000 by app', images, byApp, bareFilter.app),
    await compared('filter 10,000 by size', images, bySize, bareFilter.size),
    await compared('filter 10,000 by all three', images, filter(...THREE_CRITERIA), bareFilter.all),
  ];
}

/** Images of Compute alone: they are made anew from what the server sent, so that nothing is known of them yet. */
async function knowledge(images: readonly Image[]): Promise<readonly Row[]> {
  const { once, again, bare } = await knowing(images, 100);
  const what = 'labels, kinds, lines and support of 10,000';
  return [timeRow(`${what}, once`, once, bare, '4'), timeRow(`${what}, again`, again, bare, '2')];
}

/** A list of 50,000: the same images again and again, each an object of its own. */
async function found(images: readonly Image[]): Promise<Row> {
  const many = Array.from({ length: 5 }, () => images.map(({ raw }) => parseImage(raw))).flat();
  const { here, bare } = await finding(many);
  return timeRow('find in 50,000, against a pass of includes', here, bare, '3');
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

async function weighing(served: Served, service: ServiceName): Promise<readonly Row[]> {
  const bare = await weight(served, COMPARED, 'bare', service);
  const row = (what: string, bytes: number, most: string): Row => [
    `memory per image ${what}, against the parsed object`,
    `${Math.round(bytes)} bytes`,
    `${Math.round(bare)} bytes`,
    ratio(bytes / bare),
    most,
  ];
  return [
    row('in the catalogue', await weight(served, COMPARED, 'catalogue', service), '1.4'),
    row('with all that is known of it', await weight(served, COMPARED, 'known', service), '1.4'),
  ];
}

async function refreshing(served: Served, service: ServiceName): Promise<Row> {
  const { listed, updated } = await bytesOf(served, LOADED, service);
  return [
    'bytes of a refresh, nothing changed, 5,000 loaded, against listing',
    `${updated} bytes`,
    `${listed} bytes`,
    ratio(updated / listed),
    '0.001',
  ];
}

async function drawn(editors: Editors): Promise<Row> {
  const { here, bare } = await drawing(editors, COMPARED, 20);
  return timeRow('10,000 rows in one group, fired until drawn, against a bare tree', here, bare, '1.3');
}

async function activated(editors: Editors): Promise<readonly Row[]> {
  const { here, built, bare } = await activating(editors);
  return [
    timeRow('load and activate, against node-fetch and three rows', here, bare, '1.5'),
    timeRow('the same with all that the view needs, against the same', built, bare, ''),
  ];
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
