import { readComputeEndpoint } from '../../api/computeEndpoint';
import { parseEndpoint } from '../../api/endpoint';
import { serviceOfAddress } from '../../api/serviceOfAddress';
import type { Cloud, CloudFault, CloudInterface, CloudPlace, CloudProblem } from './cloud';
import { credentialOf } from './cloudCredential';
import { isFilled, textOf, type CloudFields } from './cloudFields';
import { notHonouredKeys } from './cloudKeys';
import { switchesChecksOff, cloudTrust, type PathContext } from './cloudTrust';
import { versionOf } from './cloudVersion';
import { filledText, unfilledField } from './filledText';

/**
 * Makes a cloud of the fields that count in one region, or says what is wrong with them.
 * @param missingProfile why its profile is not there: a cloud with an address of its own can do without
 */
export function cloudOf(
  name: string,
  fields: CloudFields,
  paths: PathContext,
  missingProfile: CloudFault | undefined,
): Cloud | CloudProblem {
  const authUrl = filledText(fields, 'auth_url');
  const computeEndpointOverride = filledText(fields, 'compute_endpoint_override', 'compute_endpoint');
  if (authUrl === undefined) {
    return { name, ...(unsupportedType(fields) ?? missingProfile ?? { problem: 'noAuthUrl' }) };
  }
  const problem = addressProblem(authUrl, computeEndpointOverride) ?? insecurity(fields);
  if (problem) return { name, ...problem };
  const chosen = interfaceOf(fields);
  if (typeof chosen === 'object') return { name, ...chosen };
  const identityVersion = versionOf(fields);
  const secret = credentialOf(fields, identityVersion);
  if ('problem' in secret) return { name, ...secret };
  const { kind } = 'who' in secret ? secret.who : secret.credential;
  const region = textOf(fields, 'compute_region_name', 'region_name');
  const place: CloudPlace = {
    name,
    authUrl,
    regions: region === undefined ? [] : [region],
    interface: chosen,
    ...(computeEndpointOverride !== undefined && { computeEndpointOverride }),
    trust: cloudTrust(fields, paths),
    ...(identityVersion !== undefined && { identityVersion }),
    notHonoured: notHonouredKeys(fields, kind, missingProfile !== undefined),
  };
  return 'who' in secret
    ? { name, problem: 'noPassword', cloud: { ...place, ...secret } }
    : { ...place, ...secret };
}

/** Some types need no `auth_url`: to add one would not help. */
function unsupportedType(fields: CloudFields): CloudFault | undefined {
  const secret = credentialOf(fields, undefined);
  return 'problem' in secret && secret.problem === 'unsupportedAuthType' ? secret : undefined;
}

function addressProblem(authUrl: string, override: string | undefined): CloudFault | undefined {
  const unfilled = unfilledField(authUrl);
  if (unfilled !== undefined) return { problem: 'unfilledAuthUrl', detail: unfilled };
  for (const [detail, address] of [
    ['auth_url', authUrl],
    ['compute_endpoint_override', override],
  ] as const) {
    const endpoint = address === undefined ? undefined : parseEndpoint(address);
    if (typeof endpoint === 'string') return { problem: endpoint, detail };
  }
  const unknown = override === undefined ? undefined : unknownPart(override);
  if (unknown !== undefined) return { problem: 'unfilledOverride', detail: unknown };
  const noCompute = override === undefined ? undefined : readComputeEndpoint(override);
  if (typeof noCompute === 'string') return { problem: 'otherOverride' };
  const service = serviceOfAddress(authUrl);
  return service === 'compute' || service === 'image'
    ? { problem: 'otherAuthUrl', detail: service }
    : undefined;
}

/** What stands for something else than the project in an override: nothing knows what to put there. */
function unknownPart(override: string): string | undefined {
  const names = [...override.matchAll(/[%$]\((\w+)\)s?/g)].map(([, name]) => name);
  return names.find((name) => name !== undefined && !/^(?:project|tenant)_id$/.test(name));
}

function insecurity(fields: CloudFields): CloudFault | undefined {
  return switchesChecksOff(fields) ? { problem: 'verifyFalse' } : undefined;
}

const INTERFACES = ['public', 'internal', 'admin'] as const;

/** Old files say `endpoint_type`, and `publicURL`. */
function interfaceOf(fields: CloudFields): CloudInterface | CloudFault {
  const keys = ['compute_endpoint_type', 'compute_interface', 'endpoint_type', 'interface'];
  const key = keys.find((name) => isFilled(fields[name]));
  if (key === undefined) return 'public';
  const word = (textOf(fields, key) ?? '').replace(/URL$/i, '').toLowerCase();
  return INTERFACES.find((name) => name === word) ?? { problem: 'unknownInterface', detail: key };
}
