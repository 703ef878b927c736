import type { Cloud, CloudProblem } from './cloud';
import type { CloudFields } from './cloudFields';
import { cloudOf } from './cloudOf';
import { regionsOf } from './cloudRegions';
import type { PathContext } from './cloudTrust';
import { vendorProfile, type PublicClouds } from './vendorProfile';

/** What clouds are read with, beside their own file. */
export interface CloudContext extends PathContext {
  readonly publicClouds: PublicClouds;
}

/** Regions that have all in common but their names. */
interface Alike {
  readonly outcome: Cloud | CloudProblem;
  readonly regions: Set<string>;
}

/**
 * Makes clouds of the fields of one, its profile filled in: one for all regions, or several where the regions differ in
 * their addresses or in other fields.
 */
export function cloudsOf(
  name: string,
  cloud: CloudFields,
  context: CloudContext,
): readonly (Cloud | CloudProblem)[] {
  const { fields: profile, fault } = vendorProfile(cloud, context.publicClouds);
  const groups = new Map<string, Alike>();
  for (const region of regionsOf(cloud, profile)) {
    const outcome = cloudOf(name, region.values, context, fault);
    const key = JSON.stringify(inRegions(outcome, []));
    const alike = groups.get(key) ?? { outcome, regions: new Set() };
    groups.set(key, alike);
    for (const place of regionsNamedBy(outcome) ?? [region.name ?? []].flat()) alike.regions.add(place);
  }
  return [...groups.values()].map(({ outcome, regions }) =>
    inRegions(outcome, [...regions], groups.size > 1),
  );
}

function regionsNamedBy(outcome: Cloud | CloudProblem): readonly string[] | undefined {
  if (!('problem' in outcome)) return outcome.regions;
  return outcome.problem === 'noPassword' ? outcome.cloud.regions : undefined;
}

/** @param differ the regions have to be said of a problem too, since others have another or none */
function inRegions(
  outcome: Cloud | CloudProblem,
  regions: readonly string[],
  differ = false,
): Cloud | CloudProblem {
  if (!('problem' in outcome)) return { ...outcome, regions };
  if (outcome.problem === 'noPassword') return { ...outcome, cloud: { ...outcome.cloud, regions } };
  return differ ? { ...outcome, regions } : outcome;
}
