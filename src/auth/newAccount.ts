import type { Trust } from '../api/http/trust';
import type { ImagesAddress } from '../api/images/imagesService';
import { isVisible } from '../base/visible';
import { defaultLabel } from './account';
import type { NewAccount } from './accounts';
import type { Obtained } from './connect';
import { projectInAddress } from './knownAccounts';
import { tokenLife } from './tokenLife';

/**
 * The account that a user or an application credential signs in to; what it is called comes with the token.
 * @param place the proved address
 * @param keeps whether the password or the credential's secret is kept for the next token
 */
export function obtainedAccount(obtained: Obtained, place: ImagesAddress, keeps: boolean): NewAccount {
  const { token, method, credential, project, trust } = obtained;
  return {
    ...named(place, project?.id ?? projectInAddress(place), project?.name),
    method,
    ...trust,
    secret: {
      token,
      ...tokenLife(obtained, Date.now()),
      issuer: { identity: method.identity, version: method.version },
      renewal: keeps ? { identity: method.identity, credential } : undefined,
    },
  };
}

/** A token that somebody else obtained. */
export interface TokenOnly {
  readonly token: string;
  /** When it ends, milliseconds since 1970-01-01 UTC. */
  readonly expires?: number;
}

/** What is known of an account beside where it is. */
export interface AccountFacts {
  readonly tenant?: string;
  /** What to call it, where somebody has a name for it. */
  readonly name?: string;
  readonly trust?: Trust;
}

/** The account of a token alone. @param place the proved address */
export function tokenAccount(
  place: ImagesAddress,
  { token, expires }: TokenOnly,
  { tenant = projectInAddress(place), name, trust }: AccountFacts = {},
): NewAccount {
  return {
    ...named(place, tenant, name),
    method: { kind: 'token' },
    ...trust,
    secret: { token, expires },
  };
}

/** Where there is no tenant, or it is not known, an empty one is stored. */
function named(
  { base, service }: ImagesAddress,
  tenant?: string,
  name?: string,
): Pick<NewAccount, 'base' | 'service' | 'tenant' | 'label'> {
  const label = name !== undefined && isVisible(name) ? name : defaultLabel(base, tenant);
  return { base, ...(service !== undefined && { service }), tenant: tenant ?? '', label };
}
