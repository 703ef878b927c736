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
  return authUrlProblem(authUrl) ?? (override === undefined ? undefined : overrideProblem(override));
}

function authUrlProblem(authUrl: string): CloudFault | undefined {
  const unfilled = unfilledField(authUrl);
  if (unfilled !== undefined) return { problem: 'unfilledAuthUrl', detail: unfilled };
  const address = parseEndpoint(authUrl);
  if (typeof address === 'string') return { problem: address, detail: 'auth_url' };
  const service = serviceOfAddress(authUrl);
  return service === undefined || service === 'identity'
    ? undefined
    : { problem: 'otherAuthUrl', detail: service };
}

function overrideProblem(override: string): CloudFault | undefined {
  const unknown = unknownPart(override);
  if (unknown !== undefined) return { problem: 'unfilledOverride', detail: unknown };
  const endpoint = readComputeEndpoint(override);
  if (typeof endpoint === 'object') return undefined;
  switch (endpoint) {
    case 'ofIdentity':
    case 'ofImage':
    case 'ofOther':
      return { problem: 'otherOverride' };
    case 'otherVersion':
      return { problem: 'overrideVersion' };
    case 'notAnAddress':
    case 'noHost':
    case 'notHttps':
    case 'credentials':
    case 'tooLong':
      return { problem: endpoint, detail: 'compute_endpoint_override' };
  }
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
