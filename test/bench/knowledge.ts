import { parseImage } from '../../src/api/images/compute/parseImage';
import type { Image } from '../../src/api/images/image';
import { jsonText } from '../../src/base/json';
import { kindOf } from '../../src/catalog/kind';
import { titleOf } from '../../src/catalog/labels/title';
import { lineOf } from '../../src/catalog/lines/lineOf';
import { linesOf } from '../../src/catalog/lines/lines';
import { supportOf, supportState } from '../../src/catalog/support/support';
import { collectGarbage } from '../hosts/garbage';
import { median } from './measure';

const NOW = Date.UTC(2026, 10, 27);

/**
 * What rows show of the images of a list by themselves, one after the other as the view asks: their kinds, of which the
 * groups are made, then what they are called, their support, and their lines.
 * @returns how much of it there is, so that nothing is left out as unused
 */
export function know(images: readonly Image[]): number {
  let known = 0;
  for (const image of images) if (kindOf(image) !== 'other') known++;
  for (const image of images) if (titleOf(image).tells !== undefined) known++;
  for (const image of images) if (supportState(supportOf(image), NOW) !== undefined) known++;
  for (const image of images) if (lineOf(image) !== '') known++;
  const lines = linesOf(images, true);
  for (const image of images) if (lines.isNewest(image)) known++;
  return known;
}

/** One bare pass that reads the same fields, and asks them the plainest questions. */
function readFields(images: readonly Image[]): number {
  let found = 0;
  for (const { name, metadata, status, created, minDisk } of images) {
    if ((jsonText(metadata.app) || jsonText(metadata.gnc_app)).startsWith('GitLab-')) found++;
    if (jsonText(metadata.dst).startsWith('Ubuntu-') || name.includes('-ubuntu-')) found++;
    if (jsonText(metadata.os_type).startsWith('win')) found++;
    if (jsonText(metadata.os_distro) !== '' || jsonText(metadata.os_version) !== '') found++;
    if (jsonText(metadata.image_type) === 'snapshot') found++;
    if (name.startsWith('vmi-') || jsonText(metadata.display_order) !== '') found++;
    if (jsonText(metadata.hw_architecture) !== '' || jsonText(metadata.architecture) !== '') found++;
    if (name.includes('-amd64') || name.includes('-zfs') || name.endsWith('gb')) found++;
    if (status === 'ACTIVE' && created !== undefined && minDisk !== undefined) found++;
  }
  return found;
}

/** Medians, in milliseconds. */
export interface KnowledgeTimes {
  /** Of images that nobody has asked anything about. */
  readonly once: number;
  readonly again: number;
  readonly bare: number;
}

/** How long it takes to know of images of Compute what rows show, beside reading their fields. */
export async function knowing(images: readonly Image[], runs: number): Promise<KnowledgeTimes> {
  const times: { readonly once: number[]; readonly again: number[]; readonly bare: number[] } = {
    once: [],
    again: [],
    bare: [],
  };
  for (let run = -Math.ceil(runs / 5); run < runs; run++) {
    const fresh = images.map(({ raw }) => parseImage(raw));
    for (const [name, work] of [
      ['bare', readFields],
      ['once', know],
      ['again', know],
    ] as const) {
      // Nor is what was made before, and is nobody's any more.
      await collectGarbage();
      const started = performance.now();
      work(fresh);
      // The first runs, in which everything is compiled, are not counted.
      if (run >= 0) times[name].push(performance.now() - started);
    }
  }
  return { once: median(times.once), again: median(times.again), bare: median(times.bare) };
}
