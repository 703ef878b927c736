import { defaultNewest, generateCatalogue } from './catalogue';
import { Clock } from './clock';
import type { Cloud, DeletedImages } from './compute';
import { documentedImages, documentedTenantId, documentedToken } from './documented';
import type { Directory, DomainNames } from './accounts';
import { Images, type ImageSpec } from './images';
import { Random } from './random';
import type { NameOperators } from './nameOperators';
import {
  regionBase,
  type ComputeStyle,
  type EndpointInterface,
  type ImageStyle,
  type Regions,
} from './serviceCatalog';
import type { Tenant, TenantSpec, UserSpec } from './tenants';
import { Tokens } from './tokens';
import type { IdentityVersion } from './versions';
import { vps3Images } from './vps3Images';

/** The second of the default tenants, with a generated catalogue. */
export const generatedTenantId = '7d3f0c6a52b94e1c8a65d1e0b9f24c37';
export const generatedToken = '0f9e8d7c6b5a49382716f5e4d3c2b1a0';

/** The user of the default tenants. */
export const demoUser = {
  id: '3f1c0d5e8a7b4c6d9e0f1a2b3c4d5e6f',
  name: 'gncu00000001',
  password: 'demo-Password1',
  applicationCredential: { id: '21dced0fd20347869b93710d2b98aae0', name: 'editor', secret: 'editor-secret' },
} as const;

export interface CloudOptions {
  /** The documented tenant and one with 220 generated images if absent. */
  readonly tenants?: readonly TenantSpec[];
  /** `demoUser`, in all tenants, if absent. */
  readonly users?: readonly UserSpec[];
  /** Lifetime of tokens from the identity service; a day if absent. Tokens given to tenants here live ten years. */
  readonly tokenLifetimeSeconds?: number;
  /** How long a revoked token keeps working, as behind a cache; 0 if absent. */
  readonly revocationLagSeconds?: number;
  readonly identityVersions?: readonly IdentityVersion[];
  readonly domainNames?: DomainNames;
  readonly computeStyle?: ComputeStyle;
  /** `image` if absent. */
  readonly imageStyle?: ImageStyle;
  /** The interface of v3's catalogue whose addresses work; `public` if absent. */
  readonly interface?: EndpointInterface;
  /** The first region is served without a prefix; tyo1 and tyo2 if absent. */
  readonly regions?: readonly [string, ...string[]];
  readonly deletedImages?: DeletedImages;
  /** `understood` if absent. */
  readonly nameOperators?: NameOperators;
  /** The instant that generated catalogues count back from. */
  readonly newest?: Date;
}

const tenYears = 10 * 365 * 86_400;
/** Images of a tenant in each region after the first. */
const imagesElsewhere = 12;

/** What the services share: tenants with their images, users, tokens and the clock. */
export class SimulatedCloud implements Cloud, Directory {
  readonly clock = new Clock();
  readonly tokens: Tokens;
  readonly tenants: readonly Tenant[];
  readonly users: readonly UserSpec[];
  readonly domainNames: DomainNames;
  readonly identityVersions: readonly IdentityVersion[];
  readonly regions: Regions;
  deletedImages: DeletedImages;
  readonly nameOperators: NameOperators;
  private readonly images = new Map<string, Images>();

  constructor(
    readonly origin: string,
    options: CloudOptions,
  ) {
    this.tokens = new Tokens(
      this.clock,
      options.tokenLifetimeSeconds ?? 86_400,
      options.revocationLagSeconds ?? 0,
    );
    this.deletedImages = options.deletedImages ?? 'reported';
    this.nameOperators = options.nameOperators ?? 'understood';
    this.domainNames = options.domainNames ?? 'required';
    this.identityVersions = options.identityVersions ?? ['v3', 'v2.0'];
    const names = options.regions ?? ['tyo1', 'tyo2'];
    const { computeStyle = 'v2.1/project', imageStyle = 'image', interface: works = 'public' } = options;
    this.regions = { origin, names, computeStyle, imageStyle, interface: works };
    const newest = options.newest?.getTime();
    const tenants = options.tenants ?? defaultTenants;
    const ofEverybody = names.filter((name) => tenants.every(({ region }) => region !== name));
    this.tenants = tenants.map((spec, index) =>
      this.addTenant(spec, index, spec.region === undefined ? ofEverybody : [spec.region], newest),
    );
    this.users = options.users ?? [demoUserOf(this.tenants)];
  }

