import { parseEndpoint } from '../../api/endpoint';
import { readImagesEndpoint } from '../../api/images/imagesEndpoint';
import type { ImagesService } from '../../api/images/imagesService';
import { serviceOfAddress } from '../../api/serviceOfAddress';
import type { Cloud, CloudFault, CloudInterface, CloudPlace, CloudProblem, CloudService } from './cloud';
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
  if (authUrl === undefined) {
    return { name, ...(unsupportedType(fields) ?? missingProfile ?? { problem: 'noAuthUrl' }) };
  }
  const problem = authUrlProblem(authUrl) ?? insecurity(fields);
  if (problem) return { name, ...problem };
  const [compute, image] = [serviceOf('compute', fields), serviceOf('image', fields)];
  if ('problem' in compute) return { name, ...compute };
  if ('problem' in image) return { name, ...image };
  const identityVersion = versionOf(fields);
  const secret = credentialOf(fields, identityVersion);
  if ('problem' in secret) return { name, ...secret };
  const { kind } = 'who' in secret ? secret.who : secret.credential;
  const region = textOf(fields, 'region_name');
  const place: CloudPlace = {
    name,
    authUrl,
    regions: region === undefined ? [] : [region],
    services: { compute, image },
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

function serviceOf(service: ImagesService, fields: CloudFields): CloudService | CloudFault {
  const override = filledText(fields, `${service}_endpoint_override`, `${service}_endpoint`);
  const problem = override === undefined ? undefined : overrideProblem(service, override);
  if (problem !== undefined) return problem;
  const chosen = interfaceOf(service, fields);
  if (typeof chosen === 'object') return chosen;
  const region = textOf(fields, `${service}_region_name`);
  return {
    interface: chosen,
    ...(override !== undefined && { override }),
    ...(region !== undefined && { region }),
  };
}

function overrideProblem(service: ImagesService, override: string): CloudFault | undefined {
  const unknown = unknownPart(override);
  if (unknown !== undefined) return { problem: 'unfilledOverride', detail: unknown, service };
  const endpoint = readImagesEndpoint(override);
  if (typeof endpoint === 'object') {
    const isOther = endpoint.service !== undefined && endpoint.service !== service;
    return isOther ? { problem: 'otherOverride', service } : undefined;
  }
  switch (endpoint) {
    case 'ofIdentity':
    case 'ofOther':
      return { problem: 'otherOverride', service };
    case 'otherVersion':
      return { problem: 'overrideVersion', service };
    case 'notAnAddress':
    case 'noHost':
    case 'notHttps':
    case 'credentials':
    case 'otherPlaceholder':
    case 'tooLong':
      return { problem: endpoint, detail: `${service}_endpoint_override` };
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
function interfaceOf(service: ImagesService, fields: CloudFields): CloudInterface | CloudFault {
  const keys = [`${service}_endpoint_type`, `${service}_interface`, 'endpoint_type', 'interface'];
  const key = keys.find((name) => isFilled(fields[name]));
  if (key === undefined) return 'public';
  const word = (textOf(fields, key) ?? '').replace(/URL$/i, '').toLowerCase();
  return INTERFACES.find((name) => name === word) ?? { problem: 'unknownInterface', detail: key };
}
