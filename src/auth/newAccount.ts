import { parseEndpoint } from '../api/endpoint';
import type { Trust } from '../api/http/trust';
import { isVisible } from '../base/visible';
import { defaultLabel } from './account';
import type { NewAccount } from './accounts';
import type { Obtained } from './connect';
import { tokenLife } from './tokenLife';

/**
 * The account that a user or an application credential signs in to; what it is called comes with the token.
 * @param base the proved address before `/images`
 * @param keeps whether the password or the credential's secret is kept for the next token
 */
export function obtainedAccount(obtained: Obtained, base: string, keeps: boolean): NewAccount {
  const { token, method, credential, project, trust } = obtained;
  return {
    ...named(base, project?.id ?? tenantOf(base), project?.name),
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

/** The account of a token alone. @param base the proved address before `/images` */
export function tokenAccount(
  base: string,
  { token, expires }: TokenOnly,
  { tenant = tenantOf(base), name, trust }: AccountFacts = {},
): NewAccount {
  return {
    ...named(base, tenant, name),
    method: { kind: 'token' },
    ...trust,
    secret: { token, expires },
  };
}

/** Where there is no tenant, or it is not known, an empty one is stored. */
function named(base: string, tenant?: string, name?: string): Pick<NewAccount, 'base' | 'tenant' | 'label'> {
  const hasName = name !== undefined && isVisible(name);
  return { base, tenant: tenant ?? '', label: hasName ? name : defaultLabel(base, tenant) };
}

function tenantOf(base: string): string | undefined {
  const endpoint = parseEndpoint(base);
  return typeof endpoint === 'string' ? undefined : endpoint.tenant;
}
