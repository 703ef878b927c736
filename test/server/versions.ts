import { identityError, json, type Reply } from './replies';
import type { Route } from './routes';

export type IdentityVersion = 'v2.0' | 'v3';
export type VersionRoute = Extract<Route, { to: 'versions' | 'versionV2' | 'versionV3' | 'versionCompute' }>;

/** Keystone's version discovery, for the versions that are served, and Nova's at its own addresses. */
export function describeVersions(
  route: VersionRoute,
  path: string,
  origin: string,
  served: readonly IdentityVersion[],
): Reply {
  const base = origin + route.prefix;
  switch (route.to) {
    case 'versions':
      if (/\/compute$/.test(route.prefix)) {
        return json(200, { versions: [computeVersion('v2.0', base), computeVersion('v2.1', base)] });
      }
      return json(300, { versions: { values: served.map((version) => identityVersion(version, base)) } });
    case 'versionV2':
    case 'versionV3': {
      const version = route.to === 'versionV2' ? 'v2.0' : 'v3';
      return served.includes(version)
        ? json(200, { version: identityVersion(version, base) })
        : identityError(404, 'The resource could not be found.');
    }
    case 'versionCompute':
      return json(200, { version: computeVersion(path.includes('v2.1') ? 'v2.1' : 'v2.0', base) });
  }
}

function identityVersion(version: IdentityVersion, base: string): unknown {
  const about =
    version === 'v3'
      ? { id: 'v3.14', status: 'stable', updated: '2020-04-07T00:00:00Z', type: 'v3' }
      : { id: 'v2.0', status: 'deprecated', updated: '2014-04-17T00:00:00Z', type: 'v2.0' };
  return {
    id: about.id,
    status: about.status,
    updated: about.updated,
    links: [{ rel: 'self', href: `${base}/${version}/` }],
    'media-types': [
      { base: 'application/json', type: `application/vnd.openstack.identity-${about.type}+json` },
    ],
  };
}

function computeVersion(id: 'v2.0' | 'v2.1', base: string): unknown {
  return {
    id,
    status: id === 'v2.1' ? 'CURRENT' : 'SUPPORTED',
    version: id === 'v2.1' ? '2.93' : '',
    min_version: id === 'v2.1' ? '2.1' : '',
    updated: id === 'v2.1' ? '2013-07-23T11:33:21Z' : '2011-01-21T11:33:21Z',
    links: [{ rel: 'self', href: `${base}/${id === 'v2.1' ? 'v2.1' : 'v2'}/` }],
    'media-types': [
      { base: 'application/json', type: `application/vnd.openstack.compute+json;version=${id}` },
    ],
  };
}
