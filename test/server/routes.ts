import { glanceRouteOf, type GlanceRoute } from './glance/glanceRoutes';
import type { RequestKind } from './requests';

/** What a path means to the server. `project` is the tenant named in the path, absent in a tenant-less address. */
export type Route =
  | { readonly to: 'list' | 'brief'; readonly compute: ComputeAddress }
  | { readonly to: 'image'; readonly compute: ComputeAddress; readonly imageId: string }
  | { readonly to: 'malformed'; readonly compute: ComputeAddress }
  | { readonly to: 'tokensV2' | 'tenantsV2' | 'tokensV3' | 'projectsV3'; readonly region?: string }
  | { readonly to: 'versions' | 'versionV2' | 'versionV3' | 'versionCompute'; readonly prefix: string }
  | GlanceRoute
  | { readonly to: 'nowhere' };

export interface ComputeAddress {
  readonly version: 'v2' | 'v2.1';
  readonly project?: string;
  readonly region?: string;
  /** Path up to and including version and project: `/v2/<tenant>`. */
  readonly path: string;
}

const identityRoutes = new Map([
  ['v2.0/tokens', 'tokensV2'],
  ['v2.0/tenants', 'tenantsV2'],
  ['v3/auth/tokens', 'tokensV3'],
  ['v3/auth/projects', 'projectsV3'],
] as const);

const versionRoutes = new Map([
  ['', 'versions'],
  ['v2.0', 'versionV2'],
  ['v3', 'versionV3'],
  ['v2', 'versionCompute'],
  ['v2.1', 'versionCompute'],
] as const);

/**
 * Every address may stand behind a region (`/tyo2/v2/…`), as ConoHa has a host for each, and behind the service's
 * name (`/compute/v2.1/…`, `/identity/v3/…`), as single-host clouds have it. The image service stands there
 * alone, and also behind `/pictures`, which does not say what it is of.
 */
export function routeOf(path: string): Route {
  const [, prefix = '', region, rest = ''] =
    /^((?:\/([a-z]\w{2}\d))?(?:\/(?:compute|identity|image|pictures))?)\/?(.*)$/.exec(path) ?? [];
  if (/\/(?:image|pictures)$/.test(prefix)) return glanceRouteOf(rest, prefix, region);
  const trimmed = rest.replace(/\/$/, '');
  const version = versionRoutes.get(trimmed as '');
  if (version) return { to: version, prefix };
  const identity = identityRoutes.get(trimmed as 'v2.0/tokens');
  if (identity) return { to: identity, region };
  return computeRoute(rest, prefix, region);
}

function computeRoute(rest: string, prefix: string, region: string | undefined): Route {
  const [, version, project, what] =
    /^(v2|v2\.1)(?:\/(?!images(?:\/|$))([^/]+))?\/(images.*)$/.exec(rest) ?? [];
  if ((version !== 'v2' && version !== 'v2.1') || what === undefined) {
    const [, anyVersion] = /^(v2|v2\.1)\//.exec(rest) ?? [];
    return anyVersion === 'v2' || anyVersion === 'v2.1'
      ? { to: 'malformed', compute: { version: anyVersion, region, path: `${prefix}/${anyVersion}` } }
      : { to: 'nowhere' };
  }
  const path = [`${prefix}/${version}`, project].filter((part) => part !== undefined).join('/');
  const compute: ComputeAddress = { version, project, region, path };
  // Nova's router takes only hexadecimal projects; without one, only v2.1 has routes, and v2 the one that may be taken
  // for an image service's.
  if (project === undefined ? version === 'v2' && what !== 'images' : !/^[0-9a-f-]+$/.test(project))
    return { to: 'malformed', compute };
  const [, imageId] = /^images\/([^/]+)$/.exec(what) ?? [];
  if (what === 'images/detail') return { to: 'list', compute };
  if (what === 'images') return { to: 'brief', compute };
  if (imageId !== undefined) return { to: 'image', compute, imageId };
  return { to: 'malformed', compute };
}

export function kindOf(route: Route, method: string): RequestKind {
  switch (route.to) {
    case 'list':
    case 'brief':
    case 'image':
      return route.to;
    case 'glanceList':
      return 'list';
    case 'glanceImage':
      return 'image';
    case 'glanceTotal':
    case 'glanceQuota':
      return 'storage';
    case 'glanceVersions':
      return 'versions';
    case 'tokensV2':
      return 'token';
    case 'tokensV3':
      return method === 'DELETE' ? 'revoke' : method === 'POST' ? 'token' : 'validate';
    case 'tenantsV2':
    case 'projectsV3':
      return 'projects';
    case 'versions':
    case 'versionV2':
    case 'versionV3':
    case 'versionCompute':
      return 'versions';
    case 'glanceSlash':
    case 'glanceNowhere':
    case 'malformed':
    case 'nowhere':
      return 'other';
  }
}

/** The service of images that a route leads to. */
export function serviceOf(route: Route): 'compute' | 'image' | undefined {
  if ('compute' in route) return 'compute';
  return route.to.startsWith('glance') ? 'image' : undefined;
}
