import { resolve } from 'node:path';
import { parseEndpoint } from '../../api/endpoint';
import type { IdentityVersion } from '../../api/identity/credential';
import type { Cloud, CloudProblem } from './cloud';
import { credentialOf } from './cloudCredential';
import { isNo, isYes, regionsOf, textOf, type CloudFields } from './cloudFields';
import { expandHome } from './cloudsPlaces';

/** Where the paths of a cloud are seen from. */
export interface PathContext {
  /** What a relative path belongs to. */
  readonly directory: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/** Makes a cloud of its fields, those of `auth` included, or says what is wrong with them. */
export function cloudOf(name: string, fields: CloudFields, paths: PathContext): Cloud | CloudProblem {
  const authUrl = textOf(fields, 'auth_url');
  const computeEndpointOverride = textOf(fields, 'compute_endpoint_override');
  const problem = addressProblem(authUrl, computeEndpointOverride) ?? insecurity(fields);
  if (problem) return { name, ...problem };
  const identityVersion = versionOf(fields);
  const credential = credentialOf(fields, identityVersion);
  if ('problem' in credential) return { name, ...credential };
  const cacert = textOf(fields, 'cacert');
  const cloud: Cloud = {
    name,
    authUrl: authUrl ?? '',
    credential,
    regions: regionsOf(fields),
    ...(computeEndpointOverride !== undefined && { computeEndpointOverride }),
    ...(cacert !== undefined && { cacert: resolve(paths.directory, expandHome(cacert, paths)) }),
    ...(identityVersion !== undefined && { identityVersion }),
  };
  return lacksSecret(cloud) ? { name, problem: 'noPassword', cloud } : cloud;
}

type Fault = Omit<Exclude<CloudProblem, { problem: 'noPassword' }>, 'name'>;

function addressProblem(authUrl: string | undefined, override: string | undefined): Fault | undefined {
  if (authUrl === undefined) return { problem: 'noAuthUrl' };
  for (const [detail, address] of [
    ['auth_url', authUrl],
    ['compute_endpoint_override', override],
  ] as const) {
    const endpoint = address === undefined ? undefined : parseEndpoint(address);
    if (typeof endpoint === 'string') return { problem: endpoint, detail };
  }
  return undefined;
}

function insecurity(fields: CloudFields): Fault | undefined {
  return isNo(textOf(fields, 'verify')) || isYes(textOf(fields, 'insecure'))
    ? { problem: 'verifyFalse' }
    : undefined;
}

/** From `identity_api_version` (`2`, `2.0`, `3`, with or without a `v`) or from an `auth_type` made for one. */
function versionOf(fields: CloudFields): IdentityVersion | undefined {
  const [, major] =
    /^v?([23])(?:\.\d+)?$/.exec(textOf(fields, 'identity_api_version') ?? '') ??
    /^v([23])/.exec(textOf(fields, 'auth_type', 'auth_plugin') ?? '') ??
    [];
  if (major === undefined) return undefined;
  return major === '3' ? 'v3' : 'v2.0';
}

function lacksSecret({ credential }: Cloud): boolean {
  return (
    (credential.kind === 'password' && credential.password === '') ||
    (credential.kind === 'applicationCredential' && credential.secret === '')
  );
}
