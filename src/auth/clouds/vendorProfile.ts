import {
  CONOHA_3_DOMAIN,
  CONOHA_3_IDENTITY,
  CONOHA_3_REGION,
  CONOHA_REGIONS,
  conohaIdentity,
} from '../../conoha';
import type { CloudFault } from './cloud';
import { textOf, type CloudFields } from './cloudFields';

/** The profiles of a clouds-public file. */
export interface PublicClouds {
  readonly profiles: ReadonlyMap<string, CloudFields>;
  /** Path of a file that cannot be read, so that a profile may be missing. */
  readonly broken?: string;
}

/** Where there is no clouds-public file. */
export const NO_PUBLIC_CLOUDS: PublicClouds = { profiles: new Map() };

/** What a cloud takes from its profile, or why that is not there. */
export type VendorProfile = { readonly fields: CloudFields; readonly fault?: CloudFault };

/** The profile that a cloud names. Nothing is fetched. */
export function vendorProfile(cloud: CloudFields, { profiles, broken }: PublicClouds): VendorProfile {
  const name = textOf(cloud, 'profile', 'cloud');
  if (name === undefined) return { fields: {} };
  const fields = profiles.get(name) ?? (name === 'conoha' ? CONOHA : undefined);
  return fields ? { fields } : { fields: {}, fault: missing(name, broken) };
}

function missing(name: string, broken: string | undefined): CloudFault {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return { problem: 'remoteProfile', detail: name };
  if (broken !== undefined) return { problem: 'brokenProfiles', detail: broken };
  return { problem: VENDORS.includes(name) ? 'vendorProfile' : 'unknownProfile', detail: name };
}

/** As openstacksdk has it, and with the regions that it does not know. */
const CONOHA: CloudFields = {
  auth_url: conohaIdentity('{region_name}'),
  identity_api_version: '2',
  regions: [
    ...CONOHA_REGIONS,
    {
      name: CONOHA_3_REGION,
      values: {
        auth_url: CONOHA_3_IDENTITY,
        identity_api_version: '3',
        default_domain_name: CONOHA_3_DOMAIN,
      },
    },
  ],
};

/** The vendors that openstacksdk, or os-client-config before it, brings profiles of, ConoHa aside. */
const VENDORS: readonly string[] = [
  ...['auro', 'betacloud', 'binero', 'bluebox', 'catalyst', 'citycloud', 'datacentred', 'dreamcompute'],
  ...['dreamhost', 'elastx', 'entercloudsuite', 'fuga', 'hp', 'ibmcloud', 'internap', 'limestonenetworks'],
  ...['otc', 'otc-swiss', 'ovh', 'ovh-us', 'rackspace', 'runabove', 'switchcloud', 'switchengines'],
  ...['ultimum', 'unitedstack', 'vexxhost', 'zetta'],
];
