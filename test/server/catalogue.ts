import { isoSeconds } from './clock';
import type { GlanceStatus, ImageSpec } from './images';
import { Random } from './random';
import { vendorProject } from './glance/visibility';
import { vendorTemplates, type VendorTemplate } from './vendorImages';

const day = 86_400_000;
/** When the images without a disk size were made. */
const early2015 = Date.UTC(2015, 4, 7);
const gibibyte = 1_073_741_824;

/** The instant that generated catalogues count back from, unless told otherwise. */
export const defaultNewest = Date.UTC(2026, 10, 20, 3, 4, 5);

const ownNames = [
  'Webサーバー_バックアップ',
  '本番DB 移行前',
  'テスト用(消さないで)',
  'マイクラ鯖 引っ越し前',
  '【重要】ゴールデンイメージ',
  '開発環境　全角スペース',
  'k8s-node',
  'golden-ubuntu',
  'ci-runner',
  'wordpress-bk',
  '500G',
  'before upgrade (do not delete)',
  'café-staging',
  '検証機２号',
] as const;

/** What happened to the newest of the user's own images; the others are ACTIVE. */
const unusualStatuses: readonly GlanceStatus[] = ['queued', 'saving', 'killed', 'deactivated'];

/**
 * A catalogue as ConoHa accounts have it: vendor images in their disk sizes and, one in eleven, the user's own.
 * 220 hold every vendor image once.
 * The same seed, count and instant give the same images.
 */
export function generateCatalogue(count: number, seed: string, newest: number = defaultNewest): ImageSpec[] {
  const random = new Random(seed);
  const own = Math.ceil(count / 11);
  return [...ownImages(own, random, newest), ...vendorImages(count - own, random, newest)];
}

function vendorImages(count: number, random: Random, newest: number): ImageSpec[] {
  const images: ImageSpec[] = [];
  for (let build = 0; images.length < count; build++) {
    for (const template of random.shuffled(vendorTemplates)) {
      const made = template.disks.includes(0) ? early2015 : newest - random.integer(2, 1200) * day;
      const created = made - random.integer(0, 86_399) * 1000;
      // The sizes of one image are built in the same second.
      for (const disk of template.disks)
        images.push(vendorImage(template, disk, { number: build, created, newest }, random));
    }
  }
  return images.slice(0, count);
}

/** One of the times that the vendor built its images; instants are milliseconds since 1970. */
export interface Build {
  readonly number: number;
  readonly created: number;
  readonly newest: number;
}

/** An image as the vendor builds it, for a disk of so many GiB, which its name tells at its end; 0 is without. */
export function vendorImage(template: VendorTemplate, disk: number, build: Build, random: Random): ImageSpec {
  const { created, newest } = build;
  const diskSuffix = disk === 0 ? '' : `-${disk}gb`;
  const buildSuffix =
    build.number === 0 ? '' : `-${isoSeconds(created).slice(0, 10).replaceAll('-', '')}-${build.number}`;
  const windows = template.osType.startsWith('win');
  return {
    id: random.uuid(),
    name: template.name + diskSuffix + buildSuffix,
    status: 'active',
    created: isoSeconds(created),
    updated: isoSeconds(Math.min(newest, created + random.integer(30, 90 * 86_400) * 1000)),
    minDisk: disk,
    minRam: windows ? 1024 : 0,
    size: windows ? sizeBetween(8, 10, random) : sizeBetween(1, 6, random),
    owner: vendorProject,
    visibility: 'public',
    metadata: {
      display_order: String(random.integer(10, 900)),
      ...template.metadata,
      hw_qemu_guest_agent: 'yes',
      os_type: template.osType,
    },
  };
}

function ownImages(count: number, random: Random, newest: number): ImageSpec[] {
  return Array.from({ length: count }, (_, index) => {
    const status = count >= unusualStatuses.length ? (unusualStatuses[index] ?? 'active') : 'active';
    const age = status === 'active' ? random.integer(1, 400 * 86_400) : random.integer(30, 600) + index;
    const created = newest - age * 1000;
    const unfinished = status === 'queued' || status === 'saving';
    return {
      id: random.uuid(),
      name: `${random.pick(ownNames)}_${isoSeconds(created).slice(0, 10).replaceAll('-', '')}`,
      status,
      created: isoSeconds(created),
      updated: isoSeconds(unfinished ? created : Math.min(newest, created + random.integer(30, 900) * 1000)),
      minDisk: random.pick([20, 30, 100, 200, 500, 2000]),
      minRam: 0,
      size: unfinished ? 0 : sizeBetween(1, 10, random),
      ...origin(random),
    };
  });
}

/** Most own images are snapshots and inherit from the vendor's; some were uploaded and say nothing of themselves. */
function origin(random: Random): Pick<ImageSpec, 'metadata' | 'server'> {
  if (random.next() < 0.2) return { metadata: {} };
  const source = random.shuffled(vendorTemplates.slice(-24))[0];
  const inherited = random.next() < 0.7 && source ? { ...source.metadata, os_type: source.osType } : {};
  return {
    metadata: { ...inherited, hw_qemu_guest_agent: 'yes', image_type: 'snapshot' },
    server: random.uuid(),
  };
}

function sizeBetween(from: number, to: number, random: Random): number {
  return Math.round((from + random.next() * (to - from)) * (gibibyte / 65536)) * 65536;
}
