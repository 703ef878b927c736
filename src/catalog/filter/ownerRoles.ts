import type { Image } from '../../api/images/image';

/** Whose a project is to whoever looks: `own`: the account's. `vendor`: another one, which has images for everybody. */
export type OwnerRole = 'own' | 'vendor';

/** What images tell of the projects that they belong to; nothing of those that share images, or where the own one is not known. */
export function ownerRoles(images: readonly Image[]): ReadonlyMap<string, OwnerRole> {
  const roles = new Map<string, OwnerRole>();
  for (const { details } of images) {
    if (details === undefined || details.owner === '' || roles.has(details.owner)) continue;
    if (details.isOwn === true) roles.set(details.owner, 'own');
    else if (details.isOwn === false && details.visibility === 'public') roles.set(details.owner, 'vendor');
  }
  return roles;
}
