import { createHash } from 'node:crypto';
import { parseEndpoint } from '../api/endpoint';
import type { ImagesAddress } from '../api/images/imagesService';
import { accountProject, type Account } from './account';

/** What an account is known by: its address, and its project where that does not stand in the address. */
export type AccountPlace = Pick<Account, 'base' | 'tenant'>;

/** Which account somebody signs in to. */
export interface KnownAccounts {
  /** The one of the same address and project. */
  readonly same?: Account;
  /**
   * Those of the same address that may be of the same project, which is not known of them or of what is signed in to. Those
   * of which it is not known come first.
   */
  readonly perhaps: readonly Account[];
}

/** Finds the account of a place, as 0.1.0 stored it, too. */
export function knownAccounts(all: readonly Account[], place: AccountPlace): KnownAccounts {
  const { base } = place;
  const project = accountProject(place);
  const there = all
    .filter((account) => isSameBase(account.base, base))
    .toSorted((one, other) => Number(other.base === base) - Number(one.base === base));
  if (namesProject(base)) return { same: there[0], perhaps: [] };
  const unknown = there.filter((account) => accountProject(account) === undefined);
  if (project === undefined) return { perhaps: [...new Set([...unknown, ...there])] };
  const same = there.find((account) => accountProject(account) === project);
  return { same, perhaps: same === undefined ? unknown : [] };
}

/**
 * 16 hexadecimal digits: the same for the same place, in every window and after every restart. That of an address with its
 * project in it is as 0.1.0 made it.
 * @param nth from 0: another one where it is taken
 */
export function accountId({ base, tenant }: AccountPlace, nth = 0): string {
  const text = nth === 0 && namesProject(base) ? base : JSON.stringify([base, tenant, nth]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The id of a new account: no other has it. */
export function freeAccountId(all: readonly Account[], place: AccountPlace): string {
  for (let nth = 0; ; nth++) {
    const id = accountId(place, nth);
    if (all.every((account) => account.id !== id)) return id;
  }
}

/**
 * The project that an account is for, where a token is for another, at an address that would take it all the same.
 * @param project the id of the token's; `undefined` where it is not known
 */
export function projectInstead(
  { base, tenant = '' }: Pick<AccountPlace, 'base'> & Partial<AccountPlace>,
  project: string | undefined,
): string | undefined {
  const own = accountProject({ tenant });
  return project === undefined || own === project || namesProject(base) ? undefined : own;
}

/** The project that an address of Compute names; those of Image v2 name none. */
export function projectInAddress({ base, service }: ImagesAddress): string | undefined {
  const endpoint = parseEndpoint(base);
  return service === 'image' || typeof endpoint === 'string' ? undefined : endpoint.tenant;
}

/**
 * The project of an account, as it is stored. Where it was not known it is what its address or a token names, unless another
 * account is for that already.
 * @param place the address that it has from now on
 * @param named by a token for it
 */
export function learntTenant(
  all: readonly Account[],
  { id, tenant }: Pick<Account, 'id' | 'tenant'>,
  place: ImagesAddress,
  named?: string,
): string {
  const found = accountProject({ tenant }) ?? projectInAddress(place) ?? named;
  if (found === undefined || found === tenant) return tenant;
  const others = all.filter((account) => account.id !== id);
  return knownAccounts(others, { base: place.base, tenant: found }).same === undefined ? found : tenant;
}

/** `https://compute.c3j1.conoha.io/v2.1` and addresses of Image v2 are those of every project there. */
function namesProject(base: string): boolean {
  const endpoint = parseEndpoint(base);
  return typeof endpoint !== 'string' && endpoint.tenant !== undefined;
}

/**
 * Whether two addresses are the same when they are asked: hosts have no capitals, and `https` has the port 443. 0.1.0
 * stored addresses as a service catalogue writes them, and made ids of that.
 */
function isSameBase(one: string, other: string): boolean {
  return asAsked(one) === asAsked(other);
}

function asAsked(base: string): string {
  return new URL(base).href.replace(/\/+$/, '');
}
