import type { IssuedToken } from '../api/identity/issuedToken';

/** Clocks that differ by less are taken as the same: an answer's `Date` has whole seconds and was some time on the way. */
const SAME_MS = 10_000;

/** When a token was issued and when it ends, by this machine's clock, which may be off that of the server. */
export function tokenLife(
  { issued, expires, serverTime }: Pick<IssuedToken, 'issued' | 'expires' | 'serverTime'>,
  now: number,
): { readonly issued: number | undefined; readonly expires: number | undefined } {
  const ahead = serverTime === undefined ? 0 : now - serverTime;
  const shift = Math.abs(ahead) < SAME_MS ? 0 : ahead;
  return {
    issued: issued === undefined ? undefined : issued + shift,
    expires: expires === undefined ? undefined : expires + shift,
  };
}
