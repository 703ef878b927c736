/** ConoHa's own facts, in one place: they come from its documents and from answers of its servers. */

/** The regions of VPS 2.0, as suggestions: the endpoints of customers differ. */
export const CONOHA_REGIONS: readonly string[] = ['tyo1', 'tyo2', 'tyo3', 'sin1', 'sjc1'];

/** The Compute API of a region of VPS 2.0. */
export function conohaCompute(region: string): string {
  return `https://compute.${region}.conoha.io`;
}

/** The region whose Compute or Image API a host is, of whatever generation; `undefined` for other hosts. */
export function conohaRegion(host: string): string | undefined {
  return /^(?:compute|image-service)\.([a-z0-9]+)\.conoha\.io$/.exec(host)?.[1];
}

/** The other service of images of ConoHa's in the region of an address; `undefined` where that is not ConoHa's. */
export function conohaSibling(base: string, tenant: string | undefined): string | undefined {
  const { host } = new URL(base);
  const region = conohaRegion(host);
  if (region === undefined) return undefined;
  if (host.startsWith('compute.')) return `https://image-service.${region}.conoha.io/v2`;
  if (region === CONOHA_3_REGION) return `${conohaCompute(region)}/v2.1`;
  return tenant === undefined ? undefined : `${conohaCompute(region)}/v2/${tenant}`;
}

/** The Identity API of a region of VPS 2.0. */
export function conohaIdentity(region: string): string {
  return `https://identity.${region}.conoha.io/v2.0`;
}

/** The region of VPS 3.0. */
export const CONOHA_3_REGION = 'c3j1';

/** The Image API of VPS 3.0, whose images come from there. */
export const CONOHA_3_IMAGE = 'https://image-service.c3j1.conoha.io';

/**
 * The volume that a server of VPS 3.0 starts from, which is made of an image. The plan of 512 MB alone has 30 GiB, of the
 * type `c3j1-as01-boot`: which plan it is to be, an image does not tell.
 * As the pages `volume-create_vol-v3` and `volume-get_types_list-v3` of doc.conoha.jp/api-vps3 have it.
 * @param host of its Image API @returns `undefined` for other hosts
 */
export function conohaBootVolume(host: string): { readonly type: string; readonly gib: number } | undefined {
  return conohaRegion(host) === CONOHA_3_REGION ? { type: 'c3j1-ds02-boot', gib: 100 } : undefined;
}

/** The Identity API of VPS 3.0. */
export const CONOHA_3_IDENTITY = 'https://identity.c3j1.conoha.io/v3';

/** The domain, by name, in which VPS 3.0 has its users and projects. By id they need none. */
export const CONOHA_3_DOMAIN = 'gnc';

/** Where a ConoHa account can be. */
export interface ConohaPlace {
  readonly generation: '3.0' | '2.0';
  readonly city: 'Tokyo' | 'Singapore' | 'San Jose';
  readonly region: string;
  readonly identity: { readonly address: string; readonly version: 'v3' | 'v2.0' };
}

const CITIES: Readonly<Record<string, ConohaPlace['city']>> = {
  tyo: 'Tokyo',
  sin: 'Singapore',
  sjc: 'San Jose',
};

/** The newest generation first: whoever becomes a customer now gets that. */
export const CONOHA_PLACES: readonly ConohaPlace[] = [
  {
    generation: '3.0',
    city: 'Tokyo',
    region: CONOHA_3_REGION,
    identity: { address: CONOHA_3_IDENTITY, version: 'v3' },
  },
  ...CONOHA_REGIONS.map((region): ConohaPlace => ({
    generation: '2.0',
    city: CITIES[region.slice(0, 3)] ?? 'Tokyo',
    region,
    identity: { address: conohaIdentity(region), version: 'v2.0' },
  })),
];

/** Whether a host, with or without its port, is ConoHa's. */
export function isConohaHost(host: string): boolean {
  return /\.conoha\.io(?::\d+)?$/.test(host);
}

/** How long tokens live at most, in milliseconds. */
export const CONOHA_TOKEN_LIFE_MS = 24 * 60 * 60_000;

/** What ConoHa notes in an image's metadata, by the keys it uses. */
export const METADATA_KEYS = {
  /** The app, in answers of today and of 2015. */
  app: ['app', 'gnc_app'],
  /** Spelled so. */
  distribution: 'dst',
  osType: 'os_type',
  imageType: 'image_type',
  /** OpenStack's own, which ConoHa does without. */
  osDistribution: ['os_distro', 'os_version'],
  /** OpenStack's own, of today and of before. */
  architecture: ['hw_architecture', 'architecture'],
  /** The place in the vendor's list. */
  displayOrder: 'display_order',
} as const;

/** What VPS 3.0 notes in tags of the form `key=value`, by the keys it uses. */
export const TAG_KEYS = {
  app: { name: 'app_name', version: 'app_version' },
  distribution: { name: 'dst_name', version: 'dst_version' },
} as const;

/** The storage for saved images, below the address of the image service. */
export const IMAGE_STORAGE = {
  /** The bytes that are used. */
  used: 'images/total',
  quota: 'quota',
  /** VPS 2.0 puts the region before it. */
  quotaKey: /(?:^|_)image_size$/,
} as const;

/** The `image_type` of what was saved from a server. */
export const SAVED_IMAGE_TYPE = 'snapshot';

/** The `os_type` that stands for Linux, and for the BSDs as well. */
export const LINUX_OS_TYPE = 'lin';

/** What the names of the vendor's images begin with. */
export const VENDOR_PREFIX = 'vmi-';

/** Distributions by the word that stands for them in vendor names; of two that fit, the longer comes first. */
export const DISTRIBUTION_WORDS: Readonly<Record<string, string>> = {
  'centos-stream': 'CentOS Stream',
  centos: 'CentOS',
  ubuntu: 'Ubuntu',
  debian: 'Debian',
  fedora: 'Fedora',
  almalinux: 'AlmaLinux',
  alma: 'AlmaLinux',
  rockylinux: 'Rocky Linux',
  rocky: 'Rocky Linux',
  oraclelinux: 'Oracle Linux',
  miraclelinux: 'MIRACLE LINUX',
  rhel: 'Red Hat Enterprise Linux',
  redhat: 'Red Hat Enterprise Linux',
  amazonlinux: 'Amazon Linux',
  amazon: 'Amazon Linux',
  alpinelinux: 'Alpine Linux',
  alpine: 'Alpine Linux',
  opensuse: 'openSUSE',
  arch: 'Arch Linux',
  gentoo: 'Gentoo',
  freebsd: 'FreeBSD',
  netbsd: 'NetBSD',
  openbsd: 'OpenBSD',
  windows: 'Windows Server',
  win: 'Windows Server',
};

/** In versions of apps: what follows the app's own version, and words that are no version. */
export const APP_WORDS = {
  onDistribution: new RegExp(`\\s+(?:${Object.values(DISTRIBUTION_WORDS).join('|')})[\\s\\d.]*$`, 'i'),
  saysNothing: /^latest$/i,
} as const;
