import { isoSeconds } from './clock';
import { vendorProject } from './glance/visibility';
import type { ImageSpec } from './images';
import { Random } from './random';
import { offers, type Offer } from './vps3Offers';

const day = 86_400_000;
const gibibyte = 1_073_741_824;

/**
 * What an account of VPS 3.0 has: about 150 public images, whose app, distribution and place in the list are tags, saved
 * images, one of them being saved, and an ISO image that is being uploaded.
 * @param newest milliseconds since 1970, the instant that it counts back from
 */
export function vps3Images(seed: string, newest: number): ImageSpec[] {
  const random = new Random(seed);
  return [
    ...savedImages(random, newest),
    ...offers.flatMap((offer, at) => builds(offer, at, random, newest)),
  ];
}

/** Of some images the build before stands there, too, under the same name: of these one is active. */
function builds(offer: Offer, at: number, random: Random, newest: number): ImageSpec[] {
  const created = newest - random.integer(5, 500) * day - random.integer(0, 86_399) * 1000;
  const now = publicImage(offer, at, created, random);
  if (at % 24 !== 7) return [now];
  const before = publicImage(offer, at, created - random.integer(60, 200) * day, random);
  return [now, { ...before, status: 'deactivated', updated: isoSeconds(created) }];
}

function publicImage({ name, osType, tags }: Offer, at: number, created: number, random: Random): ImageSpec {
  const isWindows = osType === 'windows';
  return {
    id: random.uuid(),
    name,
    created: isoSeconds(created),
    updated: isoSeconds(created + random.integer(60, 600) * 1000),
    minDisk: isWindows ? 100 : 30,
    minRam: isWindows ? 1024 : 512,
    size: sizeBetween(isWindows ? 8 : 1, isWindows ? 14 : 5, random),
    owner: vendorProject,
    visibility: 'public',
    tags: ['service_type=vps', ...tags, `display_order=${(at + 1) * 10}`],
    metadata: {
      architecture: 'x86_64',
      hw_qemu_guest_agent: 'yes',
      hw_video_model: 'vga',
      hw_vif_multiqueue_enabled: 'true',
      os_type: osType,
    },
  };
}

const savedNames = [
  'Web 2026-11-20 保存前',
  '本番DB_移行前',
  'マイクラ鯖 引っ越し前',
  'golden-ubuntu-24.04',
  '【重要】ゴールデンイメージ',
  'ci-runner',
  'before upgrade (do not delete)',
  '検証機２号: 2026/10',
] as const;

/** A saved image inherits the properties of its volume and no tags; the newest is being saved. */
function savedImages(random: Random, newest: number): ImageSpec[] {
  const saved = savedNames.map((name, index): ImageSpec => {
    const created = newest - (index === 0 ? 90_000 : random.integer(1, 300) * day);
    return {
      id: random.uuid(),
      name,
      status: index === 0 ? 'saving' : 'active',
      created: isoSeconds(created),
      updated: isoSeconds(index === 0 ? created : created + random.integer(300, 1500) * 1000),
      minDisk: random.pick([100, 200, 500]),
      minRam: 0,
      size: index === 0 ? 0 : sizeBetween(20, 100, random),
      visibility: index % 3 === 2 ? 'shared' : 'private',
      diskFormat: 'raw',
      metadata: { hw_qemu_guest_agent: 'yes', os_type: name.startsWith('本番') ? 'windows' : 'linux' },
    };
  });
  return [...saved, isoImage(random, newest)];
}

function isoImage(random: Random, newest: number): ImageSpec {
  const created = isoSeconds(newest - 40_000);
  return {
    id: random.uuid(),
    name: 'alpine-virt-3.22.1-x86_64.iso',
    status: 'queued',
    created,
    updated: created,
    minDisk: 0,
    minRam: 0,
    size: 0,
    visibility: 'shared',
    diskFormat: 'iso',
    metadata: { hw_rescue_bus: 'ide', hw_rescue_device: 'cdrom' },
  };
}

function sizeBetween(from: number, to: number, random: Random): number {
  return Math.round((from + random.next() * (to - from)) * (gibibyte / 65_536)) * 65_536;
}
