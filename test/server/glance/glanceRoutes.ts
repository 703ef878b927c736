/** What a path below an image service means to it. `prefix` is what stands before the version: `/image`, `/c3j1/image`. */
export type GlanceRoute = GlanceAddress &
  (
    | {
        readonly to:
          'glanceList' | 'glanceVersions' | 'glanceSlash' | 'glanceTotal' | 'glanceQuota' | 'glanceNowhere';
      }
    | { readonly to: 'glanceImage'; readonly imageId: string }
  );

export interface GlanceAddress {
  readonly prefix: string;
  readonly region?: string;
}

/** @param rest of the path, behind the prefix */
export function glanceRouteOf(rest: string, prefix: string, region: string | undefined): GlanceRoute {
  const address = { prefix, region };
  // Microversions do not exist: what stands behind the dot means nothing.
  const [version, , what = ''] = /^v2(\.\d+)?(?:\/(.*))?$/.exec(rest) ?? [];
  if (version === undefined) return { to: 'glanceVersions', ...address };
  if (!rest.includes('/')) return { to: 'glanceSlash', ...address };
  const trimmed = what.replace(/\/$/, '');
  if (trimmed === 'images') return { to: 'glanceList', ...address };
  if (trimmed === 'images/total') return { to: 'glanceTotal', ...address };
  if (trimmed === 'quota') return { to: 'glanceQuota', ...address };
  const [, imageId] = /^images\/([^/]+)$/.exec(trimmed) ?? [];
  return imageId === undefined
    ? { to: 'glanceNowhere', ...address }
    : { to: 'glanceImage', ...address, imageId };
}
