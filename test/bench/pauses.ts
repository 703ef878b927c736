import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PLAIN_VIEW, plainImages } from '../unit/plainImages';
import { bareList, byNodeFetch } from './bareClients';
import { median } from './measure';
import { imagesSource, loadEverything, type Served, type Size } from './served';

const RUNS = 5;

/**
 * The longest that the process does nothing else while a list is loaded, milliseconds, medians: here with its rows
 * grouped and sorted anew whenever the tree is told to show more, against reading the same pages alone.
 */
export async function longestPauses(served: Served, size: Size): Promise<{ here: number; bare: number }> {
  const here: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    here.push(await longestPause(() => loadAndShow(served, size)));
    bare.push(await longestPause(() => bareList(served, size, byNodeFetch)));
  }
  return { here: median(here), bare: median(bare) };
}

async function loadAndShow(served: Served, size: Size): Promise<void> {
  const images = plainImages(imagesSource(served, size, 'compute'), {
    view: { ...PLAIN_VIEW, grouping: 'app', sorting: { key: 'name', descending: false } },
    locale: 'ja',
  });
  images.onDidChange(() => images.groups);
  await loadEverything(images.catalog);
  images.dispose();
}

async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await work();
  delays.disable();
  return delays.max / 1e6;
}
