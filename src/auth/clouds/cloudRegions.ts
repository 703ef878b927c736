import { flatFields, isMapping, type CloudFields } from './cloudFields';

/** A region that a cloud names. */
export interface CloudRegion {
  /** `undefined` where none is named: every region is meant. */
  readonly name: string | undefined;
  /** What stands there for this region alone. */
  readonly values: CloudFields;
}

/**
 * The regions of a cloud, each with the fields that count in it: those of its profile, of the cloud, and of the region
 * itself, each above the one before. A cloud that names no region has those of its profile.
 */
export function regionsOf(cloud: CloudFields, profile: CloudFields): readonly CloudRegion[] {
  const known = namedRegions(profile);
  const own = namedRegions(cloud);
  const regions = own.size > 0 ? own : known;
  if (regions.size === 0) return [{ name: undefined, values: { ...profile, ...cloud } }];
  return [...regions].map(([name, values]) => ({
    name,
    values: {
      ...profile,
      ...known.get(name),
      ...cloud,
      ...values,
      region_name: name,
    },
  }));
}

/** Those of `regions`, some with values of their own, or else of `region_name`, which may be a list too. */
function namedRegions(fields: CloudFields): ReadonlyMap<string, CloudFields> {
  return new Map(
    regionEntries(fields).flatMap((entry) => {
      const { name, values } = isMapping(entry) ? entry : { name: entry, values: {} };
      return typeof name === 'string' && name !== '' ? [[name, flatFields(values)] as const] : [];
    }),
  );
}

function regionEntries({ regions, region_name: names }: CloudFields): readonly unknown[] {
  if (Array.isArray(regions) && regions.length > 0) return regions as readonly unknown[];
  if (Array.isArray(names)) return names as readonly unknown[];
  return typeof names === 'string' ? names.split(/\s*,\s*/) : [];
}
