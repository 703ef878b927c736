import { defaultNewest, vendorImage } from './catalogue';
import { isoSeconds } from './clock';
import type { GlanceStatus, ImageSpec } from './images';
import { Random } from './random';
import { vendorTemplates, type VendorTemplate } from './vendorImages';
import { distributionTemplates, windowsTemplates } from './vendorReleases';

/** An image and what it was made from. */
export interface CatalogueImage {
  readonly image: ImageSpec & { readonly id: string; readonly name: string; readonly created: string };
  /** GiB of the disk that it is made for; `undefined` where nothing tells one. */
  readonly disk: number | undefined;
}

const day = 86_400_000;
/** When the images without a disk size were made. */
const early2015 = Date.UTC(2015, 4, 7);

/** Apps whose names are longer or odder than those of `vendorTemplates`, each in one size. */
const oddApps: readonly VendorTemplate[] = [
  ['ArchiveBox-0.2.4-64bit', 'vmi-archivebox-0.2.4-ubuntu-20.04-amd64'],
  ['BabyAGI_UI-latest-64bit', 'vmi-babyagi-ui-latest-ubuntu-22.04-amd64'],
  ['KUSANAGI manager-KUSANAGI9 CentOS Stream9', 'vmi-kusanagi-manager-centos-stream9-amd64'],
  ['WordPress(KUSANAGI)-latest-64bit', 'vmi-wordpress-kusanagi-latest-centos-7.9-amd64'],
].map(([app = '', name = ''], at) => ({
  metadata: { app },
  osType: 'lin',
  name,
  disks: [at % 2 === 0 ? 30 : 100],
}));

/**
 * The user's own images, newest first: name, GiB of the disk, how old it is in days, what it was saved from (the word of
 * the metadata), and its status where it is not ACTIVE.
 */
const ownImages: readonly (readonly [string, number, number, string, GlanceStatus?])[] = [
  ['マイクラ鯖 引っ越し前_20261120', 100, 0, 'Minecraft_JAVA_Edition-1.19.3-64bit', 'saving'],
  ['ci-runner_20261119', 100, 1, 'Docker-20.10-64bit', 'killed'],
  ['Webサーバー_バックアップ_20261101', 100, 19, 'WordPress-6.2.2-64bit'],
  ['Webサーバー_バックアップ_20261001', 100, 50, 'WordPress-6.2.2-64bit'],
  ['Webサーバー_バックアップ_20260901', 100, 80, 'WordPress-6.2.2-64bit'],
  ['k8s-node-production-cluster-tokyo-worker-01', 100, 90, 'Kubernetes_Worker-1.27-64bit'],
  ['k8s-node-production-cluster-tokyo-worker-02', 100, 90, 'Kubernetes_Worker-1.27-64bit'],
  ['before upgrade (do not delete) 2026-08-01', 100, 111, ''],
  ['before upgrade (do not delete) 2026-07-01', 100, 142, ''],
  ['本番DB 移行前', 200, 160, 'MySQL_phpMyAdmin-8.0-64bit'],
  ['テスト用(消さないで)', 30, 200, ''],
  ['【重要】ゴールデンイメージ', 100, 230, ''],
  ['検証機２号', 30, 260, ''],
  ['開発環境　全角スペース', 100, 280, 'Docker-24.0-64bit'],
  ['golden-ubuntu_20260115', 30, 309, ''],
  ['web-1', 30, 330, ''],
  ['web-2', 30, 330, ''],
  ['dev', 100, 400, 'Docker-20.10-64bit'],
];

/**
 * A catalogue like that of a ConoHa account: operating systems and 85 apps, half of them with one image, else mostly in two
 * disk sizes of the same second, both generations of names and metadata, and the user's own images. The same seed and instant (milliseconds since 1970) give the same images, in no order.
 */
export function vendorCatalogue(seed = 'vendor', newest: number = defaultNewest): readonly CatalogueImage[] {
  const random = new Random(seed);
  const known = vendorTemplates.filter(({ metadata }) => 'app' in metadata);
  const apps = known.map((template) => withSizes(template, known));
  const offered = [...distributionTemplates, ...windowsTemplates, ...oddApps, ...apps];
  return [
    ...offered.flatMap((template) => builds(template, newest, random)),
    ...ownImages.map((own) => ownImage(own, newest, random)),
  ];
}

/** All images for a tenant of the simulated API. */
export function vendorCatalogueImages(seed?: string, newest?: number): readonly ImageSpec[] {
  return vendorCatalogue(seed, newest).map(({ image }) => image);
}

/** An app with one version is offered in one size, one of 2015 without a size and by the older key. */
function withSizes(template: VendorTemplate, all: readonly VendorTemplate[]): VendorTemplate {
  const app = appOf(template);
  if (template.disks.includes(0)) return { ...template, metadata: { gnc_app: app } };
  const siblings = all.filter((other) => familyOf(appOf(other)) === familyOf(app));
  if (siblings.length > 1) return template;
  return { ...template, disks: [all.indexOf(template) % 2 === 0 ? 30 : 100] };
}

function appOf({ metadata }: VendorTemplate): string {
  return 'app' in metadata ? metadata.app : '';
}

function familyOf(app: string): string {
  return app.replace(/-[^-]+-64bit$/, '');
}

function builds(template: VendorTemplate, newest: number, random: Random): readonly CatalogueImage[] {
  const made = template.disks.includes(0) ? early2015 : newest - random.integer(400, 1600) * day;
  const created = made - random.integer(0, 86_399) * 1000;
  const isWindows = template.osType.startsWith('win');
  return template.disks.map((disk) => {
    const image = vendorImage(template, disk, { number: 0, created, newest }, random);
    return {
      image: {
        ...image,
        id: image.id ?? '',
        created: isoSeconds(created),
        name: isWindows ? template.name : (image.name ?? ''),
      },
      disk: disk === 0 ? undefined : disk,
    };
  });
}

function ownImage(
  [name, disk, age, app, status = 'active']: (typeof ownImages)[number],
  newest: number,
  random: Random,
): CatalogueImage {
  const created = isoSeconds(newest - age * day - random.integer(0, 3600) * 1000);
  return {
    image: {
      id: random.uuid(),
      name,
      status,
      created,
      updated: created,
      minDisk: disk,
      size: status === 'saving' ? 0 : 2_147_483_648,
      metadata: {
        ...(app !== '' && { app }),
        os_type: 'lin',
        hw_qemu_guest_agent: 'yes',
        image_type: 'snapshot',
      },
      server: random.uuid(),
    },
    disk,
  };
}
