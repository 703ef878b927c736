import { trustOf } from '../api/http/trust';
import type { EndpointInterface } from '../api/identity/issuedToken';
import type { ImagesService } from '../api/images/imagesService';
import { chooseService } from '../api/images/serviceChoice';
import { conohaSibling } from '../conoha';
import { accountProject, type Account } from './account';
import type { Clients } from './clients';
import { chooseAddress, type AddressChoice } from './connect';

/** The service of images that an account does not use. */
export function otherServiceOf({ service }: Pick<Account, 'service'>): ImagesService {
  return service === 'image' ? 'compute' : 'image';
}

/** The usual one first: of the same address in several, that counts. */
const INTERFACES: readonly EndpointInterface[] = ['public', 'internal', 'admin'];

/** Where the other service of an account may be. */
export interface OtherService extends AddressChoice {
  /** An address that is likely, where nothing says more. */
  readonly suggestion?: string;
}

/**
 * Looks for the other service of an account in its service catalogue, in the region that it is in, and proves it. Identity
 * v2.0, and a token whose identity service is not known, tell nothing: an address is suggested then, if there is one.
 * @throws {ApiError} when the identity service does not answer; {Canceled} when `signal` fired
 */
export async function findOtherService(
  clients: Clients,
  account: Account,
  token: string,
  signal: AbortSignal,
): Promise<OtherService> {
  const { method, base } = account;
  const only = otherServiceOf(account);
  const suggestion = conohaSibling(base, accountProject(account));
  if (method.kind === 'token' || method.version !== 'v3') return { candidates: [], suggestion };
  const { identity: address, version } = method;
  const identity = await clients.identity({ address, version }, account);
  const issued = await identity.about(token, signal);
  const present = account.service ?? 'compute';
  const candidates = INTERFACES.flatMap((wanted) => {
    const choice = chooseService(issued, { only: present, [present]: { interface: wanted } });
    return 'problem' in choice ? [] : choice.candidates;
  });
  // The address of one region may be the beginning of another's.
  const [here] = candidates
    .filter(({ url }) => isBelow(base, url))
    .toSorted((a, b) => b.url.length - a.url.length);
  const wanted = here === undefined ? {} : { regions: [here.region], interface: here.interface };
  const { endpoints, project } = issued;
  const proves = { token, trust: trustOf(account), endpoints, project };
  const choice = await chooseAddress(clients, proves, { only, [only]: wanted }, signal);
  return { ...choice, suggestion };
}

/** A service catalogue may have an address without the version that an account’s has, or with something in the project’s place. */
function isBelow(base: string, url: string): boolean {
  const start = url.replace(/\/+(?:[%$]\(.*)?$/, '');
  return base === start || base.startsWith(`${start}/`);
}