  endpoint(tenantId: string, region = this.homeOf(tenantId)): string {
    return `${regionBase(this.regions, region)}/v2/${tenantId}`;
  }

  imageEndpoint(tenantId: string, region = this.homeOf(tenantId)): string {
    return `${regionBase(this.regions, region)}/image/v2`;
  }

  imageQuota(tenantId: string): string | undefined {
    return this.tenants.find(({ id }) => id === tenantId)?.imageQuota;
  }

  imagesOf(tenantId: string, region = this.regions.names[0] ?? ''): Images | undefined {
    return this.images.get(`${region}/${tenantId}`);
  }

  openImages(tenantId: string, region = this.homeOf(tenantId)): Images {
    const images = this.imagesOf(tenantId, region);
    if (!images) throw new Error(`There is no tenant ${tenantId}${region ? ` in ${region}` : ''}`);
    return images;
  }

  knowsImage(imageId: string, region: string | undefined): boolean {
    return this.tenants.some(({ id }) => this.imagesOf(id, region)?.get(imageId) !== undefined);
  }

  private homeOf(tenantId: string): string {
    const [home = ''] = this.tenants.find(({ id }) => id === tenantId)?.regions ?? this.regions.names;
    return home;
  }

  private addTenant(
    spec: TenantSpec,
    index: number,
    regions: readonly string[],
    newest: number | undefined,
  ): Tenant {
    const random = new Random(`tenant ${index}`);
    const id = spec.id ?? random.hex(32);
    const token = this.tokens.issue({ tenantId: id, id: spec.token, lifetimeSeconds: tenYears });
    const seed = spec.seed ?? id;
    for (const region of regions) {
      const specs =
        region === regions[0]
          ? imageSpecs(spec.images ?? 0, seed, newest)
          : generateCatalogue(imagesElsewhere, `${seed} ${region}`, newest);
      this.images.set(`${region}/${id}`, new Images(this.clock, specs));
    }
    const name = spec.name ?? `gnct${String(index + 1).padStart(8, '0')}`;
    const { imageQuota } = spec;
    const base = regionBase(this.regions, regions[0] ?? '');
    return {
      ...{ id, name, token: token.id, regions, imageQuota },
      ...{ endpoint: `${base}/v2/${id}`, imageEndpoint: `${base}/image/v2` },
    };
  }
}

/** The tenant of VPS 3.0, which has a region to itself. */
export const vps3TenantId = 'c3a0d51f7e9b4b0c8d2e6f4a1b3c5d7e';
export const vps3Token = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
export const vps3Region = 'c3j1';

/** To be had beside the others in a cloud with that region: `regions: ['tyo1', 'tyo2', vps3Region]`. */
export const vps3Tenant: TenantSpec = {
  id: vps3TenantId,
  token: vps3Token,
  region: vps3Region,
  images: 'vps3',
  imageQuota: '550GB',
};

const defaultTenants: readonly TenantSpec[] = [
  { id: documentedTenantId, token: documentedToken, images: 'documented' },
  { id: generatedTenantId, token: generatedToken, images: 220 },
];

/** What the demo has: those of VPS 2.0, and one of VPS 3.0 beside them. */
export const threeTenants = {
  tenants: [...defaultTenants, vps3Tenant],
  regions: ['tyo1', 'tyo2', vps3Region],
} as const;

function imageSpecs(
  images: NonNullable<TenantSpec['images']>,
  seed: string,
  newest: number | undefined,
): readonly ImageSpec[] {
  if (images === 'documented') return documentedImages;
  if (images === 'vps3') return vps3Images(seed, newest ?? defaultNewest);
  return typeof images === 'number' ? generateCatalogue(images, seed, newest) : images;
}

function demoUserOf(tenants: readonly Tenant[]): UserSpec {
  const { applicationCredential, ...user } = demoUser;
  const tenantId = tenants.at(-1)?.id;
  return {
    ...user,
    tenantIds: tenants.map(({ id }) => id),
    applicationCredentials: tenantId === undefined ? [] : [{ ...applicationCredential, tenantId }],
  };
}
