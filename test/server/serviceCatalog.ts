/**
 * Which addresses a v3 catalogue gives for compute; `v2.1/template` is one in which nobody has put the project, `compute`
 * one without its version. v2.0 always gives `/v2/<tenant>`, as ConoHa does.
 */
export type ComputeStyle = 'v2/project' | 'v2.1/project' | 'v2.1/template' | 'v2.1' | 'compute';

/** The path that a v3 catalogue gives for images; `image` lacks its version, as at ConoHa. `none`: no entry. */
export type ImageStyle = 'image' | 'image/v2' | 'image/v1' | 'none';

export type EndpointInterface = 'public' | 'internal' | 'admin';

export interface Regions {
  readonly origin: string;
  /** The first is served without a prefix, the others under `/<region>/…`. */
  readonly names: readonly string[];
  readonly computeStyle: ComputeStyle;
  readonly imageStyle: ImageStyle;
  /** The interface whose addresses in a v3 catalogue work. */
  readonly interface: EndpointInterface;
}

export function regionBase({ origin, names }: Regions, region: string): string {
  return region === names[0] ? origin : `${origin}/${region}`;
}

/** ConoHa's catalogue names only the region that was asked, and has entries without a `publicURL`. */
export function serviceCatalogV2(regions: Regions, tenantId: string, asked: string | undefined): unknown[] {
  const region = asked ?? regions.names[0] ?? 'RegionOne';
  const base = regionBase(regions, region);
  const service = (type: string, name: string, ...endpoints: object[]) => ({
    endpoints,
    endpoints_links: [],
    type,
    name,
  });
  return [
    service('account', 'Account Service', { region, publicURL: `${base}/account/v1/${tenantId}` }),
    service('mailhosting', 'Mail Hosting Service', { region }),
    service('databasehosting', 'Database Hosting Service'),
    service(
      'compute',
      'Compute Service',
      { region: 'old1' },
      { region, publicURL: `${base}/v2/${tenantId}` },
    ),
    service('image', 'Image Service', { region, publicURL: `${base}/image` }),
    service('identity', 'Identity Service', { region, publicURL: `${base}/v2.0` }),
  ];
}

/** Keystone's catalogue: every region with its public, internal and admin endpoints; those of one of the three work. */
export function serviceCatalogV3(
  regions: Regions,
  tenantId: string,
  names: readonly string[] = regions.names,
): unknown[] {
  const service = (type: string, name: string, path: string) => ({
    endpoints: names.flatMap((region) =>
      (['admin', 'internal', 'public'] as const).map((each, at) => ({
        id: `${region}-${name}-${each}`,
        interface: each,
        region_id: region,
        url:
          (each === regions.interface
            ? regionBase(regions, region)
            : `http://10.0.0.${12 - at}:8774/${region}`) + path,
        region,
      })),
    ),
    id: `${name}-service`,
    type,
    name,
  });
  return [
    service('identity', 'keystone', '/v3'),
    { endpoints: [], id: 'placement-service', type: 'placement', name: 'placement' },
    ...(regions.imageStyle === 'none' ? [] : [service('image', 'glance', `/${regions.imageStyle}`)]),
    service('compute_legacy', 'nova_legacy', `/v2/${tenantId}`),
    service('compute', 'nova', computePath(regions.computeStyle, tenantId)),
  ];
}

function computePath(style: ComputeStyle, tenantId: string): string {
  switch (style) {
    case 'v2/project':
      return `/v2/${tenantId}`;
    case 'v2.1/project':
      return `/v2.1/${tenantId}`;
    case 'v2.1/template':
      return '/v2.1/%(tenant_id)s';
    case 'v2.1':
      return '/v2.1';
    case 'compute':
      return '/compute';
  }
}
